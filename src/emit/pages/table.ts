/** Table: `table.html`, every paper as a row, newest first. */
import type { PlacedCard } from '../../model/card.ts';
import { type Html, toHtml } from '../../model/html.ts';
import type { OwnField } from '../../model/own-field.ts';
import type { Site } from '../../model/site.ts';
import { toRelativeUrl, type UrlPath } from '../../model/url-path.ts';
import { MORE_AUTHORS } from '../../text/author-list.ts';
import { toPrintedName } from '../../text/person-name.ts';
import { toValueLinks } from '../parts/byline.ts';
import { toName } from '../parts/entry.ts';
import { toOwnValues, type ValueView } from '../parts/own-values.ts';
import { type PageParts, printPage } from '../parts/page.ts';
import { toPager } from '../parts/pager.ts';
import { paginate, TABLE_PAGE_SIZE } from '../parts/paginate.ts';
import { toPlainName } from '../parts/plain-name.ts';
import { toCsvPath, toHomePath, toPaperPath, toRecordsPath, toTablePath, toTopicPath } from '../paths.ts';
import type { Press } from '../press.ts';

export interface TableParts {
  readonly page: PageParts;
  readonly cards: readonly PlacedCard[];
  /** The columns that any paper of the list fills, besides the title. */
  readonly columns: readonly string[];
  /** How many papers come before these, and how many there are. */
  readonly before: number;
  readonly total: number;
  readonly number: number;
  readonly pages: number;
}

interface TableOutput {
  readonly path: UrlPath;
  readonly kind: 'table';
  readonly parts: TableParts;
}

/** The values of a cell, and what follows them. */
interface Cell {
  readonly values: readonly (ValueView & { readonly name?: string })[];
  readonly more?: string;
}

/** A column: its name, its heading, and its cell in the row of a paper on the page at `path`. */
interface Column {
  readonly name: string;
  readonly label: string;
  readonly isNumber?: boolean;
  readonly isFilled: (card: PlacedCard) => boolean;
  readonly toCell: (card: PlacedCard, path: UrlPath, press: Press) => Cell;
}

const COLUMNS: readonly Column[] = [
  {
    name: 'authors',
    label: 'Authors',
    isFilled: ({ authors }) => authors.length > 0,
    toCell(card, path, press) {
      const { authors, hasMoreAuthors = false } = card;
      const [first] = toFacetValues(card, 'authors', path, press);
      const others = authors.length - 1;
      const more = hasMoreAuthors ? MORE_AUTHORS : others > 0 ? `+${others}` : '';
      return { values: first === undefined ? [] : [{ ...first, text: toPrintedName(first.text) }], more };
    },
  },
  toFacetColumn('venues', 'Venue', ({ venue }) => venue !== undefined),
  toFacetColumn('years', 'Year', ({ year }) => year !== undefined),
  {
    name: 'topics',
    label: 'Topics',
    isFilled: () => true,
    toCell({ topics }, path, { data }) {
      const paths = new Map(data.topics.map((topic) => [topic.name, topic.path]));
      return {
        values: topics.map((text) => {
          const topic = paths.get(text);
          const href = topic === undefined ? undefined : toRelativeUrl(path, toTopicPath(topic, 'without-notes', 1));
          return { text, ...(href === undefined ? {} : { href }) };
        }),
      };
    },
  },
  {
    name: 'code',
    label: 'Code',
    isFilled: ({ links }) => links.some(({ name }) => name === 'code'),
    toCell(card) {
      const code = card.links.find(({ name }) => name === 'code');
      // A thousand links of one name are told apart by the paper.
      const name = `Code of ${toPlainName(card)}`;
      return { values: code === undefined ? [] : [{ text: 'Code', href: code.url, name }] };
    },
  },
];

function toFacetValues(card: PlacedCard, kind: string, path: UrlPath, { facets }: Press): readonly ValueView[] {
  const facet = facets.find((one) => one.kind === kind);
  return facet === undefined ? [] : toValueLinks(card, facet, path).map(({ label, href }) => ({ text: label, href }));
}

function toFacetColumn(kind: string, label: string, isFilled: Column['isFilled']): Column {
  return {
    name: kind,
    label,
    isFilled,
    toCell: (card, path, press) => ({ values: toFacetValues(card, kind, path, press) }),
  };
}

function toOwnColumn(field: Omit<OwnField, 'values'>): Column {
  const { name, label, type } = field;
  return {
    name,
    label,
    isNumber: type === 'number',
    isFilled: ({ own = {} }) => own[name] !== undefined,
    toCell: (card, path, { facets }) => ({ values: toOwnValues(card, field, facets, path) }),
  };
}

/** Those of every list, then own fields that are to be in the table. */
function columnsOf({ fields }: { readonly fields: readonly Omit<OwnField, 'values'>[] }): readonly Column[] {
  return [...COLUMNS, ...fields.filter(({ isInTable }) => isInTable).map(toOwnColumn)];
}

/** No page of a list without papers. */
export function planTable({ list, cards, newest }: Site): TableOutput[] {
  if (cards.length === 0) return [];
  const columns = columnsOf(list)
    .filter(({ isFilled }) => cards.some(isFilled))
    .map(({ name }) => name);
  const pages = paginate([{ head: list, rows: newest }], TABLE_PAGE_SIZE);
  return pages.map((groups, index) => {
    const shown = groups.flatMap(({ rows }) => rows.map((paper) => cards[paper] as PlacedCard));
    const number = index + 1;
    const path = toTablePath(number);
    const page: PageParts = {
      path,
      title: `Table · ${list.title}${index > 0 ? `, page ${number}` : ''}`,
      description: `Every paper of the list ${list.title} as a row of a table.`,
      view: 'without-notes',
      style: 'table.css',
      hasMath: shown.some(({ hasTitleMath }) => hasTitleMath),
    };
    const before = index * TABLE_PAGE_SIZE;
    return {
      path,
      kind: 'table',
      parts: { page, cards: shown, columns, before, total: cards.length, number, pages: pages.length },
    };
  });
}

export function printTable({ page, cards, columns: names, ...parts }: TableParts, press: Press): string {
  const { path } = page;
  const { before, total, number, pages } = parts;
  const link = (to: UrlPath) => toRelativeUrl(path, to);
  const columns = columnsOf(press.data.list).filter(({ name }) => names.includes(name));
  const range = pages === 1 ? (total === 1 ? 'One paper' : `All ${total} papers`) : undefined;
  const body = press.print('table', {
    home: link(toHomePath('without-notes', 1)),
    caption: `${range ?? `Papers ${before + 1} to ${before + cards.length} of ${total}`}, newest first.`,
    records: [
      { label: 'CSV', href: link(toCsvPath()) },
      ...press.data.formats.map(({ label, extension }) => ({ label, href: link(toRecordsPath(undefined, extension)) })),
    ],
    columns: columns.map(({ label, isNumber = false }) => ({ label, isNumber })),
    rows: cards.map((card) => ({
      href: link(toPaperPath(card.slug)),
      ...toName(card.html),
      cells: columns.map(({ isNumber = false, toCell }) => ({ isNumber, html: printCell(toCell(card, path, press)) })),
    })),
    pager: toPager(number, pages, (to) => link(toTablePath(to))),
  });
  return printPage(press, page, body);
}

function printCell({ values, more = '' }: Cell): Html {
  const parts = values.map(({ text, href, name }) => {
    if (href === undefined) return `<bdi>${toHtml(text)}</bdi>`;
    return `<a href="${toHtml(href)}"${name === undefined ? '' : ` aria-label="${toHtml(name)}"`}>${toHtml(text)}</a>`;
  });
  return `${parts.join(', ')}${more === '' ? '' : ` ${toHtml(more)}`}` as Html;
}
