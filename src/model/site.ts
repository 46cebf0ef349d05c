/** Site: the list with its rendered papers in order, ready to become pages. */
import type { Facets } from './facet.ts';
import type { Figure } from './figure.ts';
import type { List, Topic } from './list.ts';
import type { Prose, Rendered } from './rendered.ts';
import type { Slug } from './slug.ts';

/** A topic with its place in the tree and its papers. */
export interface SiteTopic {
  readonly topic: Topic;
  /** Slugs from the outermost topic to this one, joined by `/`: `clip-3d/avatars`. */
  readonly path: string;
  /** Path of the topic around it. */
  readonly parent?: string;
  /** Paths of the topics directly inside. */
  readonly children: readonly string[];
  /** 0 for an outermost topic. */
  readonly depth: number;
  /** Papers that name this very topic, in order. */
  readonly papers: readonly Rendered[];
  /** How many different papers this topic and those inside it hold. */
  readonly count: number;
}

export interface Site {
  readonly list: List;
  readonly introduction: Prose;
  /** Depth first, in the order of the list: the order of the pages. */
  readonly topics: readonly SiteTopic[];
  /** Every published paper once, in the order in which the list shows them. */
  readonly papers: readonly Rendered[];
  readonly facets: Facets;
  /** Papers near to each, by its slug, the nearest first; those it builds on and is built upon by are left out. */
  readonly related: Readonly<Record<Slug, readonly Slug[]>>;
  /** The figures that its notes show. */
  readonly figures: readonly Figure[];
}
