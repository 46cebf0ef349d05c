/** Prose: Markdown turned into what a page shows. */
import type { Html } from './html.ts';
import type { Range } from './problem.ts';

/** A stretch of notes: the text below one heading, or before the first. */
export interface NotesSection {
  readonly heading?: {
    /** Inline content only. */
    readonly html: Html;
    readonly text: string;
    /** Unique on every page that holds the paper. */
    readonly id: string;
    /** 0 for the outermost headings of the notes, never more than one deeper than the heading before. */
    readonly depth: number;
  };
  readonly html: Html;
  /** The words in `html`, formulas as TeX, white space folded. */
  readonly text: string;
}

/** A link from notes to another paper of the list, to be checked against it. */
export interface Reference {
  /** The slug as written; perhaps no paper has it. */
  readonly slug: string;
  /** The id it points to on that paper's page, without `#`. */
  readonly fragment?: string;
}

/** Markdown as a page shows it, and what must be checked about it once the whole list is known. */
export interface Prose {
  /** Sections in order, without those that would show nothing. */
  readonly sections: readonly NotesSection[];
  readonly references: readonly Reference[];
  /** Paths of the pictures, as sources have theirs: `papers/clip/contrastive-matrix.svg`; perhaps there is no such picture. */
  readonly figures: readonly string[];
  /** The ids a link may point to, as the author writes them: without the prefix of the page. */
  readonly anchors: readonly string[];
  /** True if a page that shows it needs the style sheet of KaTeX. */
  readonly hasMath: boolean;
  /** The places in the file, each in the order of the list of the same name. */
  readonly places: { readonly references: readonly Range[]; readonly figures: readonly Range[] };
}
