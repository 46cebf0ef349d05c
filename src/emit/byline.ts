/** Byline: who wrote a paper, where and when it appeared, how it is tagged, each a link to the page that has more of it. */
import { MORE_AUTHORS } from '../model/author-list.ts';
import { type Html, toHtml } from '../model/html.ts';
import type { Paper } from '../model/paper.ts';
import { toPrintedName } from '../model/person-name.ts';
import { toRelativeUrl, type UrlPath } from '../model/url-path.ts';
import type { Workshop } from './frame.ts';

export interface LinkView {
  readonly label: string;
  readonly href: string;
}

export interface BylineView {
  /** Names with commas between them, and `et al.` behind the last if it is not known who else; empty where none is known. */
  readonly authors: Html;
  /** The venue and the year, as much as is known. */
  readonly place: readonly LinkView[];
  readonly award?: string;
  readonly institutions: readonly LinkView[];
  readonly tags: readonly LinkView[];
}

/** The byline of a paper on the page at `path`, with no more than `most` authors. */
export function toByline(
  { facetPathOf }: Pick<Workshop, 'facetPathOf'>,
  paper: Paper,
  path: UrlPath,
  most?: number,
): BylineView {
  const linkTo = (kind: Parameters<typeof facetPathOf>[0], spelling: string) =>
    toRelativeUrl(path, facetPathOf(kind, spelling));
  const authors = paper.authors.slice(0, most);
  return {
    authors: printAuthors(
      authors.map((name) => ({ label: toPrintedName(name), href: linkTo('authors', name) })),
      paper.hasMoreAuthors === true && authors.length === paper.authors.length,
    ),
    place: toPlace(paper, linkTo),
    ...(paper.award === undefined ? {} : { award: paper.award }),
    institutions: paper.institutions.map((label) => ({ label, href: linkTo('institutions', label) })),
    tags: paper.tags.map((label) => ({ label, href: linkTo('tags', label) })),
  };
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** Names with commas between them, in the direction of the first; each of the others for itself where they differ. */
function printAuthors(authors: readonly LinkView[], hasMore: boolean): Html {
  const isMixed = new Set(authors.map(({ label }) => RIGHT_TO_LEFT.test(label))).size > 1;
  const names = authors.map(({ label, href }, index) => {
    const link = `<a href="${toHtml(href)}">${toHtml(label)}</a>`;
    return isMixed && index > 0 ? `<bdi>${link}</bdi>` : link;
  });
  return [...names, ...(hasMore && names.length > 0 ? [MORE_AUTHORS] : [])].join(', ') as Html;
}

/** `Arxiv` and `2021`; of `CVPR 2021` in that year the same two, for the year is said once. */
function toPlace({ venue, year }: Paper, linkTo: (kind: 'venues' | 'years', spelling: string) => string): LinkView[] {
  const written = year === undefined ? '' : String(year);
  const isYearLast = written !== '' && venue?.endsWith(` ${written}`);
  const name = isYearLast ? venue?.slice(0, -written.length).replace(/[\s,]+$/, '') : venue;
  const isYearSaid = written === '' || name?.includes(written);
  return [
    ...(venue === undefined ? [] : [{ label: name || venue, href: linkTo('venues', venue) }]),
    ...(isYearSaid ? [] : [{ label: written, href: linkTo('years', written) }]),
  ];
}
