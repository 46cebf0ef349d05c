/** Search: the files that the browser finds, filters and sorts papers with, `search/*.js`. */
import type { PlacedCard } from '../../model/card.ts';
import { compareText } from '../../model/problem.ts';
import type { NotesSection } from '../../model/prose.ts';
import { NOTES_FIELD, type NotesData, type RowsData, type TextsData } from '../../model/search-data.ts';
import type { Site } from '../../model/site.ts';
import type { Slug } from '../../model/slug.ts';
import type { UrlPath } from '../../model/url-path.ts';
import { packTerms } from '../../text/packed-terms.ts';
import { countShards, toShard } from '../../text/shards.ts';
import { toEntry } from '../parts/entry.ts';
import { toHomePath, toSearchPath } from '../paths.ts';
import type { Press } from '../press.ts';
import { planSearchPapers, type SearchPapersParts, toSearchScript } from './search-papers.ts';

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
  | { readonly kind: 'search-notes'; readonly parts: SearchNotesParts }
  | { readonly kind: 'search-rows'; readonly parts: SearchRowsParts }
  | { readonly kind: 'search-texts'; readonly parts: SearchTextsParts };

type SearchOutput =
  | { readonly path: UrlPath; readonly kind: 'search-papers'; readonly parts: SearchPapersParts }
  | ({ readonly path: UrlPath } & SearchPart);

/** `hash` derives a short name from what a file is printed from, so a file that changes gets another name. */
export function planSearch(site: Site, hash: (kind: string, parts: object) => string): SearchOutput[] {
  const sorted = site.cards
    .map((card, number) => ({ card, kept: site.kept[number] }))
    .toSorted((left, right) => compareText(left.card.slug, right.card.slug));
  const outputs: SearchOutput[] = [];
  const add = (name: string, part: SearchPart): string => {
    const fileName = `${name}.${hash(part.kind, part.parts)}`;
    outputs.push({ path: toSearchPath(fileName), ...part });
    return fileName;
  };
  const count = countShards(sorted.length);
  const shards: (typeof sorted)[] = Array.from({ length: count }, () => []);
  for (const one of sorted) shards[toShard(one.card.slug, count)]?.push(one);
  const files = {
    notes: add('notes', {
      kind: 'search-notes',
      parts: { terms: sorted.map(({ kept }) => kept?.terms as string) },
    }),
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
  return [planSearchPapers(site, files), ...outputs];
}

export function printSearchNotes({ terms }: SearchNotesParts, press: Press): string {
  const { vocabulary, notes } = press.terms(terms);
  return toSearchScript('notes', { index: packTerms(vocabulary, notes, NOTES_FIELD) } satisfies NotesData);
}

/** Entries as the first page of the list would print them, with a fold for the notes: a page without notes takes it out. */
export function printSearchRows({ name, cards }: SearchRowsParts, press: Press): string {
  const path = toHomePath('without-notes', 1);
  const rows: RowsData = Object.fromEntries(
    cards.map((card) => [card.slug, press.print('entry', toEntry(card, { path, level: 3, notes: 'remote' }))]),
  );
  return toSearchScript(name, rows);
}

export function printSearchTexts({ name, papers }: SearchTextsParts, press: Press): string {
  const texts: TextsData = Object.fromEntries(
    papers.map(([slug, digest]) => [slug, press.notes(digest).sections.map(toSectionText).join('\n')]),
  );
  return toSearchScript(name, texts);
}

function toSectionText({ heading, text }: NotesSection): string {
  return heading === undefined ? text : `${heading.text}\n${text}`;
}
