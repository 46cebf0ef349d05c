/** Feeds: what is new in the list, in each topic, and under each value of the facets that readers can follow. */
import type { PlacedCard } from '../../model/card.ts';
import { facetsOf } from '../../model/facets.ts';
import { compareText } from '../../model/problem.ts';
import type { Site } from '../../model/site.ts';
import type { UrlPath } from '../../model/url-path.ts';
import { type FigurePlaces, pickFigures } from '../parts/figures.ts';
import { listGroups } from '../parts/list-layout.ts';
import { toFacetFeedPath, toFacetPath, toFeedPath, toHomePath, toTopicFeedPath, toTopicPath } from '../paths.ts';

/** The newest papers that a feed has. */
const MOST = 50;
/** A value with fewer papers has no feed. */
const FEWEST = 3;

export interface FeedItem {
  readonly card: PlacedCard;
  /** The digest of the notes, in a feed that prints them. */
  readonly notes?: string;
}

export interface FeedParts {
  /** Where the feed is, and the page of which it is the feed. */
  readonly path: UrlPath;
  readonly page: UrlPath;
  readonly title: string;
  readonly description?: string;
  /** The day of the newest paper. */
  readonly updated: string;
  /** Newest first. */
  readonly items: readonly FeedItem[];
  readonly figures: FigurePlaces;
}

interface FeedOutput {
  readonly path: UrlPath;
  readonly kind: 'atom' | 'json-feed';
  readonly parts: FeedParts;
}

/**
 * The newest papers by the day on which they were added. Only the feeds of the whole list have the notes in full, so that
 * a word changes no others. A feed holds absolute addresses, so a site without one has none; nor has a list without dates.
 */
export function planFeeds(site: Site, url: string | undefined): readonly FeedOutput[] {
  if (url === undefined) return [];
  const { list, cards, kept, topics, facets } = site;
  const dated = cards.flatMap(({ added }, number) => (added === undefined ? [] : [number]));
  const newest = dated.toSorted(
    (left, right) => compareText(cards[right]?.added ?? '', cards[left]?.added ?? '') || left - right,
  );
  const toFeed = (
    place: Pick<FeedParts, 'path' | 'page' | 'title' | 'description'>,
    numbers: readonly number[],
    isFull: boolean,
  ): FeedOutput[] => {
    const items = numbers.slice(0, MOST).map((number): FeedItem => {
      const notes = isFull ? kept[number]?.notes : undefined;
      return { card: cards[number] as PlacedCard, ...(notes === undefined ? {} : { notes }) };
    });
    const updated = items[0]?.card.added;
    if (updated === undefined) return [];
    const figures = isFull
      ? pickFigures(
          site.figures,
          items.map(({ card }) => card),
        )
      : {};
    const kind = place.path.endsWith('.json') ? 'json-feed' : 'atom';
    return [{ path: place.path, kind, parts: { ...place, updated, items, figures } }];
  };
  const within = (numbers: Iterable<number>) => {
    const inside = new Set(numbers);
    return newest.filter((number) => inside.has(number));
  };
  const description = list.description === undefined ? {} : { description: list.description };
  const whole = (['xml', 'json'] as const).flatMap((extension) =>
    toFeed(
      { path: toFeedPath(extension), page: toHomePath('without-notes', 1), title: list.title, ...description },
      newest,
      true,
    ),
  );
  const ofTopics = topics.flatMap((topic) =>
    toFeed(
      {
        path: toTopicFeedPath(topic.path),
        page: toTopicPath(topic.path, 'without-notes', 1),
        title: `${topic.name} · ${list.title}`,
        ...(topic.description === undefined ? {} : { description: topic.description }),
      },
      within(listGroups(site, topic).flatMap(({ papers }) => papers)),
      false,
    ),
  );
  const ofValues = facetsOf(list)
    .filter(({ hasFeeds }) => hasFeeds)
    .flatMap(({ kind }) =>
      (facets[kind] ?? [])
        .filter(({ papers }) => papers.length >= FEWEST)
        .flatMap(({ slug, name, papers }) =>
          toFeed(
            { path: toFacetFeedPath(kind, slug), page: toFacetPath(kind, slug, 1), title: `${name} · ${list.title}` },
            within(papers),
            false,
          ),
        ),
    );
  return [...whole, ...ofTopics, ...ofValues];
}
