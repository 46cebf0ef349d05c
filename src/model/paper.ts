/** Paper: one entry of the list, what its author meant, checked. */
import type { FieldNameOf } from './fields.ts';
import type { OwnValues } from './own-field.ts';
import type { PaperType } from './paper-type.ts';
import type { Range } from './problem.ts';
import type { Slug } from './slug.ts';

/** A link of an entry other than the paper itself. */
export interface PaperLink {
  /** The field or the name under `links`: `code`, `project`, `Poster session`. */
  readonly name: string;
  /** Absolute, http or https. */
  readonly url: string;
}

/**
 * The fields that the page of a paper shows as facts, as text: `arxiv` without version and prefix (`2103.17249`,
 * `hep-th/9901001`), `doi` without resolver (`10.1145/3528223.3530164`), `date` and `added` in ISO 8601 (`2021-03` or
 * `2021-03-31`; `added` is always a day), `pages` with hyphens (`2085-2094`), `isbn` with a correct check digit.
 */
export type ShownFacts = { readonly [Name in FieldNameOf<{ readonly shown: { readonly as: 'fact' } }>]?: string };

/** What the front-matter says of a paper, but for the texts that only its own page prints. */
export interface PaperFacts extends ShownFacts {
  /** File name, URL and BibTeX key. */
  readonly slug: Slug;
  /** The source's path. */
  readonly path: string;
  readonly title: string;
  readonly short?: string;
  /** In the order in which the paper names them. */
  readonly authors: readonly string[];
  /** By index of the author, the slug that distinguishes the author from namesakes; missing if no author has one. */
  readonly authorSlugs?: Readonly<Record<string, string>>;
  /** True if the paper has authors that the file does not name, because it says `et al.` */
  readonly hasMoreAuthors?: boolean;
  readonly institutions: readonly string[];
  /** As the file says it; `toWork` works out what is missing. */
  readonly type?: PaperType;
  readonly venue?: string;
  readonly year?: number;
  /** Of the book or the proceedings; missing if none is named. */
  readonly editors?: readonly string[];
  /** True if there are editors that the file does not name. */
  readonly hasMoreEditors?: boolean;
  /** Names as declared in the list, at least one; the first is the paper's home. */
  readonly topics: readonly string[];
  /** The address at which the paper is read: absolute, http or https. */
  readonly url?: string;
  /** The fields that are links in the order of the table of fields, then `links` in the owner's. */
  readonly links: readonly PaperLink[];
  readonly tags: readonly string[];
  /** Papers of the list that this one builds on. */
  readonly buildsOn: readonly Slug[];
  readonly award?: string;
  /** What it says in the fields that its list declares; missing if nothing. */
  readonly own?: OwnValues;
  /** Old slugs, which keep redirecting. */
  readonly aliases: readonly Slug[];
  /** BCP 47 tag of the notes. */
  readonly language?: string;
  /** A draft is checked but not published. */
  readonly draft: boolean;
}

/** The place of each value in the file, by dotted path: `title`, `topics.0`, `links.Blog`; for checks between papers. */
export type FieldPlaces = Readonly<Record<string, Range>>;

export interface Paper extends PaperFacts {
  readonly places: FieldPlaces;
  readonly abstract?: string;
  /** The owner's own BibTeX record, used in place of the generated one. */
  readonly bibtex?: string;
  /** The Markdown below the front-matter. */
  readonly body: string;
  /** The line of the file on which `body` begins. */
  readonly bodyLine: number;
}
