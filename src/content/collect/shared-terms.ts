/** Shared terms: what papers can have in common besides words, and which papers build on which. */
import type { PlacedCard } from '../../model/card.ts';
import type { SiteTopic } from '../../model/site.ts';

/** What sharing something of the greatest rarity adds to the nearness of two papers. */
const SHARED = { topic: 0.25, author: 0.3, base: 0.35, descendant: 0.35 } as const;

/** Something that other papers may have too; the square of its share is the nearness it adds at the greatest rarity. */
interface SharedTerm {
  /** Its number among all of them. */
  readonly term: number;
  readonly share: number;
}

export interface Shared {
  /** For each paper, each term once. */
  readonly rows: readonly (readonly SharedTerm[])[];
  /** For each term, how many papers have it. */
  readonly bearers: Uint32Array;
  /** For each paper those on which it builds and those that build on it. */
  readonly links: readonly ReadonlySet<number>[];
}

/** Topics with those around them, authors by the addresses of their pages, and relations on either side. */
export function findShared(
  cards: readonly Pick<PlacedCard, 'slug' | 'topics' | 'buildsOn' | 'values'>[],
  topics: readonly SiteTopic[],
): Shared {
  const numbers = new Map<string, number>();
  const toNumber = (name: string): number => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  };
  const topicsAround = findTopicsAround(topics);
  const papers = new Map<string, number>(cards.map(({ slug }, paper) => [slug, paper]));
  const links = cards.map(() => new Set<number>());
  const descendants: string[][] = cards.map(() => []);
  for (const [paper, { slug, buildsOn }] of cards.entries()) {
    for (const name of buildsOn) {
      const base = papers.get(name);
      if (base === undefined) continue;
      descendants[base]?.push(slug);
      links[base]?.add(paper);
      links[paper]?.add(base);
    }
  }
  const rows = cards.map(({ topics: own, values, buildsOn }, paper) => {
    const row: SharedTerm[] = [];
    const add = (kind: keyof typeof SHARED, names: readonly string[]) => {
      // One shared author out of three says more than one out of thirty.
      const share = Math.sqrt(SHARED[kind] / Math.sqrt(names.length));
      for (const name of new Set(names)) row.push({ term: toNumber(`${kind} ${name}`), share });
    };
    add('topic', [...new Set(own.flatMap((name) => topicsAround.get(name) ?? []))]);
    add('author', values.authors ?? []);
    add('base', buildsOn);
    add('descendant', descendants[paper] ?? []);
    return row;
  });
  const bearers = new Uint32Array(numbers.size);
  for (const row of rows) for (const { term } of row) bearers[term] = (bearers[term] as number) + 1;
  return { rows, bearers, links };
}

/** By the name of a topic, its path and those of the topics around it. */
function findTopicsAround(topics: readonly SiteTopic[]): ReadonlyMap<string, readonly string[]> {
  const byPath = new Map(topics.map((topic) => [topic.path, topic]));
  const around = (topic: SiteTopic | undefined): string[] =>
    topic?.parent === undefined ? [] : [topic.parent, ...around(byPath.get(topic.parent))];
  return new Map(topics.map((topic) => [topic.name, [topic.path, ...around(topic)]]));
}
