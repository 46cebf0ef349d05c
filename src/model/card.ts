/** Card: everything that other pages may show or ask about a paper; small, and plain JSON. */
import type { Html } from './html.ts';
import type { PaperFacts } from './paper.ts';
import type { Reference } from './prose.ts';
import type { Slug } from './slug.ts';

/** A paper as `prepare` makes it, from its own file alone. */
export interface Card extends PaperFacts {
  /** Title and short name with their formulas set. */
  readonly html: { readonly title: Html; readonly short?: Html };
  /** The first sentence of the notes as plain text, at most 240 characters; empty for a paper without notes. */
  readonly tldr: string;
  /** The key of the paper's BibTeX record: its slug, unless its own record has another. */
  readonly recordKey: string;
  readonly hasOwnRecord: boolean;
  readonly hasNotes: boolean;
  /** True if the title or the short name needs the style sheet of KaTeX. */
  readonly hasTitleMath: boolean;
  /** True if anything of the paper needs it. */
  readonly hasMath: boolean;
  /** The ids that links from other notes may point to. */
  readonly anchors: readonly string[];
  /** Links from the notes to other papers. */
  readonly references: readonly Reference[];
  /** Paths of the pictures that the notes show. */
  readonly figures: readonly string[];
}

/** A card within its list: it also knows the pages of its facet values. */
export interface PlacedCard extends Card {
  /** By facet, the slug of each value in the order in which the facet reads them from the card. */
  readonly values: Readonly<Record<string, readonly Slug[]>>;
  /** By facet, the names to show for these values, for a facet in which the list declares another name for one of them. */
  readonly names?: Readonly<Record<string, readonly string[]>>;
  /** The ORCID iDs of its authors that the list declares, by the place of the author. */
  readonly orcids?: Readonly<Record<string, string>>;
  /** By facet, those of these values that have no page of their own; missing if all have one. */
  readonly pageless?: Readonly<Record<string, readonly Slug[]>>;
  /** SHA-256 of all this, hex: in the parts of an output, the digest represents the card. */
  readonly digest: string;
}
