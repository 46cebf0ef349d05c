/** Facet index: a page per facet that links to all its values. */
import anyAscii from 'any-ascii';
import type { FacetValue } from '../../model/facet.ts';
import { type Facet, facetsOf } from '../../model/facets.ts';
import { compareText } from '../../model/problem.ts';
import type { Site } from '../../model/site.ts';
import type { Slug } from '../../model/slug.ts';
import { toRelativeUrl, type UrlPath } from '../../model/url-path.ts';
import { partMark, toPersonName } from '../../text/person-name.ts';
import type { Pageless } from '../parts/author-pages.ts';
import { type PageParts, printPage } from '../parts/page.ts';
import { toFacetIndexPath, toFacetPath, toHomePath, toPaperPath } from '../paths.ts';
import type { Press } from '../press.ts';

/** A line of an index. */
interface Line {
  readonly name: string;
  readonly full: string;
  readonly slug: Slug;
  readonly count: number;
  /** The only paper of a value without a page. */
  readonly paper?: Slug;
}

/** The lines under a letter; a single group without a letter if there are no letters. */
interface LineGroup {
  readonly letter: string;
  readonly lines: readonly Line[];
}

export interface FacetIndexParts {
  readonly page: PageParts;
  readonly kind: string;
  readonly label: string;
  readonly count: number;
  readonly groups: readonly LineGroup[];
}

export function planFacetIndexes(
  site: Site,
  pageless: Pageless,
): { path: UrlPath; kind: 'facet-index'; parts: FacetIndexParts }[] {
  return facetsOf(site.list).flatMap((facet) => {
    const { kind, label } = facet;
    const values = site.facets[kind] ?? [];
    if (values.length === 0) return [];
    const path = toFacetIndexPath(kind);
    const page: PageParts = {
      path,
      title: `${label} · ${site.list.title}`,
      description: `${label} of the papers in the list ${site.list.title}.`,
      view: 'without-notes',
      style: 'facets.css',
      hasMath: false,
      facet: kind,
    };
    const left = new Set(pageless[kind]);
    const toLine = ({ name, full = '', slug, papers }: FacetValue): Line => ({
      name,
      full,
      slug,
      count: papers.length,
      ...(left.has(slug) ? { paper: site.cards[papers[0] as number]?.slug as Slug } : {}),
    });
    const groups = toGroups(facet, values, toLine);
    return [{ path, kind: 'facet-index', parts: { page, kind, label, count: values.length, groups } }];
  });
}

export function printFacetIndex({ page, kind, label, count, groups }: FacetIndexParts, press: Press): string {
  const { path } = page;
  const body = press.print('facet-index', {
    home: toRelativeUrl(path, toHomePath('without-notes', 1)),
    label,
    count,
    groups: groups.map(({ letter, lines }) => ({
      letter,
      id: `letter-${letter === OTHER ? 'other' : letter.toLowerCase()}`,
      lines: lines.map(({ slug, paper, ...line }) => ({
        ...line,
        href: toRelativeUrl(path, paper === undefined ? toFacetPath(kind, slug, 1) : toPaperPath(paper)),
      })),
    })),
  });
  return printPage(press, page, body);
}

type ToLine = (value: FacetValue) => Line;

/** People by family name under letters, years newest first, others by their number of papers, most first, then by name. */
function toGroups({ index }: Facet, values: readonly FacetValue[], toLine: ToLine): readonly LineGroup[] {
  if (index === 'letters') return groupByLetter(values, toLine);
  const inOrder =
    index === 'newest' ? values : values.toSorted((left, right) => right.papers.length - left.papers.length);
  return [{ letter: '', lines: inOrder.map(toLine) }];
}

/** Used instead of a letter if a name has none in ASCII. */
const OTHER = '#';

function groupByLetter(values: readonly FacetValue[], toLine: ToLine): readonly LineGroup[] {
  const sorted = values
    .map((value) => ({ value, ...toIndexName(toSplit(value)) }))
    .toSorted((left, right) => compareText(left.order, right.order) || compareText(left.value.slug, right.value.slug));
  const groups = new Map<string, Line[]>();
  for (const { name, value, order } of sorted) {
    const letter = /^[a-z]/.exec(order)?.[0].toUpperCase() ?? OTHER;
    const group = groups.get(letter) ?? [];
    groups.set(letter, group);
    group.push({ ...toLine(value), name });
  }
  return [...groups].map(([letter, lines]) => ({ letter, lines }));
}

/** The spelling that shows which part is the family name, if any. */
function toSplit({ name, spellings }: FacetValue): string {
  return spellings.map((spelling) => partMark(spelling).name).find((spelling) => /[,{]/.test(spelling)) ?? name;
}

/** `Maaten, Laurens van der`, as in a bibliography, and its sort key: ASCII letters, family name first. */
function toIndexName(written: string): { readonly name: string; readonly order: string } {
  const { family, given, suffix } = toPersonName(written);
  const parts = [family, given, suffix].filter((part) => part !== undefined);
  const toLetters = (part: string) =>
    anyAscii(part.normalize('NFC'))
      .toLowerCase()
      .replace(/[^a-z\d ]/g, '')
      .trim();
  return { name: parts.join(', '), order: parts.map(toLetters).join('\t') };
}
