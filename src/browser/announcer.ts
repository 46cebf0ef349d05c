/** Announcer: says what has happened, on the page for a moment and to screen readers. */

/** A message that is only for screen readers is not shown: on the page its effect is visible anyway. */
export type Announce = (message: string, isOnlyHeard?: boolean) => void;

/** How long a message stays on the page, in milliseconds. */
const SHOWN = 4000;

export function createAnnouncer(): Announce {
  const region = document.createElement('p');
  region.setAttribute('role', 'status');
  document.body.append(region);
  let timer: number | undefined;
  return (message, isOnlyHeard) => {
    region.className = isOnlyHeard ? 'unseen' : 'announcement';
    region.textContent = message;
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      region.textContent = '';
    }, SHOWN);
  };
}

/** How many papers, in words. */
export function toPapers(count: number): string {
  return count === 1 ? '1 paper' : `${count} papers`;
}
