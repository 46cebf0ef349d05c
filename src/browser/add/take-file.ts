/** Take file: shows the finished file, and lets the reader download it, copy it or open it on GitHub. */
import { DEFAULT_BRANCH } from '../../text/branch-name.ts';
import { copyText } from '../copying.ts';
import { offerFile } from '../records.ts';
import type { CheckedDraft } from './check-draft.ts';
import { toGithubLink } from './github-link.ts';

/** Shows the file and where it belongs; undefined if nothing has been typed. */
export function showFile(form: HTMLFormElement, checked: CheckedDraft | undefined): void {
  partOf(form, 'file').textContent = checked?.text ?? '';
  const link = partOf(form, 'github') as HTMLAnchorElement;
  const { repository = '', branch = DEFAULT_BRANCH } = form.dataset;
  link.hidden = repository === '' || checked === undefined;
  partOf(form, 'where-to').textContent = '';
  if (checked === undefined) return;
  const { path, text } = checked;
  if (repository === '') {
    partOf(form, 'where-to').textContent = `Save it as ${path} in the list, or send it to the list's owner.`;
    return;
  }
  const { href, isFilled } = toGithubLink({ repository, branch }, path, text);
  link.href = href;
  link.textContent = isFilled ? 'Open on GitHub' : 'Open an empty file on GitHub';
  partOf(form, 'where-to').textContent = isFilled
    ? `GitHub opens with ${path} filled in; all you need is an account.`
    : `The file is too long for a link: copy it first, then paste it into ${path}, which GitHub opens empty.`;
}

/** Downloads or copies the file, and says how it went. */
export async function takeFile(
  form: HTMLFormElement,
  action: 'download' | 'copy',
  { path, text }: CheckedDraft,
): Promise<void> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const taken = partOf(form, 'taken');
  if (action === 'download') {
    offerFile(name, 'text/markdown', text);
    taken.textContent = `${name} downloaded.`;
  } else {
    taken.textContent = (await copyText(text)) ? `${name} copied.` : 'The browser does not allow copying here.';
  }
}

/** The element of the form that shows this. */
export function partOf(form: HTMLFormElement, part: string): HTMLElement {
  return form.querySelector(`[data-part="${part}"]`) as HTMLElement;
}
