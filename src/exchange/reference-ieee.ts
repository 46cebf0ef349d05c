/** IEEE: a paper as a reference list prints it in the numbered style of the IEEE (Reference Guide, 2023), without its number. */
import type { Paper } from '../model/paper.ts';
import { MORE_AUTHORS } from '../text/author-list.ts';
import { toDollarText } from '../text/formulas.ts';
import { toPrintedPages } from '../text/pages.ts';
import { toArxivUrl } from '../text/paper-url.ts';
import { joinKnown, joinNames, toEdition, toInitialedName, toSentence } from './reference-parts.ts';
import type { Work } from './work.ts';

/** With more authors than this, only the first is named. */
const MOST_AUTHORS = 6;

/** `O. Patashnik and Z. Wu, “A Title,” in Proceedings of …, 2021, pp. 2085–2094, doi: 10.1/x.`; formulas stay TeX. */
export function toIeee(work: Work): string {
  const { paper } = work;
  const title = toDollarText(paper.title);
  const year = paper.year === undefined ? undefined : String(paper.year);
  const doi = paper.doi === undefined ? undefined : `doi: ${paper.doi}`;
  const by = toNames(paper.authors, paper.hasMoreAuthors);
  if (work.type === 'book') {
    const volume = paper.volume && `vol. ${paper.volume}`;
    const edition = paper.edition && toEdition(paper.edition);
    const book = toSentence(joinKnown([by || toEditors(paper), title, volume, edition], ', '));
    return close(joinKnown([book, joinKnown([work.publisher, year, doi], ', ')], ' '), paper, work);
  }
  const rest = joinKnown([...toWhere(paper, work, year), doi], ', ');
  const stop = /[?!…。？！.]$/.test(title) ? '' : rest === '' ? '.' : ',';
  return close(joinKnown([joinKnown([by, `“${title}${stop}”`], ', '), rest], ' '), paper, work);
}

function toWhere(
  paper: Paper,
  { type, container, publisher, arxiv }: Work,
  year: string | undefined,
): readonly (string | undefined)[] {
  const { volume, issue, school, genre } = paper;
  const pages = paper.pages === undefined ? undefined : toPrintedPages(paper.pages);
  const printed = pages === undefined ? undefined : `${/[–,]/.test(pages) ? 'pp.' : 'p.'} ${pages}`;
  if (type === 'preprint') {
    return arxiv !== undefined && /^arxiv\b|^$/i.test(container ?? '') ? [year, `arXiv:${arxiv}`] : [container, year];
  }
  if (type === 'article') return [container, volume && `vol. ${volume}`, issue && `no. ${issue}`, printed, year];
  if (type === 'thesis') return [genre ?? 'thesis', school ?? container ?? publisher, year];
  if (type === 'report') return [publisher ?? container, joinKnown([genre ?? 'Rep.', issue], ' '), year];
  if (type === 'conference' || type === 'chapter') {
    const editors = type === 'chapter' ? toEditors(paper) : '';
    const inside = container === undefined ? undefined : `in ${container}`;
    const edition = type === 'chapter' && paper.edition !== undefined ? toEdition(paper.edition) : undefined;
    return [
      inside,
      volume && `vol. ${volume}`,
      edition,
      editors,
      type === 'chapter' ? publisher : undefined,
      year,
      printed,
    ];
  }
  return [...new Set([container, publisher]), year];
}

function toEditors({ editors = [], hasMoreEditors }: Paper): string {
  if (editors.length === 0) return '';
  return `${toNames(editors, hasMoreEditors)}, ${editors.length === 1 && !hasMoreEditors ? 'Ed.' : 'Eds.'}`;
}

function toNames(names: readonly string[], hasMore = false): string {
  const printed = names.map(toInitialedName);
  if (printed.length === 0) return '';
  if (hasMore || printed.length > MOST_AUTHORS) {
    const shown = printed.length > MOST_AUTHORS ? printed.slice(0, 1) : printed;
    return `${shown.join(', ')} ${MORE_AUTHORS}`;
  }
  return joinNames(printed, ' and ');
}

/** Ends with the address at which the paper is read, unless its DOI or its arXiv id says that. */
function close(text: string, { doi, url }: Paper, { arxiv }: Work): string {
  const sentence = toSentence(text);
  if (doi !== undefined || (arxiv !== undefined && text.includes(`arXiv:${arxiv}`))) return sentence;
  const address = url ?? (arxiv === undefined ? undefined : toArxivUrl(arxiv));
  return address === undefined ? sentence : `${sentence} [Online]. Available: ${address}`;
}
