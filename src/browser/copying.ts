/** Copying: puts a record, a reference or an address on the clipboard, and says so. */
import type { Announce } from './announcer.ts';

/** Copies a text; false if the browser does not allow it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** The old way, for pages served without TLS or from disk, which have no clipboard to write to. */
function copyBySelection(text: string): boolean {
  const focused = document.activeElement as HTMLElement | null;
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'unseen';
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  focused?.focus();
  return isCopied;
}

/** Binds every button that names what it copies: an element by its id, or the address of the page. */
export function bindCopying(announce: Announce): void {
  document.addEventListener('click', async (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-copy]');
    if (button === null) return;
    const { copy = '', copied = 'Copied.' } = button.dataset;
    const isCopied = await copyText(copy === '' ? toAddress() : (document.getElementById(copy)?.textContent ?? ''));
    announce(isCopied ? copied : 'The browser does not allow copying here.');
  });
}

/** The page's canonical address. */
function toAddress(): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  return canonical ?? location.href.replace(/[?#].*$/, '');
}
