/** Search papers: `search/papers.js`, which every search and every filter starts with. */
import type { PlacedCard } from '../../model/card.ts';
import { FACETS, type Facet } from '../../model/facets.ts';
import type { DeclaredName } from '../../model/list.ts';
import { compareText } from '../../model/problem.ts';
import { type FacetData, FIELD_WEIGHTS, type PapersData, toSteps } from '../../model/search-data.ts';
import type { Site, SiteTopic } from '../../model/site.ts';
import type { UrlPath } from '../../model/url-path.ts';
import { type Document, packIndex } from '../../text/packed-index.ts';
import { toPrintedName } from '../../text/person-name.ts';
import { toIdTerm, toNameTerm, toTerms } from '../../text/words.ts';
import { listGroups } from '../parts/list-layout.ts';
import { toSearchPath } from '../paths.ts';

/** A facet as the search knows it; papers are given by their position in the list. */
interface SearchedFacet {
  readonly parameter: string;
  readonly label: string;
  /** The field of the index with the names of its values, besides the names that papers use. */
  readonly searched: Facet['searched'] | '';
  readonly isFilter: boolean;
  readonly values: readonly {
    readonly slug: string;
    readonly name: string;
    /** Other names that find it. */
    readonly others: readonly string[];
    readonly papers: readonly number[];
  }[];
}

export interface SearchPapersParts {
  /** In the order of the list. */
  readonly cards: readonly PlacedCard[];
  /** Topics first. */
  readonly facets: readonly SearchedFacet[];
  readonly files: PapersData['files'];
}

/** `files` names the other files of the search. */
export function planSearchPapers(
  site: Site,
  files: PapersData['files'],
): { path: UrlPath; kind: 'search-papers'; parts: SearchPapersParts } {
  const topics: SearchedFacet = {
    parameter: 'topic',
    label: 'Topic',
    searched: '',
    isFilter: true,
    values: site.topics.map((topic) => toTopicValue(site, topic)).filter(({ papers }) => papers.length > 0),
  };
  const facets = FACETS.map((facet) => toSearched(site, facet));
  return {
    path: toSearchPath('papers'),
    kind: 'search-papers',
    parts: { cards: site.cards, facets: [topics, ...facets], files },
  };
}

function toTopicValue(site: Site, topic: SiteTopic): SearchedFacet['values'][number] {
  const papers = [...new Set(listGroups(site, topic).flatMap((inside) => inside.papers))];
  return { slug: topic.path, name: topic.name, others: [], papers };
}

function toSearched(site: Site, { kind, parameter, one, filter, declared, searched }: Facet): SearchedFacet {
  const aliases = new Map(
    (declared === undefined ? [] : site.list[declared]).map((name: DeclaredName) => [name.name, name.aliases]),
  );
  return {
    parameter,
    label: one,
    searched,
    isFilter: filter === 'values',
    values: (site.facets[kind] ?? []).map(({ slug, name, full, papers }) => ({
      slug,
      name,
      // People are found by the names that their papers use.
      others: declared === undefined ? [] : [name, full ?? '', ...(aliases.get(name) ?? [])],
      papers,
    })),
  };
}

/** The script, which passes its data to `papershelf`. */
export function toSearchScript(name: string, data: object): string {
  return `papershelf(${JSON.stringify(name)},${JSON.stringify(data)});\n`;
}

export function printSearchPapers({ cards, facets, files }: SearchPapersParts): string {
  const order = cards
    .map((_, place) => place)
    .sort((left, right) => compareText(slugAt(cards, left), slugAt(cards, right)));
  // From a position in the list to the number of the paper.
  const numbers = new Array<number>(cards.length);
  for (const [number, place] of order.entries()) numbers[place] = number;
  const sorted = order.map((place) => cards[place] as PlacedCard);
  const [topics] = facets as [SearchedFacet];
  const topicNumbers = new Map(topics.values.map(({ name }, index) => [name, index]));
  const names = findNames(facets, numbers);
  const data: PapersData = {
    slugs: sorted.map(({ slug }) => slug),
    orders: toOrders(sorted, numbers),
    homes: sorted.map((card) => topicNumbers.get(card.topics[0] as string) as number),
    years: sorted.map(({ year }) => year ?? 0),
    code: findNumbers(sorted, ({ links }) => links.some(({ name }) => name === 'code')),
    notes: findNumbers(sorted, ({ hasNotes }) => hasNotes),
    facets: facets.filter(({ isFilter }) => isFilter).map((facet) => toFacetData(facet, numbers)),
    index: packIndex(
      sorted.map((card, number) => toDocument(card, names[number] as Names)),
      Object.keys(FIELD_WEIGHTS),
    ),
    files,
  };
  return toSearchScript('papers', data);
}

function slugAt(cards: readonly PlacedCard[], place: number): string {
  return (cards[place] as PlacedCard).slug;
}

function findNumbers(cards: readonly PlacedCard[], holds: (card: PlacedCard) => boolean): readonly number[] {
  return cards.flatMap((card, number) => (holds(card) ? [number] : []));
}

function toFacetData({ parameter, label, values }: SearchedFacet, numbers: readonly number[]): FacetData {
  return {
    parameter,
    label,
    values: values.map(({ slug, name, papers }) => {
      const sorted = papers.map((place) => numbers[place] as number).sort((left, right) => left - right);
      return [slug, name, toSteps(sorted)];
    }),
  };
}

function toOrders(cards: readonly PlacedCard[], list: readonly number[]): PapersData['orders'] {
  const ranks = new Array<number>(cards.length);
  for (const [rank, number] of list.entries()) ranks[number] = rank;
  const sortBy = (compare: (left: PlacedCard, right: PlacedCard) => number) =>
    list.toSorted(
      (left, right) =>
        compare(cards[left] as PlacedCard, cards[right] as PlacedCard) ||
        (ranks[left] as number) - (ranks[right] as number),
    );
  const compareDates = (left: PlacedCard, right: PlacedCard) =>
    (right.year ?? 0) - (left.year ?? 0) || compareText(right.date ?? '', left.date ?? '');
  const keys = new Map(cards.map((card) => [card, toSortKey(card)]));
  return {
    list,
    newest: sortBy(compareDates),
    added: sortBy((left, right) => compareText(right.added ?? '', left.added ?? '') || compareDates(left, right)),
    title: sortBy((left, right) => compareText(keys.get(left) as string, keys.get(right) as string)),
  };
}

/** As a reader would look for it: by short name, then by title, ignoring case, accents and punctuation. */
function toSortKey({ short, title }: PlacedCard): string {
  // A line feed sorts before a space: `CLIP` comes before `CLIP-Adapter`, whatever its title.
  return [short ?? '', title].flatMap((name) => toTerms(name).join(' ') || []).join('\n');
}

/** The other names of a paper's values, by the field of the index that they belong to. */
type Names = Partial<Record<Facet['searched'], string[]>>;

function findNames(facets: readonly SearchedFacet[], numbers: readonly number[]): readonly Names[] {
  const all = numbers.map((): Names => ({}));
  for (const { searched, values } of facets) {
    if (searched === '') continue;
    for (const { others, papers } of values) {
      if (others.length === 0) continue;
      for (const place of papers) {
        const names = all[numbers[place] as number] as Names;
        names[searched] = [...(names[searched] ?? []), ...others];
      }
    }
  }
  return all;
}

/** The terms of each field; a name of several words is found by each of them. */
function toDocument(card: PlacedCard, names: Names): Document {
  const { short = '', title, topics, arxiv, doi, url } = card;
  const read = (field: Facet['searched']) =>
    FACETS.filter(({ searched }) => searched === field).flatMap((facet) => facet.read(card));
  const ids = [arxiv, doi, url].flatMap((id) => toIdTerm(id ?? '') ?? []);
  const fields: Readonly<Record<keyof typeof FIELD_WEIGHTS, readonly string[]>> = {
    short: [...toTerms(short, true), ...[short, title].filter(isShort).map(toNameTerm)],
    title: toTerms(title, true),
    authors: toTerms(read('authors').map(toPrintedName).join('\n')),
    tags: toTerms(read('tags').join('\n'), true),
    topics: toTerms(topics.join('\n')),
    venue: [...new Set([...toTerms([...read('venue'), ...(names.venue ?? [])].join('\n')), ...ids])],
    institutions: [...new Set(toTerms([...read('institutions'), ...(names.institutions ?? [])].join('\n')))],
  };
  return Object.values(fields).map(countTerms);
}

function countTerms(terms: readonly string[]): readonly (readonly [term: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return [...counts];
}

/** True for a name that other names may contain as a word; a longer one is found by its words alone. */
function isShort(name: string): boolean {
  const { length } = toTerms(name);
  return length > 0 && length <= 4;
}
