/** Readers: programs by other people that read our records, each giving what it understood in one shape. */
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { parse } from '@retorquere/bibtex-parser';
import { Ajv } from 'ajv';
import { CSL_SCHEMA } from './csl-schema.ts';

/** What a record says; white space folded, and absent what is not there. */
export interface Understood {
  /** As CSL calls it; missing for what BibTeX has no entry for. */
  readonly type?: string;
  readonly key: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly editors: readonly string[];
  readonly year?: string;
  readonly container?: string;
  readonly series?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly pages?: string;
  readonly edition?: string;
  readonly publisher?: string;
  readonly isbn?: string;
  readonly doi?: string;
  readonly url?: string;
}

type Part = Exclude<keyof Understood, 'authors' | 'editors'>;

interface CslName {
  readonly literal?: string;
  readonly given?: string;
  readonly family?: string;
  readonly 'non-dropping-particle'?: string;
  readonly 'dropping-particle'?: string;
  readonly suffix?: string;
}

const fold = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();

/** The name as it is printed: `Martin King Jr.` */
function toPrinted(parts: readonly (string | undefined)[]): string {
  return fold(parts.filter((part) => part !== undefined && part !== '').join(' '));
}

function toUnderstood(
  texts: { readonly [Name in Part]?: unknown },
  authors: readonly string[],
  editors: readonly string[],
): Understood {
  const known = Object.entries(texts).flatMap(([name, value]) => {
    const text = Array.isArray(value) ? value.join(' ') : value;
    return text === undefined || text === '' ? [] : [[name, fold(String(text))]];
  });
  return { ...(Object.fromEntries(known) as unknown as Understood), authors, editors };
}

/** BibTeX by the parser of Better BibTeX for Zotero. */
export function readByRetorquere(record: string): Understood {
  const { entries, errors, comments, strings } = parse(record, { sentenceCase: false, removeOuterBraces: [] });
  const [entry] = entries;
  if (entries.length !== 1 || entry === undefined || errors.length > 0 || comments.length > 0) {
    throw new Error(`${JSON.stringify({ errors, comments, count: entries.length })}\n${record}`);
  }
  if (Object.keys(strings).length > 0) throw new Error(record);
  const fields = entry.fields as unknown as Readonly<Record<string, string | readonly CreatorName[]>>;
  const text = (name: string) =>
    fields[name] === undefined ? undefined : toPlain([fields[name]].flat().join(' and '));
  const people = (name: string) => ((fields[name] ?? []) as readonly CreatorName[]).map(toCreator);
  const url = fields.url as string | undefined;
  return toUnderstood(
    {
      type: ENTRY_TYPES[entry.type],
      key: entry.key,
      title: text('title'),
      year: text('year'),
      container: text('booktitle') ?? text('journal') ?? text('howpublished'),
      series: text('series'),
      volume: text('volume'),
      issue: text('number'),
      pages: text('pages')?.replaceAll('–', '-'),
      edition: text('edition'),
      publisher: text('school') ?? text('institution') ?? text('publisher'),
      isbn: text('isbn'),
      doi: text('doi'),
      url: url?.includes('arxiv.org/abs') ? undefined : url,
    },
    people('author'),
    people('editor'),
  );
}

const ENTRY_TYPES: Readonly<Record<string, string>> = {
  article: 'article-journal',
  book: 'book',
  incollection: 'chapter',
  inproceedings: 'paper-conference',
  mastersthesis: 'thesis',
  phdthesis: 'thesis',
  techreport: 'report',
};

interface CreatorName {
  readonly name?: string;
  readonly firstName?: string;
  readonly prefix?: string;
  readonly lastName?: string;
  readonly suffix?: string;
}

function toCreator({ name, firstName, prefix, lastName, suffix }: CreatorName): string {
  return toPrinted(
    [name, firstName, prefix, lastName, suffix].map((part) => (part === undefined ? part : toPlain(part))),
  );
}

/** Without the markup by which that parser protects capitals. */
function toPlain(text: string): string {
  return text.replace(/<\/?span[^>]*>/g, '');
}

/** BibTeX or RIS by Citation.js. */
export function readByCitationJs(record: string, form: '@biblatex/text' | '@ris/file'): Understood {
  const items = new Cite(record, { forceType: form }).data as readonly Readonly<Record<string, unknown>>[];
  const [item] = items;
  if (items.length !== 1 || item === undefined) throw new Error(record);
  return readCslItem(item);
}

const isCsl = new Ajv({ allowUnionTypes: true }).compile(CSL_SCHEMA);

/** CSL-JSON of one paper, which must follow the schema. */
export function readCsl(record: string): Understood {
  const items: readonly Readonly<Record<string, unknown>>[] = JSON.parse(`[${record}]`);
  if (!isCsl(items)) throw new Error(`${JSON.stringify(isCsl.errors)}\n${record}`);
  return readCslItem(items[0] as Readonly<Record<string, unknown>>);
}

function readCslItem(item: Readonly<Record<string, unknown>>): Understood {
  const people = (name: string) => ((item[name] ?? []) as readonly CslName[]).map(toCslName);
  const date = (item.issued ?? item['event-date']) as { 'date-parts'?: readonly (readonly unknown[])[] } | undefined;
  const url = item.URL as string | undefined;
  return toUnderstood(
    {
      type: item.type,
      key: item.id,
      title: toBare(item.title),
      year: date?.['date-parts']?.[0]?.[0],
      container: toBare(item['container-title'] ?? item['event-title']),
      series: toBare(item['collection-title']),
      volume: item.volume,
      issue: item.issue ?? item.number,
      pages: item.page,
      edition: item.edition,
      publisher: toBare(item.publisher),
      isbn: item.ISBN,
      doi: item.DOI,
      url: url?.includes('arxiv.org/abs') ? undefined : url,
    },
    people('author'),
    people('editor'),
  );
}

function toCslName(name: CslName): string {
  return toPrinted([
    name.literal,
    name.given,
    name['dropping-particle'],
    name['non-dropping-particle'],
    name.family,
    name.suffix,
  ]);
}

/** Without the markup by which Citation.js protects capitals. */
function toBare(text: unknown): string | undefined {
  return text === undefined ? undefined : String(text).replace(/<\/?span[^>]*>/g, '');
}
