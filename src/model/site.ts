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
  /** Path of the topic around it. */
  readonly parent?: string;
  /** 0 for an outermost topic. */
  readonly depth: number;
  /** Papers that name this very topic, by their place in the list, newest first. */
  readonly papers: readonly number[];
  /** How many different papers this topic and those inside it hold. */
  readonly count: number;
}

/** SHA-256 of the notes, the terms and the records of a paper, hex. */
type KeptDigests = Readonly<Record<'notes' | 'terms' | 'records', string>>;

export interface Site {
  readonly list: List;
  readonly introduction: { readonly sections: readonly NotesSection[]; readonly hasMath: boolean };
  /** Depth first, in the order of the list: the order of the pages. */
  readonly topics: readonly SiteTopic[];
  /** Every published paper once, in the order in which the list shows them. */
  readonly cards: readonly PlacedCard[];
  /** For each of them the digests of what is kept apart from the cards, by which a printer asks for it. */
  readonly kept: readonly KeptDigests[];
  /** The papers newest first, by their place in the list. */
  readonly newest: readonly number[];
  readonly facets: Facets;
  /** For each paper the papers near to it, the nearest first; those it builds on and is built upon by are left out. */
  readonly related: readonly (readonly number[])[];
  /** The figures that its notes and its introduction show. */
  readonly figures: readonly Figure[];
}
