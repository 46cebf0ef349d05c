/** Series: the outermost topics as the site's pictures show them, each in its own colour. */
import type { PlacedCard } from '../../model/card.ts';
import type { Site, SiteTopic } from '../../model/site.ts';

/** The colours that the style sheet has, `s1` to `s9`. */
const COLOURS = 9;

export interface Series {
  /** Its class in the style sheet: `s1` to `s9`, or `s0` for the rest. */
  readonly colour: string;
  /** Missing for the remaining topics. */
  readonly place?: SiteTopic;
  /** The papers whose home is the topic or one nested in it, in the order of the list. */
  readonly cards: readonly PlacedCard[];
}

/**
 * A series per outermost topic that has such papers, in the order of the list. A paper counts once, under its home. If
 * there are not enough colours, the smallest topics are combined and come last.
 */
export function toSeries({ topics }: Site, cards: readonly PlacedCard[]): readonly Series[] {
  const outermost = new Map(topics.map(({ name, path }) => [name, path.split('/')[0] as string]));
  const byPath = new Map<string, PlacedCard[]>();
  for (const card of cards) {
    const path = outermost.get(card.topics[0] as string) as string;
    const own = byPath.get(path) ?? [];
    byPath.set(path, own);
    own.push(card);
  }
  const all = topics.flatMap((place) => {
    const own = byPath.get(place.path);
    return place.depth > 0 || own === undefined ? [] : [{ place, cards: own }];
  });
  const largest = new Set(all.toSorted((left, right) => right.cards.length - left.cards.length).slice(0, COLOURS - 1));
  const isShown = (one: (typeof all)[number]) => all.length <= COLOURS || largest.has(one);
  const shown = all.filter(isShown).map((one, index) => ({ ...one, colour: `s${index + 1}` }));
  const rest = new Set(all.filter((one) => !isShown(one)).flatMap((one) => one.cards));
  return rest.size === 0 ? shown : [...shown, { colour: 's0', cards: cards.filter((card) => rest.has(card)) }];
}
