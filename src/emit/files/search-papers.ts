/** Search papers: `search/papers.js`, which every search and every filter starts with. */
import type { PlacedCard } from '../../model/card.ts';
import type { Facet } from '../../model/facets.ts';
import { compareText } from '../../model/problem.ts';
import { type FacetData, FIELD_WEIGHTS, NAME_FIELDS, type PapersData } from '../../model/search-data.ts';
import { type Document, packIndex } from '../../text/packed-index.ts';
import { toIdTerm, toNameTerm, toTerms } from '../../text/words.ts';
import { type SearchedFacet, toValuesData } from '../parts/searched-facets.ts';
import type { Press } from '../press.ts';

export interface SearchPapersParts {
  /** By slug, so that a place is the number of a paper. */
  readonly cards: readonly PlacedCard[];
  /** The numbers of all papers in the order of the list. */
  readonly order: readonly number[];
  /** Topics first; the values of those that have a file of their own are left out. */
  readonly facets: readonly SearchedFacet[];
  readonly files: PapersData['files'];
}

/** The script, which passes its data to `papershelf`. */
export function toSearchScript(name: string, data: object): string {
  return `papershelf(${JSON.stringify(name)},${JSON.stringify(data)});\n`;
}

export function printSearchPapers({ cards, order, facets, files }: SearchPapersParts, press: Press): string {
  const [topics] = facets as [SearchedFacet];
  const topicNumbers = new Map(topics.values.map(({ name }, index) => [name, index]));
  const names = findNames(facets, cards.length);
  const data: PapersData = {
    slugs: cards.map(({ slug }) => slug),
    orders: toOrders(cards, order),
    homes: cards.map((card) => topicNumbers.get(card.topics[0] as string) as number),
    years: cards.map(({ year }) => year ?? 0),
    facets: [
      ...facets
        .filter(({ isFilter }) => isFilter)
        .map(({ parameter, label, values }) => ({ parameter, label, values: toValuesData(values) })),
      toYes('code', 'Code', cards, ({ links }) => links.some(({ name }) => name === 'code')),
      toYes('notes', 'Notes', cards, ({ hasNotes }) => hasNotes),
    ],
    index: packIndex(
      cards.map((card, number) => toDocument(card, names[number] as Names, press)),
      FIELDS,
    ),
    files,
  };
  return toSearchScript('papers', data);
}

/** A facet of one value, which a paper has or has not. */
function toYes(
  parameter: string,
  label: string,
  cards: readonly PlacedCard[],
  holds: (card: PlacedCard) => boolean,
): FacetData {
  const papers = cards.flatMap((card, number) => (holds(card) ? [number] : []));
  return { parameter, label, values: toValuesData([{ slug: 'yes', name: label, others: [], papers }]) };
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

function findNames(facets: readonly SearchedFacet[], count: number): readonly Names[] {
  const all = Array.from({ length: count }, (): Names => ({}));
  for (const { searched, values } of facets) {
    if (searched === '') continue;
    for (const { name, others, papers } of values) {
      if (others.length === 0) continue;
      for (const paper of papers) {
        const names = all[paper] as Names;
        names[searched] = [...(names[searched] ?? []), name, ...others];
      }
    }
  }
  return all;
}

const isOfNames = (field: string) => NAME_FIELDS.some((name) => name === field);
type Field = Exclude<keyof typeof FIELD_WEIGHTS, (typeof NAME_FIELDS)[number]>;
const FIELDS = Object.keys(FIELD_WEIGHTS).filter((field): field is Field => !isOfNames(field));

/** The terms of each field; a name of several words is found by each of them. */
function toDocument(card: PlacedCard, names: Names, { facets, data }: Press): Document {
  const { short = '', title, topics, arxiv, doi, url, own = {} } = card;
  const read = (field: Facet['searched']) =>
    facets.filter(({ searched }) => searched === field).flatMap((facet) => facet.read(card));
  const words = data.list.fields.filter(({ type }) => type === 'terms' || type === 'text');
  const ids = [arxiv, doi, url].flatMap((id) => toIdTerm(id ?? '') ?? []);
  const fields: Readonly<Record<Field, readonly string[]>> = {
    short: [...toTerms(short, true), ...[short, title].filter(isShort).map(toNameTerm)],
    title: toTerms(title, true),
    tags: toTerms(read('tags').join('\n'), true),
    topics: toTerms(topics.join('\n')),
    own: toTerms(words.flatMap(({ name }) => own[name] ?? []).join('\n'), true),
    venue: [...new Set([...toTerms([...read('venue'), ...(names.venue ?? [])].join('\n')), ...ids])],
  };
  return FIELDS.map((field) => countTerms(fields[field]));
}

/** The different terms, and how often each is there. */
export function countTerms(terms: readonly string[]): readonly (readonly [term: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return [...counts];
}

/** True for a name that other names may contain as a word; a longer one is found by its words alone. */
function isShort(name: string): boolean {
  const { length } = toTerms(name);
  return length > 0 && length <= 4;
}
