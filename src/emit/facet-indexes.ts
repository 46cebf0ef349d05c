/** Facet indexes: a page per facet that leads to all its values. */
import anyAscii from 'any-ascii';
import type { FacetKind, FacetValue } from '../model/facet.ts';
import type { Output } from '../model/output.ts';
import { toPersonName } from '../model/person-name.ts';
import { compareText } from '../model/problem.ts';
import { toRelativeUrl, type UrlPath } from '../model/url-path.ts';
import { FACET_KINDS, FACET_WORDS } from './facet-words.ts';
import { printPage, type Workshop } from './frame.ts';
import { toFacetIndexPath, toFacetPath, toHomePath } from './paths.ts';

/** A line of an index. */
interface Line {
  readonly name: string;
  readonly value: FacetValue;
}

/** Lines below a letter; one group without letter where there are no letters. */
interface LineGroup {
  readonly letter: string;
  readonly lines: readonly Line[];
}

export function emitFacetIndexes(workshop: Workshop): readonly Output[] {
  const { facets } = workshop.site;
  return FACET_KINDS.filter((kind) => facets[kind].length > 0).map((kind) => {
    const path = toFacetIndexPath(kind);
    return { path, print: () => printIndex(workshop, path, kind) };
  });
}

function printIndex(workshop: Workshop, path: UrlPath, kind: FacetKind): string {
  const { site, print } = workshop;
  const values = site.facets[kind];
  const { label } = FACET_WORDS[kind];
  const body = print('facet-index', {
    home: toRelativeUrl(path, toHomePath('without-notes', 1)),
    label,
    count: values.length,
    groups: toGroups(kind, values).map(({ letter, lines }) => ({
      letter,
      id: `letter-${letter === OTHER ? 'other' : letter.toLowerCase()}`,
      lines: lines.map(({ name, value }) => ({
        name,
        full: value.full ?? '',
        href: toRelativeUrl(path, toFacetPath(kind, value.slug, 1)),
        count: value.papers.length,
      })),
    })),
  });
  return printPage(workshop, {
    path,
    title: `${label} · ${site.list.title}`,
    description: `${label} of the papers in the list ${site.list.title}.`,
    view: 'without-notes',
    style: 'facets.css',
    hasMath: false,
    facet: kind,
    body,
  });
}

/** Authors by family name below letters, years newest first, the others by their papers, most first, then by name. */
function toGroups(kind: FacetKind, values: readonly FacetValue[]): readonly LineGroup[] {
  if (kind === 'authors') return groupByLetter(values);
  const inOrder =
    kind === 'years' ? values : values.toSorted((left, right) => right.papers.length - left.papers.length);
  return [{ letter: '', lines: inOrder.map((value) => ({ name: value.name, value })) }];
}

/** Stands for a letter where a name has none in ASCII. */
const OTHER = '#';

function groupByLetter(values: readonly FacetValue[]): readonly LineGroup[] {
  const sorted = values
    .map((value) => ({ value, ...toIndexName(toSplit(value)) }))
    .toSorted((left, right) => compareText(left.order, right.order) || compareText(left.value.slug, right.value.slug));
  const groups = new Map<string, Line[]>();
  for (const { name, value, order } of sorted) {
    const letter = /^[a-z]/.exec(order)?.[0].toUpperCase() ?? OTHER;
    const group = groups.get(letter);
    if (group === undefined) groups.set(letter, [{ name, value }]);
    else group.push({ name, value });
  }
  return [...groups].map(([letter, lines]) => ({ letter, lines }));
}

/** The spelling that tells the family name, if one does. */
function toSplit({ name, spellings }: FacetValue): string {
  return spellings.find((spelling) => /[,{]/.test(spelling)) ?? name;
}

/** `Maaten, Laurens van der` as a bibliography has it, and what it is sorted by: ASCII letters, the family first. */
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
