/** Preview: the script that `dev` adds to its pages; it reloads them on changes and shows what is wrong with the site. */
import type { PreviewState } from '../../model/preview.ts';
import { createOverlay } from './overlay.ts';
import { keepPlace, restorePlace } from './place.ts';

const script = document.currentScript as HTMLScriptElement;
const overlay = createOverlay(new URL('overlay.css', script.src).href);
let stream: EventSource | undefined;

function follow(state: PreviewState): void {
  if (state.build === script.dataset.build) {
    overlay.show(state);
  } else {
    keepPlace();
    location.reload();
  }
}

/** A browser opens few connections to one host, so a hidden page gives up its own. */
function listen(): void {
  stream?.close();
  stream = undefined;
  if (document.visibilityState === 'hidden') return;
  stream = new EventSource(new URL('events', script.src));
  stream.addEventListener('message', ({ data }) => follow(JSON.parse(data)));
}

document.addEventListener('visibilitychange', listen);
addEventListener('pagehide', () => stream?.close());
addEventListener('pageshow', listen);
restorePlace();
