/** Facet values: a page per author, institution, venue, year and tag, with its papers and what else they have. */
import type { FacetKind, Facets, FacetValue } from '../model/facet.ts';
import { late } from '../model/late.ts';
import type { Output } from '../model/output.ts';
import type { Slug } from '../model/slug.ts';
import { toRelativeUrl, type UrlPath } from '../model/url-path.ts';
import { toEntry } from './entry.ts';
import { FACET_KINDS, FACET_WORDS } from './facet-words.ts';
import { printPage, type Workshop } from './frame.ts';
import { toPager } from './pager.ts';
import { PAGE_SIZE, paginate } from './paginate.ts';
import { toFacetIndexPath, toFacetPath, toHomePath } from './paths.ts';
import { toYearMarks } from './year-marks.ts';

/** Values near to one that its page names, the nearest first. */
const NEAR_SHOWN = 24;

export function emitFacetValues(workshop: Workshop): readonly Output[] {
  const { facets } = workshop.site;
  return FACET_KINDS.flatMap((kind) => {
    const findNear = createNear(facets, kind);
    return facets[kind].flatMap((value) => emitValue(workshop, kind, value, () => findNear(value)));
  });
}

/** Another value, and how many papers the two share. */
interface Near {
  readonly value: FacetValue;
  readonly count: number;
}

function emitValue(workshop: Workshop, kind: FacetKind, value: FacetValue, findNear: () => readonly Near[]): Output[] {
  const pages = paginate([{ head: value, rows: value.papers }], PAGE_SIZE['without-notes']);
  return pages.map((groups, index) => {
    const papers = groups.flatMap(({ rows }) => rows);
    const path = toFacetPath(kind, value.slug, index + 1);
    const page = { path, kind, value, papers, number: index + 1, count: pages.length };
    return { path, print: () => printValue(workshop, { ...page, near: findNear() }) };
  });
}

interface ValuePage {
  readonly path: UrlPath;
  readonly kind: FacetKind;
  readonly value: FacetValue;
  readonly near: readonly Near[];
  readonly papers: FacetValue['papers'];
  readonly number: number;
  readonly count: number;
}

function printValue(workshop: Workshop, { path, kind, value, near, papers, number, count }: ValuePage): string {
  const { list } = workshop.site;
  const { label, parameter, relation, near: words } = FACET_WORDS[kind];
  const total = `${value.papers.length} ${value.papers.length === 1 ? 'paper' : 'papers'}`;
  // On the page of a year every paper is of that year.
  const years = kind === 'years' ? [] : toYearMarks(papers.map(({ paper }) => paper));
  const body = workshop.print('facet-value', {
    home: toRelativeUrl(path, toHomePath('without-notes', 1)),
    index: toRelativeUrl(path, toFacetIndexPath(kind)),
    label,
    name: value.name,
    full: value.full ?? '',
    total,
    finder: { scope: `${parameter}:${value.slug}`, name: value.name, order: 'By year' },
    entries: papers.map((rendered, at) =>
      toEntry(workshop, rendered, { path, level: 2, year: years[at], hasNotes: false }),
    ),
    nearLabel: words.label,
    near: near.slice(0, NEAR_SHOWN).map((one) => ({
      name: one.value.name,
      href: toRelativeUrl(path, toFacetPath(words.kind, one.value.slug, 1)),
      count: one.count,
    })),
    moreNear: Math.max(near.length - NEAR_SHOWN, 0),
    pager: toPager(number, count, (page) => toRelativeUrl(path, toFacetPath(kind, value.slug, page))),
  });
  return printPage(workshop, {
    path,
    title: `${value.name} · ${list.title}${number > 1 ? `, page ${number}` : ''}`,
    description: `${total} ${relation} ${value.full ?? value.name} in the list ${list.title}.`,
    view: 'without-notes',
    style: 'facets.css',
    hasMath: papers.some(({ hasTitleMath }) => hasTitleMath),
    facet: kind,
    body,
  });
}

/** Finds what the papers of a value have beside it: most papers first, years newest first. */
function createNear(facets: Facets, kind: FacetKind): (value: FacetValue) => readonly Near[] {
  const other = FACET_WORDS[kind].near.kind;
  const around = late(() => lookAround(facets[other]));
  return (value) => {
    const { positions, byPaper } = around();
    const counts = new Map<FacetValue, number>();
    for (const { paper } of value.papers) {
      for (const one of byPaper.get(paper.slug) ?? []) counts.set(one, (counts.get(one) ?? 0) + 1);
    }
    counts.delete(value);
    const position = (one: Near) => positions.get(one.value) as number;
    return [...counts]
      .map(([one, count]) => ({ value: one, count }))
      .toSorted(
        (left, right) => (other === 'years' ? 0 : right.count - left.count) || position(left) - position(right),
      );
  };
}

/** The place of each value in its order, and the values of each paper. */
function lookAround(values: readonly FacetValue[]) {
  const positions = new Map(values.map((value, position) => [value, position]));
  const byPaper = new Map<Slug, FacetValue[]>();
  for (const value of values) {
    for (const { paper } of value.papers) byPaper.set(paper.slug, [...(byPaper.get(paper.slug) ?? []), value]);
  }
  return { positions, byPaper };
}
