/** Add: the script of the add page. What is typed becomes a file, goes through the stages of the build, and is shown. */
import './without-eval.ts';

import { readBibtex } from '../../exchange/bibtex-reader.ts';
import { facetsOf } from '../../model/facets.ts';
import type { OwnField } from '../../model/own-field.ts';
import type { FieldsRead } from '../../model/paper-fields.ts';
import type { Slug } from '../../model/slug.ts';
import { DRAFT } from '../kept.ts';
import { createStorage } from '../storage.ts';
import { ask } from './ask.ts';
import { type CheckedDraft, checkDraft } from './check-draft.ts';
import { controlOf, fillForm, isEmpty, keepForm, readForm, restoreForm } from './form.ts';
import { toInlineCode } from './inline-code.ts';
import { createKnownPapers } from './known-papers.ts';
import { showPreview } from './preview.ts';
import { showProblems } from './show-problems.ts';
import { partOf, showFile, takeFile } from './take-file.ts';
import { toVerdict } from './verdict.ts';

/** How long nothing must be typed before the file is made again, in milliseconds. */
const PAUSE = 300;

const form = document.querySelector('form.add') as HTMLFormElement;
const { root = '', listPath = '', mathStyle = '', papers: data = '', fields: declared = '[]' } = form.dataset;
const fields: readonly OwnField[] = JSON.parse(declared);
const facets = facetsOf({ fields });
const storage = createStorage(new URL(root || '.', location.href));
const topics = [...form.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')].map(({ value }) => value);
const files = data.split(' ').map((file) => new URL(file, location.href));
const known = createKnownPapers(files.length, async (file) => (await fetch(files[file] as URL)).json());

/** Fields that the reader has visited; all of them once they are filled in for the reader, or the file is taken. */
const visited = new Set<string>();
let areAllVisited = false;
let timer: number | undefined;

function makeFile(): CheckedDraft | undefined {
  const draft = readForm(form, fields);
  return isEmpty(draft) ? undefined : checkDraft(draft, { path: listPath, topics, papers: known.all(), fields });
}

function show(): void {
  clearTimeout(timer);
  const checked = makeFile();
  const isVisited = (field: string) => areAllVisited || visited.has(field);
  showProblems(form, partOf(form, 'summary'), checked ?? { text: '', problems: [] }, isVisited);
  showFile(form, checked);
  const preview = partOf(form, 'preview');
  if (checked?.entry?.card.hasMath === true) loadMathStyle();
  if (checked?.entry === undefined) preview.textContent = 'Nothing yet.';
  else showPreview(preview, checked.entry, facets);
  const verdict = checked === undefined ? '' : toVerdict(checked);
  if (partOf(form, 'verdict').textContent !== verdict) partOf(form, 'verdict').textContent = verdict;
  if (checked !== undefined) compare(checked);
}

/** Shows the problems again if the list has papers that this one was not compared with. */
async function compare({ path, entry }: CheckedDraft): Promise<void> {
  const name = path.replace(/^.*\/|\.md$/g, '') as Slug;
  const paper = entry?.card ?? { slug: name, aliases: [], title: '' };
  // They cannot be fetched from disk: then only the check of the list will report that a paper already exists.
  if (location.protocol !== 'file:' && (await known.load(paper))) show();
}

let isMathStyled = false;

function loadMathStyle(): void {
  if (isMathStyled || mathStyle === '') return;
  isMathStyled = true;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = mathStyle;
  document.head.append(link);
}

/** Fills in what was read, and says so. */
function take(read: FieldsRead): void {
  const status = partOf(form, 'found');
  if ('failure' in read) {
    status.replaceChildren(...toInlineCode(`${read.failure.message} ${read.failure.hint}`));
    return;
  }
  const count = fillForm(form, read.fields);
  areAllVisited = true;
  keepForm(form, storage);
  show();
  const filled = count === 1 ? '1 field is' : `${count} fields are`;
  const remarks = (read.remarks ?? []).map(({ message, hint }) => ` ${message} ${hint}`);
  status.replaceChildren(
    ...toInlineCode(`${filled} filled in below. Choose the topics and write the notes.${remarks.join('')}`),
  );
}

/** The first record of what was pasted. */
function readPasted(text: string): FieldsRead {
  const hint = 'A record looks like this: `@inproceedings{key, title = {The title}}`.';
  return readBibtex(text)[0]?.read ?? { failure: { message: 'No BibTeX record was found.', hint } };
}

async function press(action: string | undefined, button: HTMLButtonElement): Promise<void> {
  if (action === 'fetch') {
    button.disabled = true;
    partOf(form, 'found').textContent = 'Asking …';
    const read = await ask(controlOf(form, 'known')?.value ?? '');
    button.disabled = false;
    button.focus();
    take(read);
  } else if (action === 'read') {
    take(readPasted(controlOf(form, 'pasted')?.value ?? ''));
  } else if (action === 'download' || action === 'copy') {
    areAllVisited = true;
    show();
    const checked = makeFile();
    if (checked === undefined) partOf(form, 'taken').textContent = 'The file is still empty.';
    else await takeFile(form, action, checked);
  } else if (action === 'clear') {
    form.reset();
    storage.write(DRAFT, undefined);
    areAllVisited = false;
    visited.clear();
    begin();
    partOf(form, 'found').textContent = '';
    partOf(form, 'taken').textContent = 'The form is empty again.';
  }
}

/** An empty form has one thing filled in: the date on which the paper is added, today. */
function begin(): void {
  const added = controlOf(form, 'added');
  const today = new Date();
  const parts = [today.getFullYear(), today.getMonth() + 1, today.getDate()];
  if (added !== undefined) added.value = parts.map((part) => String(part).padStart(2, '0')).join('-');
  show();
}

form.addEventListener('input', () => {
  keepForm(form, storage);
  clearTimeout(timer);
  timer = window.setTimeout(show, PAUSE);
});
form.addEventListener('focusout', ({ target }) => {
  const { name } = target as HTMLInputElement;
  if (!name) return;
  visited.add(name.replace('[]', ''));
  clearTimeout(timer);
  timer = window.setTimeout(show, PAUSE);
});
form.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest('button');
  if (button !== null) press(button.dataset.action, button);
});
// Enter presses the first button of a form, which is meant for the first field only.
form.addEventListener('keydown', (event) => {
  const { type, name } = event.target as HTMLInputElement;
  if (event.key === 'Enter' && type === 'text' && name !== 'known') event.preventDefault();
});

if (restoreForm(form, storage)) {
  areAllVisited = true;
  show();
} else begin();
