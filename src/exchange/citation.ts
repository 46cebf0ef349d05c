/**
 * Citation: a paper as a reference list prints it, in the author-date style of the APA (Publication Manual, 7th
 * edition), as far as plain text allows.
 */

import type { Paper } from '../model/paper.ts';
import { MORE_AUTHORS } from '../text/author-list.ts';
import { splitFormulas, unescapeDollars } from '../text/formulas.ts';
import { findArxivId } from '../text/identifiers.ts';
import { toArxivUrl, toDoiUrl } from '../text/paper-url.ts';
import { toPersonName } from '../text/person-name.ts';
import { toVenue } from './venues.ts';

/** With more authors than this, the manual names the first nineteen and the last. */
const MOST_AUTHORS = 20;

/**
 * `Patashnik, O., & Wu, Z. (2021). A Title. arXiv:2103.17249. https://…`: one line; what is not known is left out, except
 * the date; formulas stay TeX.
 */
export function toCitation(paper: Paper): string {
  const authors = toAuthors(paper);
  const title = splitFormulas(paper.title)
    .map(({ text, isFormula }) => (isFormula ? `$${text}$` : unescapeDollars(text)))
    .join('');
  const date = `(${paper.year ?? 'n.d.'})`;
  const address = toAddress(paper);
  // A reference without authors begins with its title.
  const parts = authors === '' ? [title, date] : [`${toSentence(authors)} ${date}`, title];
  const text = [...parts, ...toWhere(paper)].map(toSentence);
  return [...text, ...(address === undefined ? [] : [address])].join(' ');
}

function toWhere(paper: Paper): string[] {
  const { venue } = paper;
  const arxiv = findArxivId(paper);
  if (venue === undefined) return [];
  const { kind, name } = toVenue(venue);
  if (kind === 'preprint' && arxiv !== undefined) return [`arXiv:${arxiv}`];
  return [kind === 'conference' ? `In ${name}` : name];
}

/** The address that lasts longest. */
function toAddress(paper: Paper): string | undefined {
  const { doi, url } = paper;
  const arxiv = findArxivId(paper);
  if (doi !== undefined) return toDoiUrl(doi);
  return arxiv === undefined ? url : toArxivUrl(arxiv);
}

function toAuthors({ authors, hasMoreAuthors }: Paper): string {
  const names = authors.map(toInvertedName);
  if (hasMoreAuthors && names.length > 0) return [...names.slice(0, MOST_AUTHORS - 1), MORE_AUTHORS].join(', ');
  if (names.length > MOST_AUTHORS) return `${names.slice(0, MOST_AUTHORS - 1).join(', ')}, ... ${names.at(-1)}`;
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')}, & ${names.at(-1)}`;
}

/** `Patashnik, O.`, `Cohen-Or, D.`, `Yu, J.-Y.`, `Lau, R. W. H.`; groups and single names as they are. */
function toInvertedName(name: string): string {
  const { family, given = '', suffix } = toPersonName(name);
  const initials = given
    .replace(/["“”«»][^"“”«»]*["“”«»]/g, ' ')
    .replace(/\.(?=\p{Letter})/gu, '. ')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.split('-').map(toInitial).join('-'))
    .join(' ');
  return [family, initials, suffix].filter((part) => part).join(', ');
}

function toInitial(word: string): string {
  const [first = ''] = word;
  return /\p{Letter}/u.test(first) ? `${first.toUpperCase()}.` : word;
}

function toSentence(text: string): string {
  return /[.?!…。？！]$/.test(text) ? text : `${text}.`;
}
