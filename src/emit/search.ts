/** Search: the data from which the browser finds, filters and orders papers, `search/*.json`. */
import MiniSearch from 'minisearch';
import type { FacetValue } from '../model/facet.ts';
import type { DeclaredName } from '../model/list.ts';
import type { Output } from '../model/output.ts';
import type { Paper } from '../model/paper.ts';
import { toPrintedName } from '../model/person-name.ts';
import { compareText } from '../model/problem.ts';
import type { Rendered } from '../model/rendered.ts';
import { type PackedIndex, type PlainIndex, packIndex } from '../model/search/packed-index.ts';
import {
  FIELD_WEIGHTS,
  type FilterFacet,
  NOTES_FIELD,
  type NotesData,
  type PapersData,
  TEXTS_PER_FILE,
  type TextsData,
  toSteps,
  type ValueData,
} from '../model/search/search-data.ts';
import { toIdTerm, toNameTerm, toTerms } from '../model/search/words.ts';
import type { Site } from '../model/site.ts';
import type { Slug } from '../model/slug.ts';
import type { Workshop } from './frame.ts';
import { toHomePlan } from './home.ts';
import { findPages } from './list-page.ts';
import { toSearchPath } from './paths.ts';

export function emitSearch({ site }: Workshop): readonly Output[] {
  const slugs = site.papers.map(({ paper }) => paper.slug);
  const stamp = toStamp(slugs);
  const toTexts = (papers: readonly Rendered[]) => papers.map(({ sections }) => sections.map(toSectionText).join('\n'));
  const toPapers = (): PapersData => ({
    stamp,
    slugs,
    pages: findFirsts(site),
    homes: findHomes(site),
    years: site.papers.map(({ paper }) => paper.year ?? 0),
    code: findNumbers(site, ({ paper }) => paper.links.some(({ name }) => name === 'code')),
    notes: findNumbers(site, ({ sections }) => sections.length > 0),
    orders: toOrders(site.papers),
    facets: toFacets(site),
    index: toIndex(site.papers.map(toFields(site)), Object.keys(FIELD_WEIGHTS)),
  });
  const toNotes = (): NotesData => ({
    stamp,
    index: toIndex(
      toTexts(site.papers).map((text) => ({ [NOTES_FIELD]: toTerms(text) })),
      [NOTES_FIELD],
    ),
  });
  const files = Array.from({ length: Math.ceil(slugs.length / TEXTS_PER_FILE) }, (_, file) => (): TextsData => {
    return { stamp, texts: toTexts(site.papers.slice(file * TEXTS_PER_FILE, (file + 1) * TEXTS_PER_FILE)) };
  });
  return [
    toOutput('papers', toPapers),
    toOutput('notes', toNotes),
    ...files.map((toData, file) => toOutput(`texts.${file}`, toData)),
  ];
}

function toOutput(name: string, toData: () => object): Output {
  return { path: toSearchPath(name), print: () => `${JSON.stringify(toData())}\n` };
}

/** FNV-1a of all slugs: the files of one build bear the same. */
function toStamp(slugs: readonly Slug[]): string {
  let hash = 0x811c9dc5;
  for (const character of slugs.join(' ')) hash = Math.imul(hash ^ (character.codePointAt(0) as number), 0x01000193);
  return (hash >>> 0).toString(16);
}

function toSectionText({ heading, text }: Rendered['sections'][number]): string {
  return heading === undefined ? text : `${heading.text}\n${text}`;
}

function findFirsts(site: Site): readonly number[] {
  const pages = findPages(toHomePlan(site), 'without-notes');
  const numbers = site.papers.map(({ paper }) => pages.get(paper.slug) ?? 1);
  return numbers.flatMap((page, paper) => (paper === 0 || page !== numbers[paper - 1] ? [paper] : []));
}

function findHomes(site: Site): PapersData['homes'] {
  const paths = new Map(site.topics.map(({ topic, path }) => [topic.name, path]));
  const homes = site.papers.map(({ paper }) => paths.get(paper.topics[0] as string) ?? '');
  return homes.flatMap((home, paper) => (home === homes[paper - 1] ? [] : [[home, paper] as const]));
}

function findNumbers({ papers }: Site, holds: (rendered: Rendered) => boolean): readonly number[] {
  return papers.flatMap((rendered, number) => (holds(rendered) ? [number] : []));
}

/** The terms of each field; names made of several words are found by each of these. */
function toFields({ list, facets }: Site): (rendered: Rendered) => Record<keyof typeof FIELD_WEIGHTS, string[]> {
  const toVenueNames = toOtherNames(facets.venues, list.venues);
  const toInstitutionNames = toOtherNames(facets.institutions, list.institutions);
  return (rendered) => {
    const { short, title, authors, tags, topics, venue, year, award, institutions, arxiv, doi, url } = rendered.paper;
    const own = [venue, year, award].filter((part) => part !== undefined).map(String);
    return {
      short: [
        ...toTerms(short ?? '', true),
        ...[short ?? '', title].filter((name) => isShort(name)).map((name) => toNameTerm(name)),
      ],
      title: toTerms(title, true),
      authors: toTerms(authors.map(toPrintedName).join('\n')),
      tags: toTerms(tags.join('\n'), true),
      topics: toTerms(topics.join('\n')),
      venue: [
        ...new Set([
          ...toTerms([...own, ...toVenueNames(rendered)].join('\n')),
          ...[arxiv, doi, url].flatMap((id) => toIdTerm(id ?? '') ?? []),
        ]),
      ],
      institutions: [...new Set(toTerms([...institutions, ...toInstitutionNames(rendered)].join('\n')))],
    };
  };
}

/** True for a name that others may hold among their words; a longer one is told by these alone. */
function isShort(name: string): boolean {
  const { length } = toTerms(name);
  return length > 0 && length <= 4;
}

/** All names of the values that a paper has, whichever of them it uses. */
function toOtherNames(
  values: readonly FacetValue[],
  declared: readonly DeclaredName[],
): (rendered: Rendered) => readonly string[] {
  const byName = new Map(declared.map((one) => [one.name, one]));
  const byPaper = new Map<Rendered, string[]>();
  for (const { name, full = '', papers } of values) {
    const names = [name, full, ...(byName.get(name)?.aliases ?? [])];
    for (const rendered of papers) byPaper.set(rendered, [...(byPaper.get(rendered) ?? []), ...names]);
  }
  return (rendered) => byPaper.get(rendered) ?? [];
}

function toIndex(
  documents: readonly Readonly<Record<string, readonly string[]>>[],
  fields: readonly string[],
): PackedIndex {
  const index = new MiniSearch({
    fields: [...fields],
    stringifyField: (terms) => terms.join(' '),
    tokenize: (terms) => terms.match(/\S+/g) ?? [],
    processTerm: (term) => term,
  });
  index.addAll(documents.map((document, id) => ({ ...document, id })));
  return packIndex(index.toJSON() as unknown as PlainIndex);
}

function toOrders(papers: readonly Rendered[]): PapersData['orders'] {
  const numbers = papers.map((_, number) => number);
  const sortBy = (compare: (left: Paper, right: Paper) => number) =>
    numbers.toSorted((left, right) => {
      const [one, other] = [papers[left] as Rendered, papers[right] as Rendered];
      return compare(one.paper, other.paper) || left - right;
    });
  const compareDates = (left: Paper, right: Paper) =>
    (right.year ?? 0) - (left.year ?? 0) || compareText(right.date ?? '', left.date ?? '');
  return {
    newest: sortBy(compareDates),
    added: sortBy((left, right) => compareText(right.added ?? '', left.added ?? '') || compareDates(left, right)),
    title: sortBy((left, right) => compareText(toSortKey(left), toSortKey(right))),
  };
}

/** As a reader would look for it: by its short name, then by its title, without case, accents and punctuation. */
function toSortKey({ short, title }: Paper): string {
  // A line feed comes before a blank: `CLIP` stands above `CLIP-Adapter`, whatever its title.
  return [short ?? '', title].flatMap((name) => toTerms(name).join(' ') || []).join('\n');
}

function toFacets(site: Site): Readonly<Record<FilterFacet, readonly ValueData[]>> {
  const places = new Map(site.papers.map((rendered, number) => [rendered, number]));
  const toData = (slug: string, name: string, papers: readonly Rendered[]): ValueData => {
    const numbers = new Set(papers.flatMap((rendered) => places.get(rendered) ?? []));
    return [slug, name, toSteps([...numbers].sort((left, right) => left - right))];
  };
  const { venues, institutions, authors, tags } = site.facets;
  return {
    topic: site.topics
      .map(({ path, topic }) => {
        const inside = site.topics.filter((place) => place.path === path || place.path.startsWith(`${path}/`));
        return toData(
          path,
          topic.name,
          inside.flatMap((place) => place.papers),
        );
      })
      .filter(([, , steps]) => steps.length > 0),
    venue: venues.map(({ slug, name, papers }) => toData(slug, name, papers)),
    institution: institutions.map(({ slug, name, papers }) => toData(slug, name, papers)),
    author: authors.map(({ slug, name, papers }) => toData(slug, name, papers)),
    tag: tags.map(({ slug, name, papers }) => toData(slug, name, papers)),
  };
}
