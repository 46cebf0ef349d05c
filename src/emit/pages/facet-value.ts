/** Facet value: the pages of each author, institution, venue, year and tag, with its papers and related values. */
import type { PlacedCard } from '../../model/card.ts';
import type { Facets, FacetValue } from '../../model/facet.ts';
import { type Facet, facetsOf } from '../../model/facets.ts';
import type { Site } from '../../model/site.ts';
import type { Slug } from '../../model/slug.ts';
import { toRelativeUrl, type UrlPath } from '../../model/url-path.ts';
import { toOrcidUrl } from '../../text/paper-url.ts';
import { type Pageless, toFacetUrl } from '../parts/author-pages.ts';
import type { LinkView } from '../parts/byline.ts';
import { toEntry } from '../parts/entry.ts';
import { type PageParts, printPage, withFeed } from '../parts/page.ts';
import { toPager } from '../parts/pager.ts';
import { PAGE_SIZE, paginate } from '../parts/paginate.ts';
import { toPaperCount } from '../parts/paper-count.ts';
import { toYearMarks } from '../parts/year-marks.ts';
import { toFacetFeedPath, toFacetIndexPath, toFacetPath, toHomePath } from '../paths.ts';
import type { Press } from '../press.ts';

/** The most related values that a page names, the closest first. */
const NEAR_SHOWN = 24;

export interface FacetValueParts {
  readonly page: PageParts;
  readonly kind: string;
  readonly label: string;
  readonly parameter: string;
  readonly slug: Slug;
  readonly name: string;
  readonly full: string;
  readonly orcid?: string;
  readonly url?: string;
  /** The number of papers that have the value. */
  readonly total: number;
  readonly rows: readonly { readonly card: PlacedCard; readonly year?: string }[];
  /** Other values that these papers have, with how many papers they share. */
  readonly near: {
    readonly label: string;
    readonly kind: string;
    readonly values: readonly {
      readonly name: string;
      readonly slug: Slug;
      readonly count: number;
      readonly isPageless?: true;
    }[];
    /** How many more there are. */
    readonly more: number;
  };
  readonly number: number;
  readonly pages: number;
}

interface FacetValueOutput {
  readonly path: UrlPath;
  readonly kind: 'facet-value';
  readonly parts: FacetValueParts;
}

export function planFacetValues(site: Site, pageless: Pageless, feeds: ReadonlySet<UrlPath>): FacetValueOutput[] {
  const all = facetsOf(site.list);
  return all.flatMap((facet) => {
    const findNear = createNear(site.facets, facet, all, site.cards.length);
    const left = new Set(pageless[facet.kind]);
    const leftNear = new Set(pageless[facet.near.kind]);
    return (site.facets[facet.kind] ?? [])
      .filter(({ slug }) => !left.has(slug))
      .flatMap((value) => planValue(site, facet, value, findNear(value), leftNear, feeds));
  });
}

function planValue(
  site: Site,
  facet: Facet,
  value: FacetValue,
  near: readonly Near[],
  pageless: ReadonlySet<Slug>,
  feeds: ReadonlySet<UrlPath>,
): FacetValueOutput[] {
  const { kind, label, parameter, relation } = facet;
  const { slug, name, full = '' } = value;
  const total = value.papers.length;
  const pages = paginate([{ head: value, rows: value.papers }], PAGE_SIZE['without-notes']);
  return pages.map((groups, index) => {
    const cards = groups.flatMap(({ rows }) => rows.map((paper) => site.cards[paper] as PlacedCard));
    // On the page of a year, every paper is from that year.
    const years = kind === 'years' ? [] : toYearMarks(cards);
    const path = toFacetPath(kind, slug, index + 1);
    const page: PageParts = {
      path,
      title: `${name} · ${site.list.title}${index > 0 ? `, page ${index + 1}` : ''}`,
      description: `${toPaperCount(total)} ${relation} ${full || name} in the list ${site.list.title}.`,
      view: 'without-notes',
      style: 'facets.css',
      hasMath: cards.some(({ hasTitleMath }) => hasTitleMath),
      facet: kind,
      ...withFeed(toFacetFeedPath(kind, slug), `${name} · ${site.list.title}`, feeds),
    };
    const parts: FacetValueParts = {
      page,
      kind,
      label,
      parameter,
      slug,
      name,
      full,
      ...(value.orcid === undefined ? {} : { orcid: value.orcid }),
      ...(value.url === undefined ? {} : { url: value.url }),
      total,
      rows: cards.map((card, at) => ({ card, ...(years[at] === undefined ? {} : { year: years[at] }) })),
      near: {
        label: facet.near.label,
        kind: facet.near.kind,
        values: near.slice(0, NEAR_SHOWN).map((one) => ({
          name: one.value.name,
          slug: one.value.slug,
          count: one.count,
          ...(pageless.has(one.value.slug) ? { isPageless: true } : {}),
        })),
        more: Math.max(near.length - NEAR_SHOWN, 0),
      },
      number: index + 1,
      pages: pages.length,
    };
    return { path, kind: 'facet-value', parts };
  });
}

export function printFacetValue(parts: FacetValueParts, press: Press): string {
  const { page, kind, slug, name, near } = parts;
  const { path } = page;
  const link = (to: UrlPath) => toRelativeUrl(path, to);
  const body = press.print('facet-value', {
    home: link(toHomePath('without-notes', 1)),
    index: link(toFacetIndexPath(kind)),
    label: parts.label,
    name,
    full: parts.full,
    links: toPersonLinks(parts),
    total: toPaperCount(parts.total),
    feed: page.feed === undefined ? '' : link(page.feed.path),
    finder: { scope: `${parts.parameter}:${slug}`, name, order: 'By year' },
    entries: parts.rows.map(({ card, year }) => toEntry(card, { path, facets: press.facets, level: 2, year })),
    nearLabel: near.label,
    near: near.values.map((one) => ({
      name: one.name,
      href: toFacetUrl(path, near.kind, one.slug, one.isPageless === true),
      count: one.count,
    })),
    moreNear: near.more,
    pager: toPager(parts.number, parts.pages, (to) => link(toFacetPath(kind, slug, to))),
  });
  return printPage(press, page, body);
}

function toPersonLinks({ orcid, url }: FacetValueParts): readonly LinkView[] {
  return [
    ...(url === undefined ? [] : [{ label: 'Home page', href: url }]),
    ...(orcid === undefined ? [] : [{ label: `ORCID ${orcid}`, href: toOrcidUrl(orcid) }]),
  ];
}

/** Another value, and how many papers the two share. */
interface Near {
  readonly value: FacetValue;
  readonly count: number;
}

/** Finds the other values that the papers of a value have: most papers first, years newest first. */
function createNear(
  facets: Facets,
  { near }: Facet,
  all: readonly Facet[],
  count: number,
): (value: FacetValue) => readonly Near[] {
  const values = facets[near.kind] ?? [];
  const byPaper: number[][] = Array.from({ length: count }, () => []);
  for (const [position, { papers }] of values.entries()) for (const paper of papers) byPaper[paper]?.push(position);
  const isByCount = all.find(({ kind }) => kind === near.kind)?.index !== 'newest';
  return (value) => {
    const counts = new Map<number, number>();
    for (const paper of value.papers) {
      for (const position of byPaper[paper] ?? []) counts.set(position, (counts.get(position) ?? 0) + 1);
    }
    return [...counts]
      .map(([position, shared]) => ({ position, value: values[position] as FacetValue, count: shared }))
      .filter((one) => one.value !== value)
      .toSorted((left, right) => (isByCount ? right.count - left.count : 0) || left.position - right.position);
  };
}
