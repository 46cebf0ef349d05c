/** Form: what stands in the fields of the add page, read, written and kept until the window closes. */
import { FIELD_ROWS } from '../../model/fields.ts';
import { FORM_BY_TYPE, type OwnFieldRule } from '../../model/own-field.ts';
import type { PaperFields } from '../../model/paper-fields.ts';
import { DRAFT } from '../kept.ts';
import type { Storage } from '../storage.ts';

/** What the form holds. */
export interface Draft {
  readonly fields: PaperFields;
  /** Markdown, as typed. */
  readonly notes: string;
  /** The name of the file without `.md`; empty where its reader left it to us. */
  readonly file: string;
}

type Control = HTMLInputElement | HTMLTextAreaElement;

/** Reads the form; a field that is empty is absent. `declared` are the own fields of the list. */
export function readForm(form: HTMLFormElement, declared: readonly OwnFieldRule[]): Draft {
  const fields: Record<string, string | readonly string[]> = {};
  const own: Record<string, string | readonly string[]> = {};
  for (const { name, written } of FIELD_ROWS) {
    const text = textOf(form, name).trim();
    if (name === 'topics') fields[name] = boxesOf(form).flatMap((box) => (box.checked ? [box.value] : []));
    else if (text !== '') fields[name] = written === 'list' ? toNames(text) : text;
  }
  for (const { name, type } of declared) {
    const text = textOf(form, name).trim();
    if (text !== '') own[name] = FORM_BY_TYPE[type] === 'list' ? toNames(text) : text;
  }
  return { fields: { title: '', ...fields, own }, notes: textOf(form, 'notes'), file: textOf(form, 'file').trim() };
}

/**
 * Puts what was found into its fields, and gives how many it filled. What an earlier finding left there goes, so that
 * two papers are never mixed; what was typed into other fields stays.
 */
export function fillForm(form: HTMLFormElement, found: PaperFields): number {
  let count = 0;
  for (const control of controlsOf(form)) {
    if (control.dataset.found === control.value) control.value = '';
    delete control.dataset.found;
  }
  for (const [name, value] of Object.entries(found)) {
    const control = controlOf(form, name);
    const text = Array.isArray(value) ? (control?.tagName === 'TEXTAREA' ? toLines(value) : value.join(', ')) : value;
    if (control === undefined || typeof text !== 'string' || text === '') continue;
    control.value = text;
    control.dataset.found = control.value;
    count += 1;
  }
  return count;
}

/** True where nothing has been typed or chosen. */
export function isEmpty({ fields, notes }: Draft): boolean {
  const { added: _, own = {}, ...typed } = fields;
  return notes.trim() === '' && [...Object.values(typed), ...Object.values(own)].every((value) => value.length === 0);
}

/** Keeps everything that is typed, the pasted text too. */
export function keepForm(form: HTMLFormElement, storage: Storage): void {
  const texts = Object.fromEntries(controlsOf(form).map(({ name, value }) => [name, value]));
  const topics = boxesOf(form).flatMap((box) => (box.checked ? [box.value] : []));
  storage.write(DRAFT, JSON.stringify({ texts, topics }));
}

/** Puts back what was kept; false where there is nothing. */
export function restoreForm(form: HTMLFormElement, storage: Storage): boolean {
  const kept = storage.read(DRAFT);
  const controls = controlsOf(form).filter(({ name }) => kept !== undefined && Object.hasOwn(kept.texts, name));
  if (kept === undefined || controls.length === 0) return false;
  for (const control of controls) control.value = kept.texts[control.name] as string;
  for (const box of boxesOf(form)) box.checked = kept.topics.includes(box.value);
  return true;
}

/** The field of this name, if the form has it. */
export function controlOf(form: HTMLFormElement, name: string): Control | undefined {
  return controlsOf(form).find((control) => control.name === name);
}

/** A name a line; a line below a single one with a comma, which would part it. */
function toLines(names: readonly string[]): string {
  return names.length === 1 && names[0]?.includes(',') ? `${names[0]}\n` : names.join('\n');
}

/** A name a line; on a single line commas part them. */
function toNames(text: string): string[] {
  const names = text.includes('\n') ? text.split('\n').map((line) => line.replace(/,\s*$/, '')) : text.split(',');
  return names.map((name) => name.trim()).filter((name) => name !== '');
}

function textOf(form: HTMLFormElement, name: string): string {
  return controlOf(form, name)?.value ?? '';
}

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.querySelectorAll<Control>('input[type="text"], textarea')];
}

function boxesOf(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
}
