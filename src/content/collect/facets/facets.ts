/** Facets: what the published papers share, each value with its name, its address and its papers. */
import anyAscii from 'any-ascii';
import type { Card } from '../../../model/card.ts';
import type { Facets, FacetValue } from '../../../model/facet.ts';
import { type Facet, facetsOf } from '../../../model/facets.ts';
import type { DeclaredAuthor, List } from '../../../model/list.ts';
import { compareText } from '../../../model/problem.ts';
import type { Slug } from '../../../model/slug.ts';
import { toNameKey, toPersonKey, toVenueForms } from '../../../text/name-keys.ts';
import { partMark, toPrintedName } from '../../../text/person-name.ts';
import { createDeclaredFinder, findMarked } from './declared-people.ts';
import { type Named, toNameSlugs } from './name-slugs.ts';

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
  list: Pick<List, 'venues' | 'institutions' | 'authors' | 'fields'>,
  cards: readonly Card[],
  newest: readonly number[],
): Facets {
  return Object.fromEntries(
    facetsOf(list).map((facet) => {
      const declared = (facet.declared === undefined ? undefined : list[facet.declared]) ?? [];
      const values = collectFacet(facet, declared, cards, newest);
      return [facet.kind, facet.index === 'newest' ? values.toReversed() : values];
    }),
  );
}

/** A value while its papers are gathered. */
interface Gathered {
  readonly declared: DeclaredAuthor | undefined;
  /** Newest first, each once. */
  readonly papers: number[];
  readonly spellings: string[];
  /** At least one. */
  readonly names: Name[];
}

/** A name that papers use for a value. */
interface Name {
  readonly name: string;
  /** How many papers use it. */
  count: number;
  /** The first day on which a paper that uses it joined the list; empty for the beginning. */
  since: string;
}

function collectFacet(
  facet: Facet,
  declared: readonly DeclaredAuthor[],
  cards: readonly Card[],
  newest: readonly number[],
): readonly FacetValue[] {
  const values = gather(facet, declared, cards, newest);
  const named = values.map((value) => (value.declared?.slug === undefined ? toNamed(value) : undefined));
  const slugs = toNameSlugs(
    named.flatMap((one) => one ?? []),
    declared.flatMap(({ slug }) => slug ?? []),
  );
  return values
    .map(({ declared: own, papers, spellings, names }, place) => {
      const value: FacetValue = {
        slug: own?.slug ?? (slugs.get((named[place] as Named).name) as Slug),
        name: own?.name ?? toUsualName(names),
        ...(own?.full === undefined ? {} : { full: own.full }),
        ...(own?.orcid === undefined ? {} : { orcid: own.orcid }),
        ...(own?.url === undefined ? {} : { url: own.url }),
        spellings: spellings.toSorted(compareText),
        papers,
      };
      return { value, order: toOrder(value.name) };
    })
    .toSorted((left, right) => compareText(left.order, right.order) || compareText(left.value.slug, right.value.slug))
    .map(({ value }) => value);
}

function gather(
  { read, identity }: Facet,
  declared: readonly DeclaredAuthor[],
  cards: readonly Card[],
  newest: readonly number[],
): Gathered[] {
  const { toKey, toForms } = IDENTITIES[identity];
  const findDeclared = createDeclaredFinder(declared, toKey, findMarked(cards, read, toKey));
  const byKey = new Map<unknown, Gathered>();
  const bySpelling = new Map<string, { readonly value: Gathered; readonly name: Name }>();
  const find = (spelling: string, since: string) => {
    const known = bySpelling.get(spelling);
    if (known !== undefined) return known;
    const { name: plain, mark } = identity === 'person' ? partMark(spelling) : { name: spelling };
    const forms = toForms(plain);
    const form = forms.find((one) => findDeclared(one, mark) !== undefined) ?? (forms.at(-1) as string);
    const one = findDeclared(form, mark);
    const key = one ?? toKey(form);
    const value: Gathered = byKey.get(key) ?? { declared: one, papers: [], spellings: [], names: [] };
    byKey.set(key, value);
    value.spellings.push(spelling);
    const name = value.names.find((other) => other.name === form) ?? { name: form, count: 0, since };
    if (name.count === 0) value.names.push(name);
    bySpelling.set(spelling, { value, name });
    return { value, name };
  };
  for (const paper of newest) {
    const card = cards[paper] as Card;
    const since = card.added ?? '';
    for (const spelling of new Set(read(card))) {
      const { value, name } = find(spelling, since);
      if (value.papers.at(-1) !== paper) value.papers.push(paper);
      name.count += 1;
      if (since < name.since) name.since = since;
    }
  }
  return [...byKey.values()];
}

/** The name that the address is made from, and since when it is known: the declared one, else the first spelling used. */
function toNamed({ declared, names }: Gathered): Named {
  const [first, ...others] = names as [Name, ...Name[]];
  const oldest = others.reduce((one, other) => (compareAge(other, one) < 0 ? other : one), first);
  return { name: declared?.name ?? oldest.name, since: oldest.since };
}

function compareAge(left: Name, right: Name): number {
  return compareText(left.since, right.since) || compareText(left.name, right.name);
}

/** The spelling that most papers use; on a tie, the first by code units. */
function toUsualName([first, ...others]: readonly Name[]): string {
  const isMoreUsual = (one: Name, other: Name) =>
    one.count > other.count || (one.count === other.count && compareText(one.name, other.name) < 0);
  return others.reduce((one, other) => (isMoreUsual(other, one) ? other : one), first as Name).name;
}

/** A sort key: letters in ASCII, without case, numbers by their value. */
function toOrder(name: string): string {
  const ascii = anyAscii(name.normalize('NFC')).toLowerCase();
  return ascii.replace(/\d+/g, (digits) => digits.padStart(12, '0'));
}
