/** Lay out: turns the ordered list into a site and all its outputs, without printing any. */
import { collectFacets } from '../content/collect/facets/facets.ts';
import { placeCards } from '../content/collect/facets/place-cards.ts';
import { paperJsonSchema } from '../content/parse/front-matter/json-schema.ts';
import { planOutputs } from '../emit/plan-outputs.ts';
import { type PressInput, toPressData } from '../emit/press.ts';
import { FORMATS } from '../exchange/formats.ts';
import { toDigest } from '../io/digest.ts';
import { toFingerprint } from '../io/fingerprint.ts';
import type { SiteAssets } from '../io/read-assets.ts';
import type { CopiedOutput, Output, PlannedOutput } from '../model/output.ts';
import type { PreparedPaper } from '../model/prepared.ts';
import type { PressData } from '../model/press.ts';
import type { Site } from '../model/site.ts';
import { toAddress } from './address.ts';
import { createDigest } from './digest-parts.ts';
import type { GatheredList } from './gather.ts';
import { collectTerms, type PaperTerms, relate } from './whole-list-steps.ts';

/** What a site is planned from; plain data, so that every thread can plan the same outputs. */
export interface Plan {
  readonly site: Site;
  readonly input: PressInput;
  readonly press: PressData;
}

export interface LaidOut extends Plan {
  /** Every file of the site. */
  readonly outputs: readonly Output[];
  /** In the order of the papers of the site. */
  readonly terms: PaperTerms;
}

/** Everything that only pages need. `base` is the address of the site, overriding the list's `url`: a URL, or a path. */
export function layOut(list: GatheredList, assets: SiteAssets, base: string | undefined): LaidOut {
  const { site, terms } = toSite(list);
  const formats = FORMATS.map(({ mediaType: _type, write: _write, join: _join, ...format }) => format);
  const { templates, assets: files } = assets;
  const schema = paperJsonSchema(site.list.fields);
  const input = { templates, assets: files, formats, schema, ...toAddress(site.list.url, base) };
  const plan = { site, input, press: toPressData(site, input) };
  const digest = createPlanDigest(plan);
  const outputs = planAll(plan, digest).map((output) =>
    'kind' in output ? { ...output, digest: digest(output.kind, output.parts) } : output,
  );
  return { ...plan, terms, outputs };
}

/** Every file of the site, some of them named after their digest. */
export function planAll({ site, input }: Plan, digest: ToDigest): readonly (PlannedOutput | CopiedOutput)[] {
  return planOutputs(site, input, (kind, parts) => digest(kind, parts).slice(0, 10));
}

/** The digest of an output: of its kind and parts, of what all pages share, and of the program. */
type ToDigest = (kind: string, parts: object) => string;

export function createPlanDigest({ press }: Plan): ToDigest {
  const toDigestOf = createDigest(`${toFingerprint()} ${toDigest(JSON.stringify(press))}`);
  // Those that give an output its name are asked for twice.
  const digests = new Map<object, string>();
  return (kind, parts) => {
    const known = digests.get(parts) ?? toDigestOf(kind, parts);
    digests.set(parts, known);
    return known;
  };
}

/**
 * Facets, placed cards and related papers, all computed from the cards and their terms. A paper that does not say when it
 * was added has the day of its first commit from here on; nothing before depends on how much of the history is there.
 */
export function toSite({ list, introduction, papers, collected, history, pieces, store }: GatheredList): {
  readonly site: Site;
  readonly terms: PaperTerms;
} {
  const { topics, order, newest, figures } = collected;
  const published = order.map((number) => papers[number] as PreparedPaper);
  const plain = published.map(({ card }) => card);
  const facets = collectFacets(list, plain, newest);
  const places = placeCards(plain, facets, list);
  const cards = published.map(({ card, digests }, number) => {
    const day = card.added ?? history?.days.get(card.path);
    const own = { ...(places[number] as (typeof places)[number]), ...(day === undefined ? {} : { added: day }) };
    return { ...card, ...own, digest: toDigest(digests.card + JSON.stringify(own)) };
  });
  const terms = collectTerms(published, pieces, store);
  const site = {
    list,
    introduction: {
      sections: introduction.sections,
      hasMath: introduction.hasMath,
      figures: introduction.figures,
    },
    topics,
    cards,
    kept: published.map(({ digests }) => ({ notes: digests.notes, terms: digests.terms, records: digests.records })),
    newest,
    facets,
    related: relate(cards, terms, topics, store),
    figures,
  };
  return { site, terms };
}
