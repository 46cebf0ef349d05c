/** Facets: the table of the ways to group papers. A row is all there is to a facet: its pages, filter, links from entries and search follow from it. */
import type { OwnField } from './own-field.ts';
import type { PaperFacts } from './paper.ts';

export interface Facet {
  /** The folder of its pages, which is its name inside the program too: `authors`. */
  readonly kind: string;
  /** Its name in the addresses of searches: `author` in `?author=or-patashnik`. */
  readonly parameter: string;
  /** The heading of its index. */
  readonly label: string;
  /** The heading of its values among the filters. */
  readonly one: string;
  /** Between "2 papers" and the name of a value: `by`. */
  readonly relation: string;
  /** The heading of what else the papers of a value have, and the facet it is from. */
  readonly near: { readonly label: string; readonly kind: string };
  /** What a paper says, as it spells it. */
  readonly read: (paper: PaperFacts) => readonly string[];
  /** Which spellings mean the same value: by the rules for people, for venues or for other names. */
  readonly identity: 'person' | 'venue' | 'name';
  /** The part of `papers/index.md` that declares its names. */
  readonly declared?: 'venues' | 'institutions' | 'authors';
  /** The order of its index: below letters, most papers first, or newest first. */
  readonly index: 'letters' | 'count' | 'newest';
  /**
   * Where an entry shows its values as links: on the line of authors, with the venue, or by themselves with this class,
   * which may be empty, right after the venue or behind those.
   */
  readonly shown: 'authors' | 'venue' | { readonly className: string; readonly isBesideVenue?: boolean };
  /** How a reader filters by it: by choosing values, or by a range of years. */
  readonly filter: 'values' | 'range';
  /** True if readers can follow its values: each with papers enough has a feed. */
  readonly hasFeeds?: boolean;
  /** The field of the search index that holds its names. */
  readonly searched: 'authors' | 'institutions' | 'tags' | 'venue' | 'own';
}

/** An author who is told from namesakes has the slug in angle brackets behind the name. */
export const readAuthors = ({ authors, authorSlugs }: PaperFacts): readonly string[] =>
  authorSlugs === undefined
    ? authors
    : authors.map((name, at) => (authorSlugs[at] === undefined ? name : `${name} <${authorSlugs[at]}>`));

const toList = (value: string | undefined): readonly string[] => (value === undefined ? [] : [value]);

/** Those that every list has, in the order in which the pages name them. */
export const FACETS: readonly Facet[] = [
  {
    kind: 'authors',
    parameter: 'author',
    label: 'Authors',
    one: 'Author',
    relation: 'by',
    near: { label: 'Co-authors in this list', kind: 'authors' },
    read: readAuthors,
    declared: 'authors',
    identity: 'person',
    index: 'letters',
    shown: 'authors',
    filter: 'values',
    searched: 'authors',
  },
  {
    kind: 'institutions',
    parameter: 'institution',
    label: 'Institutions',
    one: 'Institution',
    relation: 'from',
    near: { label: 'Together with', kind: 'institutions' },
    read: ({ institutions }) => institutions,
    identity: 'name',
    declared: 'institutions',
    index: 'count',
    shown: { className: '' },
    filter: 'values',
    searched: 'institutions',
  },
  {
    kind: 'venues',
    parameter: 'venue',
    label: 'Venues',
    one: 'Venue',
    relation: 'at',
    near: { label: 'Years of these papers', kind: 'years' },
    read: ({ venue }) => toList(venue),
    identity: 'venue',
    declared: 'venues',
    index: 'count',
    shown: 'venue',
    filter: 'values',
    searched: 'venue',
  },
  {
    kind: 'years',
    parameter: 'year',
    label: 'Years',
    one: 'Year',
    relation: 'of',
    near: { label: 'Venues of these papers', kind: 'venues' },
    read: ({ year }) => toList(year === undefined ? undefined : String(year)),
    identity: 'name',
    index: 'newest',
    shown: 'venue',
    filter: 'range',
    searched: 'venue',
  },
  {
    kind: 'awards',
    parameter: 'award',
    label: 'Awards',
    one: 'Award',
    relation: 'with the distinction',
    near: { label: 'Venues of these papers', kind: 'venues' },
    read: ({ award }) => toList(award),
    identity: 'name',
    index: 'count',
    shown: { className: 'award', isBesideVenue: true },
    filter: 'values',
    searched: 'venue',
  },
  {
    kind: 'tags',
    parameter: 'tag',
    label: 'Tags',
    one: 'Tag',
    relation: 'about',
    near: { label: 'Together with', kind: 'tags' },
    read: ({ tags }) => tags,
    identity: 'name',
    index: 'count',
    shown: { className: 'tag' },
    filter: 'values',
    hasFeeds: true,
    searched: 'tags',
  },
];

/** The facets of a list: those that every list has, then those that it declares, in the order of their declaration. */
export function facetsOf({ fields }: { readonly fields: readonly Omit<OwnField, 'values'>[] }): readonly Facet[] {
  return [...FACETS, ...fields.filter(({ isFacet }) => isFacet).map(toOwnFacet)];
}

function toOwnFacet({ name, label }: Pick<OwnField, 'name' | 'label'>): Facet {
  return {
    kind: name,
    parameter: name,
    label,
    one: label,
    relation: `under ${label}:`,
    near: { label: 'Together with', kind: name },
    read: ({ own = {} }) => own[name] ?? [],
    identity: 'name',
    index: 'count',
    shown: { className: 'own' },
    filter: 'values',
    hasFeeds: true,
    searched: 'own',
  };
}
