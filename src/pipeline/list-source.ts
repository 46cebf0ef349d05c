/** List source: which file in a folder declares the list, and what is read from it. */

import { parseList } from '../content/parse/parse-list.ts';
import { renderList } from '../content/render/render.ts';
import { guard } from '../content/report/fault.ts';
import type { List } from '../model/list.ts';
import type { OwnFieldRules } from '../model/own-field.ts';
import type { PrepareSettings } from '../model/prepare-settings.ts';
import { FILE_START, type Problem } from '../model/problem.ts';
import type { Prose } from '../model/prose.ts';
import type { Source } from '../model/source.ts';

/** `papers/index.md`, not an `index.md` further down. */
export function findList(sources: readonly Source[]): Source | undefined {
  return sources.find(({ path }) => path.split('/').length === 2 && path.endsWith('/index.md'));
}

export interface ReadList {
  /** Missing if the file is missing or cannot be parsed. */
  readonly list?: List;
  /** The own fields that papers may have. */
  readonly rules: OwnFieldRules;
  readonly problems: readonly Problem[];
}

/** The list that `index` declares, without rendering its introduction. Never throws. */
export function readListSource(index: Source | undefined, papersFolder: string): ReadList {
  if (index === undefined) return { rules: [], problems: [missingList(papersFolder)] };
  const { result, fault } = guard(index.path, () => parseList(index));
  if (result === undefined) return { rules: 'unknown', problems: [fault] };
  const { list, rules, problems } = result;
  return { ...(list === undefined ? {} : { list }), rules, problems };
}

/** The list and its introduction. Never throws. */
export function prepareList(
  index: Source | undefined,
  papersFolder: string,
): ReadList & { readonly introduction?: Prose } {
  const { list, rules, problems } = readListSource(index, papersFolder);
  if (list === undefined) return { rules, problems };
  const { result, fault } = guard(list.path, () => renderList(list));
  if (result === undefined) return { list, rules, problems: [...problems, fault] };
  return { list, rules, introduction: result.introduction, problems: [...problems, ...result.problems] };
}

/** The problem of a folder without an `index.md`. */
function missingList(papersFolder: string): Problem {
  const file = `${papersFolder.split(/[\\/]/).at(-1)}/index.md`;
  const message = `The list itself is missing: there is no ${file}.`;
  const hint = 'It declares the title and the topics, for instance: --- / title: CLIP / topics: [CLIP + GAN] / ---';
  return { rule: 'list-missing', severity: 'error', message, hint, file, ...FILE_START };
}

/** What of the list the papers depend on; the address of a page is not part of it. */
export function toSettings({ list, rules }: Pick<ReadList, 'list' | 'rules'>): PrepareSettings {
  return { venues: (list?.venues ?? []).map(({ slug: _slug, ...venue }) => venue), fields: rules };
}
