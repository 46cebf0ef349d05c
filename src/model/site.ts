/** Site: the list with its papers in order, ready to become pages; plain JSON, in which papers are numbers. */
import type { PlacedCard } from './card.ts';
import type { Facets } from './facet.ts';
import type { Figure } from './figure.ts';
import type { List } from './list.ts';
import type { NotesSection } from './prose.ts';
import type { Slug } from './slug.ts';

/** A topic with its place in the tree and its papers. */
export interface SiteTopic {
  readonly name: string;
  readonly slug: Slug;
  readonly description?: string;
  /** Slugs from the outermost topic to this one, joined by `/`: `clip-3d/avatars`. */
  readonly path: string;
  /** The path of its parent topic. */
  readonly parent?: string;
  /** 0 for an outermost topic. */
  readonly depth: number;
  /** Papers that name exactly this topic, by their place in the list, newest first. */
  readonly papers: readonly number[];
  /** How many different papers this topic and those inside it have. */
  readonly count: number;
}

/** SHA-256 of the notes, the terms and the records of a paper, hex. */
type KeptDigests = Readonly<Record<'notes' | 'terms' | 'records', string>>;

export interface Site {
  readonly list: List;
  readonly introduction: {
    readonly sections: readonly NotesSection[];
    readonly hasMath: boolean;
    /** Paths of its pictures. */
    readonly figures: readonly string[];
  };
  /** Depth first, in the order of the list: the order of the pages. */
  readonly topics: readonly SiteTopic[];
  /** Every published paper once, in the order in which the list shows them. */
  readonly cards: readonly PlacedCard[];
  /** For each of them the digests of what is stored apart from the cards; a printer uses them to ask for it. */
  readonly kept: readonly KeptDigests[];
  /** The papers newest first, by their place in the list. */
  readonly newest: readonly number[];
  readonly facets: Facets;
  /** For each paper the related ones, the nearest first; papers that build on each other are left out. */
  readonly related: readonly (readonly number[])[];
  /** The figures that the notes and the introduction show. */
  readonly figures: readonly Figure[];
}
