/** Overlay: shows on the page what keeps the site from being rebuilt. */
import type { PreviewProblem, PreviewState } from '../../model/preview.ts';

export interface Overlay {
  /** Shows the problems of this state, or nothing if there are none. */
  readonly show: (state: PreviewState) => void;
}

/**
 * A dialog, closed by Escape, and a button that opens it again while something is wrong. It lives in a shadow tree, so
 * that the style sheet of the site, which may itself be broken, does not affect it.
 */
export function createOverlay(styleSheet: string): Overlay {
  const host = document.createElement('papershelf-overlay');
  const style = make('link', '', '');
  style.rel = 'stylesheet';
  style.href = styleSheet;
  const dialog = make('dialog', '', '');
  const heading = make('h2', '', '');
  heading.id = 'heading';
  heading.tabIndex = -1;
  dialog.setAttribute('aria-labelledby', heading.id);
  const close = make('button', 'close', 'Close');
  close.type = 'button';
  close.addEventListener('click', () => dialog.close());
  const list = make('ol', '', '');
  const more = make('p', 'more', '');
  const foot = make('p', 'foot', 'Below is the last good version of this page. It reloads once the problem is fixed.');
  const head = make('div', 'head', '', heading, close);
  dialog.append(head, list, more, foot);
  const badge = make('button', 'badge', '');
  badge.type = 'button';
  const open = () => {
    dialog.showModal();
    // So that a screen reader begins here, not with the close button.
    heading.focus();
  };
  badge.addEventListener('click', open);
  host.attachShadow({ mode: 'open' }).append(style, badge, dialog);

  return {
    show({ problems, more: rest }) {
      if (problems.length === 0) {
        host.remove();
        return;
      }
      const total = problems.length + rest;
      const words = `${total} ${total === 1 ? 'error' : 'errors'}`;
      heading.textContent = words;
      badge.textContent = words;
      list.replaceChildren(...problems.map(toItem));
      more.textContent = rest === 0 ? '' : `and ${rest} more; see the terminal.`;
      const show = () => {
        if (!dialog.open) open();
      };
      if (host.isConnected) return show();
      // Wait for the style sheet, but show the dialog even if it fails to load.
      style.addEventListener('load', show, { once: true });
      style.addEventListener('error', show, { once: true });
      document.body.append(host);
    },
  };
}

function toItem({ rule, message, hint, place, excerpt }: PreviewProblem): HTMLLIElement {
  const where = place === undefined ? '' : [place.file, place.line, place.column].filter(isThere).join(':');
  const parts: Element[] = [
    make('p', 'where', '', make('b', '', where), ' ', make('span', '', rule ?? '')),
    make('p', 'message', '', ...toInlineCode(message)),
  ];
  if (excerpt !== undefined) {
    const { before, marked, after } = excerpt;
    const mark = marked === '' ? '' : make('mark', '', marked);
    const line = make('pre', '', '', make('span', 'number', `${place?.line} `), before, mark, after);
    line.tabIndex = 0;
    line.setAttribute('aria-label', `Line ${place?.line}`);
    line.setAttribute('role', 'group');
    parts.push(line);
  }
  if (hint !== undefined) parts.push(make('p', 'hint', '', ...toInlineCode(hint)));
  return make('li', '', '', ...parts);
}

function isThere(part: string | number | undefined): boolean {
  return part !== undefined;
}

/** What is between backticks is a value. */
function toInlineCode(text: string): (string | Element)[] {
  return text.split(/`([^`]*)`/).map((part, index) => (index % 2 === 0 ? part : make('code', '', part)));
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  kind: string,
  text: string,
  ...inside: (string | Element)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (kind !== '') element.className = kind;
  element.append(text, ...inside);
  return element;
}
