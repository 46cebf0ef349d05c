/** APA: a paper as a reference list prints it in the author-date style of the APA (Publication Manual, 7th edition). */

import type { Paper } from '../model/paper.ts';
import { MORE_AUTHORS } from '../text/author-list.ts';
import { toDollarText } from '../text/formulas.ts';
import { toPrintedPages } from '../text/pages.ts';
import { toPersonName } from '../text/person-name.ts';
import { joinNames, toEdition, toInitialedName, toInitials, toLastingUrl, toSentence } from './reference-parts.ts';
import type { Work } from './work.ts';

/** With more authors than this, the manual names the first nineteen and the last. */
const MOST_AUTHORS = 20;

/**
 * `Patashnik, O., & Wu, Z. (2021). A Title. arXiv:2103.17249. https://…`: one line; what is not known is left out, except
 * the date; formulas stay TeX.
 */
export function toApa(work: Work): string {
  const { paper } = work;
  const authors = toAuthors(paper);
  const title = `${toDollarText(paper.title)}${toRemark(paper, work)}`;
  const date = `(${paper.year ?? 'n.d.'})`;
  const address = toLastingUrl(paper, work);
  // A reference without authors or editors begins with its title.
  const parts = authors === '' ? [title, date] : [`${toSentence(authors)} ${date}`, title];
  const text = [...parts, ...toWhere(paper, work)].map(toSentence);
  return [...text, ...(address === undefined ? [] : [address])].join(' ');
}

/** What a work is, if its title does not stand for a paper: ` (2nd ed.)`, ` [PhD thesis, MIT]`, ` [Data set]`. */
function toRemark({ genre, school, edition, issue, series, volume }: Paper, { type, container }: Work): string {
  if (type === 'thesis') {
    return ` [${[genre ?? 'Thesis', school ?? container].filter((part) => part !== undefined).join(', ')}]`;
  }
  if (type === 'report' && (genre ?? issue) !== undefined) {
    return ` (${[genre ?? 'Report', ...(issue === undefined ? [] : [`No. ${issue}`])].join(' ')})`;
  }
  if (type === 'book') {
    const parts = [
      ...(series === undefined && volume !== undefined ? [`Vol. ${volume}`] : []),
      ...(edition === undefined ? [] : [toEdition(edition)]),
    ];
    return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
  }
  return type === 'dataset' ? ' [Data set]' : type === 'software' ? ' [Computer software]' : '';
}

/** Where it stands: `ACM Transactions on Graphics, 41(4), 1–13`, `In Proceedings of … (pp. 2085–2094)`, and the publisher. */
function toWhere(paper: Paper, { type, container, publisher, arxiv }: Work): readonly string[] {
  const place = publisher === undefined ? [] : [publisher];
  if (type === 'thesis') return place;
  if (type === 'preprint' && arxiv !== undefined && /^arxiv\b/i.test(container ?? '')) return [`arXiv:${arxiv}`];
  if (container === undefined) {
    const { series, volume } = paper;
    return [...(series === undefined ? [] : [volume === undefined ? series : `${series}: Vol. ${volume}`]), ...place];
  }
  const pages = paper.pages === undefined ? undefined : toPrintedPages(paper.pages);
  if (type === 'article') {
    const issue = paper.issue === undefined ? '' : `(${paper.issue})`;
    const volume = `${paper.volume ?? ''}${issue}`;
    return [[container, volume, pages].filter((part) => part !== undefined && part !== '').join(', ')];
  }
  if (type !== 'conference' && type !== 'chapter') return [...new Set([container, ...place])];
  const editors = type === 'chapter' ? toEditors(paper) : '';
  const details = [
    ...(type === 'chapter' && paper.edition !== undefined ? [toEdition(paper.edition)] : []),
    ...(paper.volume === undefined ? [] : [`Vol. ${paper.volume}`]),
    ...(pages === undefined ? [] : [`${/[–,]/.test(pages) ? 'pp.' : 'p.'} ${pages}`]),
  ];
  const remark = details.length === 0 ? '' : ` (${details.join(', ')})`;
  return [`In ${editors}${container}${remark}`, ...place];
}

/** `A. Bee & C. Dee (Eds.), ` */
function toEditors({ editors = [], hasMoreEditors }: Paper): string {
  if (editors.length === 0) return '';
  const names = editors.map(toInitialedName);
  const all = hasMoreEditors ? `${names.join(', ')}, ${MORE_AUTHORS}` : joinNames(names, ' & ');
  return `${all} (${editors.length === 1 && !hasMoreEditors ? 'Ed.' : 'Eds.'}), `;
}

/** A book without authors is listed by its editors. */
function toAuthors({ authors, hasMoreAuthors, editors = [], hasMoreEditors }: Paper): string {
  if (authors.length > 0 || editors.length === 0) return toNames(authors, hasMoreAuthors);
  return `${toNames(editors, hasMoreEditors)} (${editors.length === 1 && !hasMoreEditors ? 'Ed.' : 'Eds.'})`;
}

function toNames(authors: readonly string[], hasMore = false): string {
  const names = authors.map(toInvertedName);
  if (hasMore && names.length > 0) return [...names.slice(0, MOST_AUTHORS - 1), MORE_AUTHORS].join(', ');
  if (names.length > MOST_AUTHORS) return `${names.slice(0, MOST_AUTHORS - 1).join(', ')}, ... ${names.at(-1)}`;
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')}, & ${names.at(-1)}`;
}

/** `Patashnik, O.`, `Cohen-Or, D.`, `Yu, J.-Y.`, `Lau, R. W. H.`; groups and single names as they are. */
function toInvertedName(name: string): string {
  const { family, given = '', suffix } = toPersonName(name);
  return [family, toInitials(given), suffix].filter((part) => part).join(', ');
}
