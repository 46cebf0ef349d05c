/** Byline: who wrote a paper, where and when it appeared, how it is tagged, each a link to the page that has more of it. */

import type { PlacedCard } from '../../model/card.ts';
import type { Facet } from '../../model/facets.ts';
import { type Html, toHtml } from '../../model/html.ts';
import type { Slug } from '../../model/slug.ts';
import type { UrlPath } from '../../model/url-path.ts';
import { MORE_AUTHORS } from '../../text/author-list.ts';
import { toPrintedName } from '../../text/person-name.ts';
import { toFacetUrl } from './author-pages.ts';

export interface LinkView {
  readonly label: string;
  readonly href: string;
}

export interface BylineView {
  /** Names with commas between them, and `et al.` behind the last if it is not known who else; empty if none is known. */
  readonly authors: Html;
  /** Without a venue, who stands for the work: its school or its publisher; empty if it is among the institutions. */
  readonly holder: string;
  /** The venue and the year, as much as is known. */
  readonly place: readonly LinkView[];
  /** The values of the other facets, each with the class of its facet. */
  readonly others: readonly (LinkView & { readonly className: string })[];
}

/** The card as far as a byline needs it. */
export type BylineCard = Pick<PlacedCard, 'values' | 'names' | 'pageless' | 'venue' | 'year' | 'school' | 'publisher'> &
  Parameters<Facet['read']>[0];

/** The values of a facet that a paper has, each a link to its page from the page at `path`. */
export function toValueLinks(card: BylineCard, { kind, read }: Facet, path: UrlPath): readonly LinkView[] {
  return read(card).flatMap((written, index) => {
    const slugs = card.values[kind] ?? [];
    const slug = slugs[index] as Slug;
    const label = card.names?.[kind]?.[index] ?? written;
    // Two spellings of one declared name are one value.
    if (card.names?.[kind] !== undefined && slugs.indexOf(slug) < index) return [];
    return [{ label, href: toFacetUrl(path, kind, slug, card.pageless?.[kind]?.includes(slug) === true) }];
  });
}

/** The byline of a paper on the page at `path`, with no more than `most` authors; `facets` are those of the list. */
export function toByline(card: BylineCard, path: UrlPath, facets: readonly Facet[], most?: number): BylineView {
  const toLinks = (facet: Facet) => toValueLinks(card, facet, path);
  const authors = facets.filter(({ shown }) => shown === 'authors').flatMap(toLinks);
  return {
    authors: printAuthors(
      authors.slice(0, most).map(({ label, href }) => ({ label: toPrintedName(label), href })),
      card.hasMoreAuthors === true && authors.length <= (most ?? authors.length),
    ),
    holder: toHolder(card),
    place: toPlace(card, facets.filter(({ shown }) => shown === 'venue').flatMap(toLinks)),
    others: [...facets.filter(isBesideVenue), ...facets.filter((facet) => !isBesideVenue(facet))].flatMap((facet) => {
      const { shown } = facet;
      return typeof shown === 'string' ? [] : toLinks(facet).map((link) => ({ ...link, className: shown.className }));
    }),
  };
}

function toHolder({ venue, school, publisher, institutions }: BylineCard): string {
  const holder = venue === undefined ? (school ?? publisher ?? '') : '';
  return institutions.includes(holder) ? '' : holder;
}

function isBesideVenue({ shown }: Facet): boolean {
  return typeof shown === 'object' && shown.isBesideVenue === true;
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** Names with commas between them, in the direction of the first; each of the others for itself if they differ. */
function printAuthors(authors: readonly LinkView[], hasMore: boolean): Html {
  const isMixed = new Set(authors.map(({ label }) => RIGHT_TO_LEFT.test(label))).size > 1;
  const names = authors.map(({ label, href }, index) => {
    const link = `<a href="${toHtml(href)}">${toHtml(label)}</a>`;
    return isMixed && index > 0 ? `<bdi>${link}</bdi>` : link;
  });
  return [...names, ...(hasMore && names.length > 0 ? [MORE_AUTHORS] : [])].join(', ') as Html;
}

/** `Arxiv` and `2021`; of `CVPR 2021` in that year the same two, for the year is printed once. */
function toPlace({ venue, year }: BylineCard, links: readonly LinkView[]): readonly LinkView[] {
  const written = year === undefined ? '' : String(year);
  const isYearLast = written !== '' && venue?.endsWith(` ${written}`);
  const name = isYearLast ? venue?.slice(0, -written.length).replace(/[\s,]+$/, '') : venue;
  return links.flatMap((link) => {
    if (link.label === venue) return [{ ...link, label: name || venue }];
    return name?.includes(link.label) ? [] : [link];
  });
}
