/** Search: the files that the browser finds, filters and sorts papers with, `search/*.js`. */
import type { PlacedCard } from '../../model/card.ts';
import type { Notes } from '../../model/entry.ts';
import { compareText } from '../../model/problem.ts';
import { NOTES_FIELD, type RowsData, type TextsData, type WordsData } from '../../model/search-data.ts';
import type { Site } from '../../model/site.ts';
import type { Slug } from '../../model/slug.ts';
import type { UrlPath } from '../../model/url-path.ts';
import { packTerms } from '../../text/packed-terms.ts';
import { countShards, toShard } from '../../text/shards.ts';
import { toEntry } from '../parts/entry.ts';
import { isOfNames, listSearchedFacets } from '../parts/searched-facets.ts';
import { toHomePath, toSearchPath } from '../paths.ts';
import type { Press } from '../press.ts';
import { planSearchNames, type SearchNamesParts, type SearchValuesParts } from './search-names.ts';
import { type SearchPapersParts, toSearchScript } from './search-papers.ts';

export interface SearchNotesParts {
  /** The digests of the terms of each paper, by slug. */
  readonly terms: readonly string[];
}

export interface SearchRowsParts {
  /** The name under which the script passes its data. */
  readonly name: string;
  readonly cards: readonly PlacedCard[];
}

export interface SearchTextsParts {
  readonly name: string;
  /** Slug and digest of the notes of each paper. */
  readonly papers: readonly (readonly [slug: Slug, notes: string])[];
}

type SearchPart =
  | { readonly kind: 'search-papers'; readonly parts: SearchPapersParts }
  | { readonly kind: 'search-names'; readonly parts: SearchNamesParts }
  | { readonly kind: 'search-values'; readonly parts: SearchValuesParts }
  | { readonly kind: 'search-notes'; readonly parts: SearchNotesParts }
  | { readonly kind: 'search-rows'; readonly parts: SearchRowsParts }
  | { readonly kind: 'search-texts'; readonly parts: SearchTextsParts };

type SearchOutput = { readonly path: UrlPath } & SearchPart;

/** `hash` derives a short name from what a file is printed from, so a file that changes gets another name. */
export function planSearch(site: Site, hash: (kind: string, parts: object) => string): SearchOutput[] {
  const sorted = site.cards
    .map((card, place) => ({ card, kept: site.kept[place], place }))
    .toSorted((left, right) => compareText(left.card.slug, right.card.slug));
  // From the place of a paper in the list to its number.
  const order = new Array<number>(sorted.length);
  for (const [number, { place }] of sorted.entries()) order[place] = number;
  const facets = listSearchedFacets(site, order);
  const outputs: SearchOutput[] = [];
  const add = (name: string, part: SearchPart): string => {
    const fileName = `${name}.${hash(part.kind, part.parts)}`;
    outputs.push({ path: toSearchPath(fileName), ...part });
    return fileName;
  };
  const count = countShards(sorted.length);
  const shards: (typeof sorted)[] = Array.from({ length: count }, () => []);
  for (const one of sorted) shards[toShard(one.card.slug, count)]?.push(one);
  const { names, values } = planSearchNames(facets, sorted.length);
  const files = {
    names: add('names', names),
    notes: add('notes', {
      kind: 'search-notes',
      parts: { terms: sorted.map(({ kept }) => kept?.terms as string) },
    }),
    values: Object.fromEntries(values.map(([parameter, part]) => [parameter, add(part.parts.name, part)])),
    rows: shards.map((shard, number) => {
      const name = `rows.${number}`;
      const parts = { name, cards: shard.map(({ card }) => card) };
      return shard.length === 0 ? '' : add(name, { kind: 'search-rows', parts });
    }),
    texts: shards.map((shard, number) => {
      const name = `texts.${number}`;
      const papers = shard.map(({ card, kept }) => [card.slug, kept?.notes as string] as const);
      return shard.length === 0 ? '' : add(name, { kind: 'search-texts', parts: { name, papers } });
    }),
  };
  const parts: SearchPapersParts = {
    cards: sorted.map(({ card }) => card),
    order,
    facets: facets.map((facet) => (isOfNames(facet) ? { ...facet, values: [] } : facet)),
    files,
  };
  return [{ path: toSearchPath('papers'), kind: 'search-papers', parts }, ...outputs];
}

export function printSearchNotes({ terms }: SearchNotesParts, press: Press): string {
  const { vocabulary, notes } = press.terms(terms);
  return toSearchScript('notes', { index: packTerms(vocabulary, notes, NOTES_FIELD) } satisfies WordsData);
}

/** Entries as the first page of the list would print them, with a fold for the notes: a page without notes takes it out. */
export function printSearchRows({ name, cards }: SearchRowsParts, press: Press): string {
  const path = toHomePath('without-notes', 1);
  const rows: RowsData = Object.fromEntries(
    cards.map((card) => [
      card.slug,
      press.print('entry', toEntry(card, { path, facets: press.facets, level: 3, notes: 'remote' })),
    ]),
  );
  return toSearchScript(name, rows);
}

export function printSearchTexts({ name, papers }: SearchTextsParts, press: Press): string {
  const texts: TextsData = Object.fromEntries(papers.map(([slug, digest]) => [slug, toText(press.notes(digest))]));
  return toSearchScript(name, texts);
}

function toText({ sections, abstractText }: Notes): string {
  const notes = sections
    .map(({ heading, text }) => (heading === undefined ? text : `${heading.text}\n${text}`))
    .join('\n');
  return abstractText === undefined ? notes : `${notes}\f${abstractText}`;
}
