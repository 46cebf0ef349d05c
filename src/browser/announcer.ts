/** Announcer: tells what has happened, on the page for a moment and to a screen reader. */

export type Announce = (message: string) => void;

/** How long a message stays on the page, in milliseconds. */
const SHOWN = 4000;

export function createAnnouncer(): Announce {
  const region = document.createElement('p');
  region.className = 'announcement';
  region.setAttribute('role', 'status');
  document.body.append(region);
  let timer: number | undefined;
  return (message) => {
    region.textContent = message;
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      region.textContent = '';
    }, SHOWN);
  };
}
