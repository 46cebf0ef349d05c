/** Lay out: turns the ordered list into a site and all its outputs, without printing any. */
import { collectFacets } from '../content/collect/facets/facets.ts';
import { placeCards } from '../content/collect/facets/place-cards.ts';
import { findNearest } from '../content/collect/nearest.ts';
import { weighTerms } from '../content/collect/term-weights.ts';
import { planOutputs } from '../emit/plan-outputs.ts';
import { type Kept, toPressData } from '../emit/press.ts';
import { FORMATS } from '../exchange/formats.ts';
import { toDigest } from '../io/digest.ts';
import { packageFolder } from '../io/package-folder.ts';
import { readAssets } from '../io/read-assets.ts';
import type { StoredEntry } from '../model/entry.ts';
import type { Output } from '../model/output.ts';
import type { PressData } from '../model/press.ts';
import type { Site } from '../model/site.ts';
import { toTermColumns } from '../text/term-columns.ts';
import { toAddress } from './address.ts';
import { createDigest } from './digest-parts.ts';
import type { Gathered } from './gather.ts';

export interface LayOutOptions {
  /** Absolute path of the owner's templates; the folder may be missing. */
  readonly templatesFolder: string;
  /** The address of the site, overriding the list's `url`: a URL, or a path such as `/clip/`. */
  readonly base?: string | undefined;
}

export interface LaidOut {
  readonly site: Site;
  readonly press: PressData;
  /** Every file of the site. */
  readonly outputs: readonly Output[];
  /** True if the owner has their own templates. */
  readonly hasOwnTemplates: boolean;
}

/** Everything that only pages need. Throws a WorldError if templates or assets cannot be read. */
export function layOut(result: NonNullable<Gathered['result']>, { templatesFolder, base }: LayOutOptions): LaidOut {
  const site = toSite(result);
  const { hasOwnTemplates, ...read } = readAssets(packageFolder(), templatesFolder);
  const formats = FORMATS.map(({ name, label, extension, hasFilePerPaper }) => {
    return { name, label, extension, hasFilePerPaper };
  });
  const input = { ...read, formats, ...toAddress(site.list.url, base) };
  const press = toPressData(site, input);
  const toDigestOf = createDigest(toDigest(JSON.stringify(press)));
  // Some outputs are named after their digest.
  const digests = new Map<object, string>();
  const digest = (kind: string, parts: object): string => {
    const known = digests.get(parts) ?? toDigestOf(kind, parts);
    digests.set(parts, known);
    return known;
  };
  const planned = planOutputs(site, input, (kind, parts) => digest(kind, parts).slice(0, 10));
  const outputs = planned.map((output) =>
    'kind' in output ? { ...output, digest: digest(output.kind, output.parts) } : output,
  );
  return { site, press, outputs, hasOwnTemplates };
}

/** Facets, placed cards and related papers, all computed from the cards and their terms. */
export function toSite({ list, introduction, entries, collected }: NonNullable<Gathered['result']>): Site {
  const { topics, order, newest, figures } = collected;
  const published = order.map((entry) => entries[entry] as StoredEntry);
  const plain = published.map(({ card }) => card);
  const facets = collectFacets(list, plain, newest);
  const values = placeCards(plain, facets);
  const cards = published.map(({ card, digests }, number) => {
    const own = values[number] as (typeof values)[number];
    return { ...card, values: own, digest: toDigest(digests.card + JSON.stringify(own)) };
  });
  const columns = toTermColumns(published.map(({ terms }) => terms));
  return {
    list,
    introduction: { sections: introduction.sections, hasMath: introduction.hasMath },
    topics,
    cards,
    kept: published.map(({ digests: { notes, terms, records } }) => ({ notes, terms, records })),
    newest,
    facets,
    related: findNearest(weighTerms(cards, columns, topics)),
    figures,
  };
}

/** Looks up what printers ask for by digest in the entries themselves. */
export function keepEntries(entries: readonly StoredEntry[]): Kept {
  const find = <Piece extends 'notes' | 'terms' | 'records'>(piece: Piece) => {
    const all = new Map(entries.map((entry) => [entry.digests[piece], entry[piece]]));
    return (digest: string): StoredEntry[Piece] => {
      const found = all.get(digest);
      if (found === undefined) throw new Error(`No ${piece} stored under ${digest}.`);
      return found;
    };
  };
  return {
    notes: find('notes'),
    records: find('records'),
    terms: (digests) => toTermColumns(digests.map(find('terms'))),
    join: (format, records) => FORMATS.find(({ name }) => name === format)?.join(records) ?? '',
  };
}
