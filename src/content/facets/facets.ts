/** Facets: what the published papers share, each value with its name, its address and its papers. */
import anyAscii from 'any-ascii';
import type { Facets, FacetValue } from '../../model/facet.ts';
import type { DeclaredName, List } from '../../model/list.ts';
import type { Paper } from '../../model/paper.ts';
import { toPrintedName } from '../../model/person-name.ts';
import { compareText } from '../../model/problem.ts';
import type { Rendered } from '../../model/rendered.ts';
import type { Slug } from '../../model/slug.ts';
import { remembered } from '../remembered.ts';
import { toNameSlugs } from './name-slugs.ts';
import { toNameKey, toPersonKey, toVenueForms } from './same-names.ts';

/** How the values of one facet are found. */
interface FacetRule {
  readonly read: (paper: Paper) => readonly string[];
  readonly toKey: (name: string) => string;
  /** The spelling, and what of it may be the name, the likeliest last. */
  readonly toForms: (spelling: string) => readonly string[];
  readonly declared: readonly DeclaredName[];
}

/** The facets of these papers; each value has its papers in the order given. */
export function collectFacets(list: List, papers: readonly Rendered[]): Facets {
  const toForms = (spelling: string) => [spelling];
  const collect = (rule: Partial<FacetRule> & Pick<FacetRule, 'read'>) =>
    collectFacet({ toKey: toNameKey, toForms, declared: [], ...rule }, papers);
  return {
    authors: collect({
      read: ({ authors }) => authors,
      toKey: toPersonKey,
      toForms: (spelling) => [toPrintedName(spelling)],
    }),
    institutions: collect({ read: ({ institutions }) => institutions, declared: list.institutions }),
    venues: collect({
      read: ({ venue }) => (venue === undefined ? [] : [venue]),
      toForms: toVenueForms,
      declared: list.venues,
    }),
    years: collect({ read: ({ year }) => (year === undefined ? [] : [String(year)]) }).toReversed(),
    tags: collect({ read: ({ tags }) => tags }),
  };
}

/** A value while its papers are gathered. */
interface Gathered {
  readonly declared: DeclaredName | undefined;
  readonly papers: Set<Rendered>;
  readonly spellings: Set<string>;
  readonly names: Map<string, { count: number; since: string }>;
}

function collectFacet(rule: FacetRule, papers: readonly Rendered[]): readonly FacetValue[] {
  const values = gather(rule, papers).map((gathered) => ({ ...gathered, ...toOrigin(gathered) }));
  const slugs = toNameSlugs(
    values.map(({ origin, since, declared }) => ({ name: origin, since, declared: declared?.slug })),
    rule.declared.flatMap(({ slug }) => slug ?? []),
  );
  return values
    .map(({ declared, papers: own, spellings, names, origin }) => {
      const value: FacetValue = {
        slug: slugs.get(origin) as Slug,
        name: declared?.name ?? toUsualName(names),
        ...(declared?.full === undefined ? {} : { full: declared.full }),
        spellings: [...spellings].toSorted(compareText),
        papers: [...own],
      };
      return { value, order: toOrder(value.name) };
    })
    .toSorted((left, right) => compareText(left.order, right.order) || compareText(left.value.slug, right.value.slug))
    .map(({ value }) => value);
}

function gather({ read, toKey, toForms, declared }: FacetRule, papers: readonly Rendered[]): Gathered[] {
  const declaredByKey = new Map(
    declared.flatMap((one) => [one.name, ...one.aliases].map((name) => [toKey(name), one])),
  );
  const byKey = new Map<string, Gathered>();
  for (const rendered of papers) {
    const since = rendered.paper.added ?? '';
    for (const spelling of new Set(read(rendered.paper))) {
      const forms = toForms(spelling);
      const form = forms.find((one) => declaredByKey.has(toKey(one))) ?? (forms.at(-1) as string);
      const one = declaredByKey.get(toKey(form));
      const key = toKey(one?.name ?? form);
      const value = byKey.get(key) ?? { declared: one, papers: new Set(), spellings: new Set(), names: new Map() };
      byKey.set(key, value);
      value.papers.add(rendered);
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

/** The name of which the address is made, and since when it is known: declared, else the spelling that came first. */
function toOrigin({ declared, names }: Gathered): { readonly origin: string; readonly since: string } {
  const byAge = [...names].map(([name, { since }]) => ({ origin: name, since })).toSorted(compareAge);
  const first = byAge[0] as (typeof byAge)[number];
  return { origin: declared?.name ?? first.origin, since: first.since };
}

function compareAge(left: ReturnType<typeof toOrigin>, right: ReturnType<typeof toOrigin>): number {
  return compareText(left.since, right.since) || compareText(left.origin, right.origin);
}

/** The spelling of most papers; of several, the first by code units. */
function toUsualName(names: Gathered['names']): string {
  const byUse = [...names].toSorted(
    ([left, { count: one }], [right, { count: other }]) => other - one || compareText(left, right),
  );
  return byUse[0]?.[0] as string;
}

/** Sorts names by their letters in ASCII, without case, numbers by their size. */
const toOrder = remembered((name: string): string => {
  const ascii = anyAscii(name.normalize('NFC')).toLowerCase();
  return ascii.replace(/\d+/g, (digits) => digits.padStart(12, '0'));
});
