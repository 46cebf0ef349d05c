/** Facets: what the published papers share, each value with its name, its address and its papers. */
import anyAscii from 'any-ascii';
import type { Card } from '../../../model/card.ts';
import type { Facets, FacetValue } from '../../../model/facet.ts';
import { FACETS, type Facet } from '../../../model/facets.ts';
import type { DeclaredName, List } from '../../../model/list.ts';
import { compareText } from '../../../model/problem.ts';
import type { Slug } from '../../../model/slug.ts';
import { toNameKey, toPersonKey, toVenueForms } from '../../../text/name-keys.ts';
import { toPrintedName } from '../../../text/person-name.ts';
import { toNameSlugs } from './name-slugs.ts';

/** How spellings become values. */
interface Identity {
  /** Equal for spellings of one value. */
  readonly toKey: (name: string) => string;
  /** The spelling, and the parts of it that may be the name, the likeliest last. */
  readonly toForms: (spelling: string) => readonly string[];
}

const IDENTITIES: Readonly<Record<Facet['identity'], Identity>> = {
  person: { toKey: toPersonKey, toForms: (spelling) => [toPrintedName(spelling)] },
  venue: { toKey: toNameKey, toForms: toVenueForms },
  name: { toKey: toNameKey, toForms: (spelling) => [spelling] },
};

/** The facets of the papers; `newest` is the order of the papers within each value. */
export function collectFacets(
  list: Pick<List, 'venues' | 'institutions'>,
  cards: readonly Card[],
  newest: readonly number[],
): Facets {
  return Object.fromEntries(
    FACETS.map((facet) => {
      const declared = facet.declared === undefined ? [] : list[facet.declared];
      const values = collectFacet(facet, declared, cards, newest);
      return [facet.kind, facet.index === 'newest' ? values.toReversed() : values];
    }),
  );
}

/** A value while its papers are gathered. */
interface Gathered {
  readonly declared: DeclaredName | undefined;
  readonly papers: Set<number>;
  readonly spellings: Set<string>;
  readonly names: Map<string, { count: number; since: string }>;
}

function collectFacet(
  facet: Facet,
  declared: readonly DeclaredName[],
  cards: readonly Card[],
  newest: readonly number[],
): readonly FacetValue[] {
  const values = gather(facet, declared, cards, newest).map((gathered) => ({ ...gathered, ...toOrigin(gathered) }));
  const slugs = toNameSlugs(
    values.map(({ origin, since, declared: own }) => ({ name: origin, since, declared: own?.slug })),
    declared.flatMap(({ slug }) => slug ?? []),
  );
  return values
    .map(({ declared: own, papers, spellings, names, origin }) => {
      const value: FacetValue = {
        slug: slugs.get(origin) as Slug,
        name: own?.name ?? toUsualName(names),
        ...(own?.full === undefined ? {} : { full: own.full }),
        spellings: [...spellings].toSorted(compareText),
        papers: [...papers],
      };
      return { value, order: toOrder(value.name) };
    })
    .toSorted((left, right) => compareText(left.order, right.order) || compareText(left.value.slug, right.value.slug))
    .map(({ value }) => value);
}

function gather(
  { read, identity }: Facet,
  declared: readonly DeclaredName[],
  cards: readonly Card[],
  newest: readonly number[],
): Gathered[] {
  const { toKey, toForms } = IDENTITIES[identity];
  const declaredByKey = new Map(
    declared.flatMap((one) => [one.name, ...one.aliases].map((name) => [toKey(name), one])),
  );
  const byKey = new Map<string, Gathered>();
  for (const paper of newest) {
    const card = cards[paper] as Card;
    const since = card.added ?? '';
    for (const spelling of new Set(read(card))) {
      const forms = toForms(spelling);
      const form = forms.find((one) => declaredByKey.has(toKey(one))) ?? (forms.at(-1) as string);
      const one = declaredByKey.get(toKey(form));
      const key = toKey(one?.name ?? form);
      const value = byKey.get(key) ?? { declared: one, papers: new Set(), spellings: new Set(), names: new Map() };
      byKey.set(key, value);
      value.papers.add(paper);
      value.spellings.add(spelling);
      const name = value.names.get(form);
      value.names.set(form, {
        count: (name?.count ?? 0) + 1,
        since: name === undefined || since < name.since ? since : name.since,
      });
    }
  }
  return [...byKey.values()];
}

/** The name that the address is made from, and since when it is known: the declared one, else the first spelling used. */
function toOrigin({ declared, names }: Gathered): { readonly origin: string; readonly since: string } {
  const byAge = [...names].map(([name, { since }]) => ({ origin: name, since })).toSorted(compareAge);
  const first = byAge[0] as (typeof byAge)[number];
  return { origin: declared?.name ?? first.origin, since: first.since };
}

function compareAge(left: ReturnType<typeof toOrigin>, right: ReturnType<typeof toOrigin>): number {
  return compareText(left.since, right.since) || compareText(left.origin, right.origin);
}

/** The spelling that most papers use; on a tie, the first by code units. */
function toUsualName(names: Gathered['names']): string {
  const byUse = [...names].toSorted(
    ([left, { count: one }], [right, { count: other }]) => other - one || compareText(left, right),
  );
  return byUse[0]?.[0] as string;
}

/** A sort key: letters in ASCII, without case, numbers by their value. */
function toOrder(name: string): string {
  const ascii = anyAscii(name.normalize('NFC')).toLowerCase();
  return ascii.replace(/\d+/g, (digits) => digits.padStart(12, '0'));
}
