/** ACM: a paper as a reference list prints it in the style of the ACM (Citation Style and Reference Formats, 2024). */
import type { Paper } from '../model/paper.ts';
import { MORE_AUTHORS } from '../text/author-list.ts';
import { toDollarText } from '../text/formulas.ts';
import { toPrintedPages } from '../text/pages.ts';
import { toPrintedName } from '../text/person-name.ts';
import { joinKnown, joinNames, toEdition, toLastingUrl, toSentence } from './reference-parts.ts';
import type { Work } from './work.ts';

/** `Or Patashnik and Zongze Wu. 2021. A Title. In Proceedings of …, 2085–2094. https://…`; formulas stay TeX. */
export function toAcm(work: Work): string {
  const { paper } = work;
  const title = `${toDollarText(paper.title)}${toRemark(paper, work)}`;
  const by = toNames(paper.authors, paper.hasMoreAuthors) || (work.type === 'book' ? toEditors(paper) : '');
  const year = paper.year === undefined ? 'n.d.' : String(paper.year);
  const parts = by === '' ? [title, year] : [by, year, title];
  const address = toLastingUrl(paper, work);
  const text = [...parts, ...toWhere(paper, work)].filter((part) => part !== '').map(toSentence);
  return [...text, ...(address === undefined ? [] : [address])].join(' ');
}

function toRemark({ edition }: Paper, { type }: Work): string {
  return type === 'book' && edition !== undefined ? ` (${toEdition(edition)})` : '';
}

function toWhere(paper: Paper, { type, container, publisher = '', arxiv }: Work): readonly string[] {
  const { volume, issue, school, genre, series } = paper;
  const pages = paper.pages === undefined ? undefined : toPrintedPages(paper.pages);
  if (type === 'preprint' && arxiv !== undefined && /^arxiv\b|^$/i.test(container ?? '')) return [`arXiv:${arxiv}`];
  if (type === 'article') {
    const year = paper.year === undefined ? undefined : `(${paper.year})`;
    const numbers = joinKnown([joinKnown([volume, issue], ', '), year], ' ');
    return [joinKnown([joinKnown([container, numbers], ' '), pages], ', ')];
  }
  if (type === 'thesis') return [genre ?? 'Thesis', school ?? container ?? publisher];
  if (type === 'report') return [joinKnown([genre ?? 'Technical Report', issue], ' '), publisher || (container ?? '')];
  if (type === 'conference' || type === 'chapter') {
    const inside = container === undefined ? undefined : `In ${container}`;
    const editors = type === 'chapter' ? toEditors(paper) : '';
    const own = series === undefined ? undefined : `(${joinKnown([series, volume], ', Vol. ')})`;
    return [joinKnown([joinKnown([inside, own], ' '), editors, publisher, pages], ', ')];
  }
  return [...new Set([container ?? '', publisher])];
}

function toEditors({ editors = [], hasMoreEditors }: Paper): string {
  if (editors.length === 0) return '';
  return `${toNames(editors, hasMoreEditors)} (${editors.length === 1 && !hasMoreEditors ? 'Ed.' : 'Eds.'})`;
}

function toNames(names: readonly string[], hasMore = false): string {
  const printed = names.map(toPrintedName);
  return hasMore && printed.length > 0 ? [...printed, MORE_AUTHORS].join(', ') : joinNames(printed, ' and ');
}
