/** Topic names: the topics that a page names, and how many papers they have. */
import type { Site, SiteTopic } from '../../model/site.ts';
import type { PageParts } from './page.ts';

export interface TopicName {
  readonly name: string;
  readonly path: string;
}

/** How many papers the list and each topic have. */
export function countTopics({ cards, topics }: Site): NonNullable<PageParts['counts']> {
  return { total: cards.length, topics: Object.fromEntries(topics.map(({ path, count }) => [path, count])) };
}

/** The topics around this one, outermost first. */
export function findAround(site: Site, { parent }: SiteTopic): readonly SiteTopic[] {
  const place = site.topics.find(({ path }) => path === parent);
  return place === undefined ? [] : [...findAround(site, place), place];
}

export function toTopicName({ name, path }: SiteTopic): TopicName {
  return { name, path };
}
