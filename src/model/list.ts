/** List: the whole collection as its owner declares it in `papers/index.md`. */
import type { OwnField } from './own-field.ts';
import type { Range } from './problem.ts';
import type { Slug } from './slug.ts';
import type { VenueType } from './venue.ts';

/** A group of papers; topics may nest. */
export interface Topic {
  readonly name: string;
  readonly slug: Slug;
  readonly description?: string;
  readonly topics: readonly Topic[];
}

/** A venue, an institution or a person with one name, whatever papers call it. */
export interface DeclaredName {
  readonly name: string;
  readonly slug?: Slug;
  /** The name written out: `Tel Aviv University` for `TAU`. */
  readonly full?: string;
  /** Other names that papers give it. */
  readonly aliases: readonly string[];
}

/** A venue, which records name in full. */
export interface DeclaredVenue extends DeclaredName {
  readonly type?: VenueType;
  /** Named in the records of papers that name none. */
  readonly publisher?: string;
}

/** A person, who may share a name with others. */
export interface DeclaredAuthor extends DeclaredName {
  /** `0000-0002-1825-0097` */
  readonly orcid?: string;
  /** Of the person's own page: absolute, http or https. */
  readonly url?: string;
}

export interface List {
  /** The source's path. */
  readonly path: string;
  readonly title: string;
  readonly description?: string;
  /** The address of the site: absolute, ends in a slash. */
  readonly url?: string;
  /** `owner/name` on GitHub. */
  readonly repository?: string;
  /** The branch that the site is built from, which links for editing lead to; `main` if not given. */
  readonly branch: string;
  /** BCP 47 tag of the pages; `en` if not given. */
  readonly language: string;
  readonly topics: readonly Topic[];
  readonly venues: readonly DeclaredVenue[];
  readonly institutions: readonly DeclaredName[];
  /** Several may have one name if each has a slug. Missing if the file has them and they could not be understood. */
  readonly authors?: readonly DeclaredAuthor[];
  /** Fields of papers that only this list has, in the order in which pages show them. */
  readonly fields: readonly OwnField[];
  /** The introduction, Markdown. */
  readonly body: string;
  /** The line of the file on which `body` begins. */
  readonly bodyLine: number;
  /** The place of each value in the file, by dotted path: `title`, `topics.0.name`. */
  readonly places: Readonly<Record<string, Range>>;
}
