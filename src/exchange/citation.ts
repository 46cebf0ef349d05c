/** Citation: a paper as a reference list prints it, in the author-date style of the APA (Publication Manual, 7th edition). */
import { toWords } from '../model/formulas.ts';
import type { Paper } from '../model/paper.ts';
import { toArxivUrl, toDoiUrl } from '../model/paper-url.ts';
import { isGroup, toPersonName } from '../model/person-name.ts';
import { toVenue } from './venues.ts';

/** From here on the manual names the first nineteen and the last. */
const MOST_AUTHORS = 20;

/** `Patashnik, O., & Wu, Z. (2021). StyleCLIP: ... . arXiv. https://...`: plain text in one line; what is not known is left out, formulas stay TeX. */
export function toCitation(paper: Paper): string {
  const { year } = paper;
  const authors = toAuthors(paper.authors);
  const title = toWords(paper.title);
  const date = `(${year ?? 'n.d.'})`;
  const venue = paper.venue === undefined ? undefined : toVenue(paper.venue);
  const where =
    venue === undefined
      ? undefined
      : venue.kind === 'conference'
        ? `In ${venue.name}`
        : venue.kind === 'preprint' && paper.arxiv !== undefined
          ? `arXiv:${paper.arxiv}`
          : venue.name;
  const address =
    paper.doi !== undefined ? toDoiUrl(paper.doi) : paper.arxiv !== undefined ? toArxivUrl(paper.arxiv) : paper.url;
  // A reference without authors begins with its title.
  const parts = authors === '' ? [title, date, where] : [`${authors} ${date}`, title, where];
  const text = parts.filter((part) => part !== undefined).map(toSentence);
  return [...text, ...(address === undefined ? [] : [address])].join(' ');
}

function toAuthors(authors: readonly string[]): string {
  const names = authors.map(toName);
  if (names.length > MOST_AUTHORS) return `${names.slice(0, MOST_AUTHORS - 1).join(', ')}, ... ${names.at(-1)}`;
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')}, & ${names.at(-1)}`;
}

/** `Patashnik, O.`, `Cohen-Or, D.`, `Yu, J.-Y.`; groups and single names as they are. */
function toName(name: string): string {
  const { family, given, suffix } = toPersonName(name);
  if (given === undefined || isGroup(name)) return family;
  const initials = given
    .split(/\s+/)
    .map((word) => word.split('-').map(toInitial).join('-'))
    .join(' ');
  return [family, initials, ...(suffix === undefined ? [] : [suffix])].join(', ');
}

function toInitial(word: string): string {
  const [first = ''] = word;
  return /\p{Letter}/u.test(first) ? `${first.toUpperCase()}.` : word;
}

function toSentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}
