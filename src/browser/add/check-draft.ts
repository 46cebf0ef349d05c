/** Check draft: turns the content of the form into a file, and sends that file through the stages of the build. */
import { checkNewcomer } from '../../content/collect/cross-checks/cross-checks.ts';
import { createPaperParser } from '../../content/parse/parse.ts';
import { toPaperFile } from '../../exchange/paper-file.ts';
import { toFreeSlug } from '../../exchange/paper-name.ts';
import type { Entry } from '../../model/entry.ts';
import type { KnownPaper } from '../../model/known-paper.ts';
import type { OwnFieldRule } from '../../model/own-field.ts';
import type { Problem } from '../../model/problem.ts';
import { prepare } from '../../pipeline/prepare.ts';
import type { Draft } from './form.ts';

/** What the page knows about the list. */
export interface ListFacts {
  /** The path of the list's own file: `papers/index.md`. */
  readonly path: string;
  /** The names of all topics. */
  readonly topics: readonly string[];
  readonly papers: readonly KnownPaper[];
  /** Its own fields. */
  readonly fields: readonly OwnFieldRule[];
}

/** A draft as the build would see it. */
export interface CheckedDraft {
  /** `papers/styleclip.md` */
  readonly path: string;
  /** The whole file. */
  readonly text: string;
  readonly problems: readonly Problem[];
  /** Missing if the file cannot be parsed. */
  readonly entry?: Entry;
}

/** Pure: the same draft gives the same file, with the same problems that `papershelf check` reports for it. */
export function checkDraft(draft: Draft, list: ListFacts): CheckedDraft {
  const { fields, notes, file } = draft;
  const taken = new Set<string>(list.papers.flatMap(({ slug, aliases }) => [slug, ...aliases]));
  // Spelling Chinese in ASCII would double the size of the script; for such a title, the reader names the file.
  const name = file || toFreeSlug(fields, taken, (text) => text);
  const path = list.path.replace(/[^/]*$/, `${name}.md`);
  const text = toPaperFile(fields, notes, list.fields);
  const { entry, problems } = prepare({ path, text, digest: '' }, { parse: createPaperParser(list.fields) });
  const between = entry === undefined ? [] : checkNewcomer(entry, list.path, list.topics, list.papers);
  return { path, text, problems: [...problems, ...between], ...(entry === undefined ? {} : { entry }) };
}
