/** Query: what a reader asks for, and its form in the address of the page. */
import { toTerms } from '../../text/words.ts';

/** The facet of the reader's own marks. */
export const MARK = 'mark';

export const SORTS = ['', 'newest', 'added', 'title'] as const;
/** Empty: the order of the list, or the best match first where there are words to match. */
export type Sort = (typeof SORTS)[number];

/** Of a facet: any of the chosen slugs, none of those shut out. */
export interface Choice {
  readonly chosen: readonly string[];
  readonly shut: readonly string[];
}

export interface Query {
  readonly text: string;
  readonly sort: Sort;
  /** By the name of the facet in addresses; facets without a choice are missing. */
  readonly choices: Readonly<Record<string, Choice>>;
  /** The first and the last year, each 0 where it is open. */
  readonly years: readonly [from: number, to: number];
}

/** These have the one value `yes`; shut out, it is written `no`. */
export function isYesOrNo(facet: string): boolean {
  return facet === 'code' || facet === 'notes';
}

/** Asks for nothing: the page as it is. */
export const NOTHING: Query = { text: '', sort: '', choices: {}, years: [0, 0] };

/** True where the page may stay as it is. */
export function isNothing(query: Query): boolean {
  return !hasWords(query) && query.sort === '' && !hasFilter(query);
}

/** True where there is something to search for: punctuation alone is not. */
export function hasWords({ text }: Query): boolean {
  return toTerms(text).length > 0;
}

/** True where something besides the text narrows the list. */
function hasFilter({ choices, years }: Query): boolean {
  return Object.keys(choices).length > 0 || years[0] > 0 || years[1] > 0;
}

/**
 * `?q=nerf&topic=clip-nerf,clip-3d&venue=-arxiv&year=2021..&code=yes`: slugs, a hyphen before one that is shut out; of
 * two choices for one value the later counts. What no paper has, the library leaves out.
 */
export function readQuery(search: string, facets: readonly string[]): Query {
  const parameters = new URLSearchParams(search);
  const choices: Record<string, Choice> = {};
  for (const facet of facets) {
    const isShut = new Map<string, boolean>();
    for (const written of parameters.getAll(facet).join().toLowerCase().split(',')) {
      const one = written.trim() === 'no' && isYesOrNo(facet) ? '-yes' : written.trim();
      isShut.set(one.replace(/^-/, ''), one.startsWith('-'));
    }
    isShut.delete('');
    const slugs = [...isShut.keys()];
    const shut = slugs.filter((slug) => isShut.get(slug));
    if (slugs.length > 0) choices[facet] = { chosen: slugs.filter((slug) => !isShut.get(slug)), shut };
  }
  const range = /^(\d{4})?(?:(\.\.)(\d{4})?)?$/.exec(parameters.get('year') ?? '');
  const from = Number(range?.[1] ?? 0);
  const to = range?.[2] === undefined ? from : Number(range[3] ?? 0);
  const sort = SORTS.find((one) => one === parameters.get('sort')) ?? '';
  return {
    text: parameters.get('q') ?? '',
    sort,
    choices,
    years: to > 0 && from > to ? [to, from] : [from, to],
  };
}

/** The part of an address behind its path: empty where the query asks for nothing. */
export function writeQuery({ text, sort, choices, years: [from, to] }: Query, facets: readonly string[]): string {
  const parts: string[] = [];
  if (text.trim() !== '') parts.push(`q=${encodeURIComponent(text.trim()).replaceAll('%20', '+')}`);
  for (const facet of facets) {
    const { chosen = [], shut = [] } = choices[facet] ?? {};
    const slugs = [...chosen, ...shut.map((slug) => (isYesOrNo(facet) ? 'no' : `-${slug}`))];
    if (slugs.length > 0) parts.push(`${facet}=${slugs.map(encodeURIComponent).join().replaceAll('%2F', '/')}`);
  }
  if (from > 0 || to > 0) parts.push(`year=${from === to ? from : `${from || ''}..${to || ''}`}`);
  if (sort !== '') parts.push(`sort=${sort}`);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

export type Stand = 'chosen' | 'shut' | 'free';

/** Where a value stands in a query. */
export function findStand({ choices }: Query, facet: string, slug: string): Stand {
  if (choices[facet]?.chosen.includes(slug)) return 'chosen';
  return choices[facet]?.shut.includes(slug) ? 'shut' : 'free';
}

/** The query with a value put elsewhere. */
export function placeValue(query: Query, facet: string, slug: string, stand: Stand): Query {
  const without = (slugs: readonly string[] = []) => slugs.filter((one) => one !== slug);
  const chosen = [...without(query.choices[facet]?.chosen), ...(stand === 'chosen' ? [slug] : [])];
  const shut = [...without(query.choices[facet]?.shut), ...(stand === 'shut' ? [slug] : [])];
  const { [facet]: _, ...others } = query.choices;
  return { ...query, choices: chosen.length + shut.length === 0 ? others : { ...others, [facet]: { chosen, shut } } };
}
