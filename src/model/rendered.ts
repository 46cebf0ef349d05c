/** Rendered: a paper plus its HTML and plain text. */
import type { Html } from './html.ts';
import type { Paper } from './paper.ts';
import type { Range } from './problem.ts';

/** A stretch of notes: what stands below one heading, or before the first. */
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
  /** The words of `html`, formulas as TeX, white space folded. */
  readonly text: string;
}

/** A link from notes to another entry of the list, to be checked against it. */
export interface Reference {
  /** The slug as written; perhaps of no paper. */
  readonly slug: string;
  /** The id it points to on that paper's page, without `#`. */
  readonly fragment?: string;
  readonly place: Range;
}

/** Markdown turned into what a page shows. */
/** A picture beside the notes. */
export interface FigureUse {
  /** The figure's path, as sources have theirs: `papers/clip/contrastive-matrix.svg`; perhaps of no figure. */
  readonly path: string;
  readonly place: Range;
}

export interface Prose {
  /** Sections in order; one that would show nothing is left out. */
  readonly sections: readonly NotesSection[];
  readonly references: readonly Reference[];
  readonly figures: readonly FigureUse[];
  /** The ids a link may point to, as the author writes them: without the prefix of the page. */
  readonly anchors: readonly string[];
  /** True where a page that shows it needs the style sheet of KaTeX. */
  readonly hasMath: boolean;
}

export interface Rendered extends Prose {
  readonly paper: Paper;
  /** The paper's BibTeX record, ending in a newline. */
  readonly bibtex: string;
  /** The paper as a reference list prints it, plain text in one line. */
  readonly citation: string;
  /** The title with its formulas set. */
  readonly title: Html;
  /** The short name with its formulas set. */
  readonly short?: Html;
  /** The abstract, its formulas set. */
  readonly abstract?: Html;
  /** True where the title or the short name needs the style sheet of KaTeX. */
  readonly hasTitleMath: boolean;
}
