/** Reference parts: what the styles of references share. */
import type { Paper } from '../model/paper.ts';
import { toArxivUrl, toDoiUrl } from '../text/paper-url.ts';
import { toPersonName } from '../text/person-name.ts';
import type { Work } from './work.ts';

/** A line of what is known. */
export type Parts = readonly (string | undefined)[];

/** Those parts that there are, joined. */
export function joinKnown(parts: Parts, between: string): string {
  return parts.filter((part) => part !== undefined && part !== '').join(between);
}

/** `A`, `A and B`, `A, B, and C` with ` and ` for `last`. */
export function joinNames(names: readonly string[], last: string): string {
  return names.length < 3 ? names.join(last) : `${names.slice(0, -1).join(', ')},${last}${names.at(-1)}`;
}

/** `O. Patashnik`, `J. Smith Jr.`; groups and single names as they are. */
export function toInitialedName(name: string): string {
  const { family, given = '', suffix } = toPersonName(name);
  return joinKnown([toInitials(given), family, suffix], ' ');
}

const ENDINGS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };

/** `2nd ed.`, `Third ed.` */
export function toEdition(edition: string): string {
  if (!/^\d{1,3}$/.test(edition)) return /\bed(?:ition|\.)/i.test(edition) ? edition : `${edition} ed.`;
  const ending = ENDINGS[new Intl.PluralRules('en', { type: 'ordinal' }).select(Number(edition))] ?? 'th';
  return `${edition}${ending} ed.`;
}

/** The address that lasts longest. */
export function toLastingUrl({ doi, url }: Paper, { arxiv }: Work): string | undefined {
  if (doi !== undefined) return toDoiUrl(doi);
  return arxiv === undefined ? url : toArxivUrl(arxiv);
}

/** `Jun-Yan` becomes `J.-Y.`; a nickname is left out. */
export function toInitials(given: string): string {
  return given
    .replace(/["“”«»][^"“”«»]*["“”«»]/g, ' ')
    .replace(/\.(?=\p{Letter})/gu, '. ')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.split('-').map(toInitial).join('-'))
    .join(' ');
}

function toInitial(word: string): string {
  const [first = ''] = word;
  return /\p{Letter}/u.test(first) ? `${first.toUpperCase()}.` : word;
}

/** With a full stop, unless it has an end of its own. */
export function toSentence(text: string): string {
  return /[.?!…。？！]”?$/.test(text) ? text : `${text}.`;
}
