/**
 * Highwire: a paper as the `citation_*` elements of a page's head, which reference managers read; see Google Scholar's
 * guidelines for webmasters. Zotero takes the kind of work from the element that names what it appeared in.
 */

import type { Records } from '../model/entry.ts';
import type { PaperType } from '../model/paper-type.ts';
import { toDollarText } from '../text/formulas.ts';
import { partPages } from '../text/pages.ts';
import { toPaperUrl } from '../text/paper-url.ts';
import { toFamilyFirst } from '../text/person-name.ts';
import type { Work } from './work.ts';

/** What names the container of each type; the others have an item type of Zotero's instead. */
const CONTAINERS: { readonly [Type in PaperType]?: string } = {
  article: 'citation_journal_title',
  conference: 'citation_conference_title',
  chapter: 'citation_book_title',
  report: 'citation_technical_report_institution',
  thesis: 'citation_dissertation_institution',
};

const ITEM_TYPES: { readonly [Type in PaperType]?: string } = {
  preprint: 'preprint',
  book: 'book',
  dataset: 'dataset',
  software: 'computerProgram',
  webpage: 'webpage',
};

/** In document order; what is not known is left out. */
export function toHighwire({ paper, type, container, publisher, arxiv }: Work): Records['meta'] {
  const [first, last] = paper.pages === undefined ? [] : partPages(paper.pages);
  const holder =
    type === 'thesis' ? (paper.school ?? publisher) : type === 'report' ? (publisher ?? container) : container;
  const of = CONTAINERS[type];
  const doi = paper.doi ?? (type === 'preprint' && arxiv !== undefined ? `10.48550/arXiv.${arxiv}` : undefined);
  const pairs: readonly (readonly [name: string, content: string | undefined])[] = [
    ['citation_title', toDollarText(paper.title)],
    // Zotero parts the name of a single author at semicolons.
    ...paper.authors.map((name) => ['citation_author', toFamilyFirst(name).replaceAll(';', '')] as const),
    ['citation_publication_date', (paper.date ?? paper.year?.toString())?.replaceAll('-', '/')],
    ['citation_volume', paper.volume],
    ['citation_issue', paper.issue],
    ['citation_firstpage', first],
    ['citation_lastpage', last],
    ['citation_publisher', type === 'thesis' || type === 'report' ? undefined : publisher],
    ['citation_series_title', paper.series],
    ['citation_isbn', paper.isbn],
    ['citation_doi', doi],
    ['citation_technical_report_number', type === 'report' ? paper.issue : undefined],
    ['citation_public_url', toPaperUrl(paper)],
    ['citation_pdf_url', arxiv === undefined ? undefined : `https://arxiv.org/pdf/${arxiv}`],
    ['citation_abstract', paper.abstract === undefined ? undefined : toDollarText(paper.abstract)],
    // The container comes last, since it decides what the work is.
    ['z:itemType', of === undefined || holder === undefined ? (ITEM_TYPES[type] ?? 'document') : undefined],
    ...(of === undefined ? [] : [[of, holder] as const]),
  ];
  return pairs.flatMap(([name, content]) => {
    const text = content?.replace(/\s+/g, ' ').trim() ?? '';
    return text === '' ? [] : [[name, text] as const];
  });
}
