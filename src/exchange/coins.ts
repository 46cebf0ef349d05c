/**
 * COinS: a paper as a ContextObject in a span of a page that names many papers, from which Zotero saves several at once
 * (Z39.88-2004, the formats `book`, `journal` and `dc`).
 */

import type { PaperType } from '../model/paper-type.ts';
import { toDollarText } from '../text/formulas.ts';
import { partPages } from '../text/pages.ts';
import { toArxivUrl, toPaperUrl } from '../text/paper-url.ts';
import { toFamilyFirst } from '../text/person-name.ts';
import type { Work } from './work.ts';

/** The types that have a format of their own; the others are described in Dublin Core. */
const FORMATS: { readonly [Type in PaperType]?: 'journal' | 'book' } = {
  article: 'journal',
  conference: 'book',
  book: 'book',
  chapter: 'book',
};

type Part = readonly [name: string, value: string | undefined];

/** The query string for the `title` of the span. Not escaped for HTML. */
export function toCoins(work: Work): string {
  const { paper, type, container, publisher, arxiv } = work;
  const title = toDollarText(paper.title);
  const [first, last] = paper.pages === undefined ? [] : partPages(paper.pages);
  const url = toPaperUrl(paper);
  const where: readonly Part[] = [
    ['rft.volume', paper.volume],
    ['rft.issue', paper.issue],
    ['rft.spage', first],
    ['rft.epage', last],
  ];
  const kinds: Readonly<Record<'journal' | 'book' | 'dc', readonly Part[]>> = {
    journal: [['rft.genre', 'article'], ['rft.atitle', title], ['rft.jtitle', container], ...where],
    book: [...toBookParts(type, title, container, publisher ?? paper.school), ...where, ['rft.isbn', paper.isbn]],
    dc: [
      ['rft.type', type === 'software' ? 'computerProgram' : type],
      ['rft.title', title],
      ['rft.publisher', publisher ?? paper.school],
      ['rft.identifier', arxiv === undefined ? url : toArxivUrl(arxiv)],
    ],
  };
  const kind = FORMATS[type] ?? 'dc';
  const parts: readonly Part[] = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', `info:ofi/fmt:kev:mtx:${kind}`],
    ...kinds[kind],
    // Given and family name apart would count as a second author.
    ...paper.authors.map((name): Part => ['rft.au', toFamilyFirst(name)]),
    ['rft.date', paper.date ?? paper.year?.toString()],
    ['rft_id', paper.doi === undefined ? undefined : `info:doi/${paper.doi}`],
    ['rft_id', url],
  ];
  return parts
    .flatMap(([name, value]) => (value === undefined || value === '' ? [] : [`${name}=${encodeURIComponent(value)}`]))
    .join('&');
}

function toBookParts(
  type: PaperType,
  title: string,
  container: string | undefined,
  publisher: string | undefined,
): readonly Part[] {
  if (type === 'book')
    return [
      ['rft.genre', 'book'],
      ['rft.btitle', title],
      ['rft.pub', publisher],
    ];
  return [
    ['rft.genre', type === 'chapter' ? 'bookitem' : 'proceeding'],
    ['rft.atitle', title],
    ['rft.btitle', container],
    ['rft.pub', publisher],
  ];
}
