/** Table as CSV: `papers.csv`, every paper as a row, every field as a column. */
import type { PlacedCard } from '../../model/card.ts';
import { FIELD_ROWS, type FieldName, orderNames } from '../../model/fields.ts';
import type { Site } from '../../model/site.ts';
import type { UrlPath } from '../../model/url-path.ts';
import { MORE_AUTHORS } from '../../text/author-list.ts';
import { toCsv } from '../../text/csv.ts';
import { toPrintedName } from '../../text/person-name.ts';
import { toCsvPath } from '../paths.ts';
import type { Press } from '../press.ts';

export interface TableCsvParts {
  /** Newest first, as on the pages of the table. */
  readonly cards: readonly PlacedCard[];
}

interface TableCsvOutput {
  readonly path: UrlPath;
  readonly kind: 'table-csv';
  readonly parts: TableCsvParts;
}

export function planTableCsv({ cards, newest }: Site): TableCsvOutput {
  const parts = { cards: newest.map((number) => cards[number] as PlacedCard) };
  return { path: toCsvPath(), kind: 'table-csv', parts };
}

/** Too long for a cell, or the same for every paper that is published. */
const LEFT_OUT = new Set<string>(['abstract', 'bibtex', 'draft'] satisfies FieldName[]);

export function printTableCsv({ cards }: TableCsvParts, { data }: Press): string {
  const own = new Set(data.list.fields.map(({ name }) => name));
  const names = orderNames([...own]).filter((name) => !LEFT_OUT.has(name));
  const toCell = (card: PlacedCard) => (name: string) =>
    (own.has(name) ? (card.own?.[name] ?? []) : readField(card, name as FieldName)).join('; ');
  return toCsv([['slug', ...names], ...cards.map((card) => [card.slug, ...names.map(toCell(card))])]);
}

const LINKS = new Set<string>(FIELD_ROWS.flatMap(({ name, shown }) => (shown?.as === 'link' ? [name] : [])));

/** What a paper says in a field, names as the list declares them and as they are printed. */
function readField(card: PlacedCard, name: FieldName): readonly string[] {
  const { names = {}, links, editors = [] } = card;
  switch (name) {
    case 'authors':
      return toPeople(card.authors, card.hasMoreAuthors);
    case 'editors':
      return toPeople(editors, card.hasMoreEditors);
    case 'institutions':
      return [...new Set(names.institutions ?? card.institutions)];
    case 'venue':
      return names.venues ?? (card.venue === undefined ? [] : [card.venue]);
    case 'builds_on':
      return card.buildsOn;
    case 'links':
      return links.filter((link) => !LINKS.has(link.name)).map((link) => `${link.name}: ${link.url}`);
  }
  if (LINKS.has(name)) return links.filter((link) => link.name === name).map(({ url }) => url);
  const value = card[name as keyof PlacedCard];
  if (Array.isArray(value)) return value;
  return value === undefined ? [] : [String(value)];
}

function toPeople(people: readonly string[], hasMore = false): readonly string[] {
  return [...people.map(toPrintedName), ...(hasMore ? [MORE_AUTHORS] : [])];
}
