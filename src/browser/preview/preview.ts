/** Preview: the script that `dev` puts into its pages; they follow the site and show what is wrong with it. */
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

/** A browser opens few connections to one host: a page that nobody sees leaves its own to others. */
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
