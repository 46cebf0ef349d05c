/** Topics: a page per topic in both views, its own papers first, then those of the topics inside it. */
import type { Output } from '../model/output.ts';
import type { Site, SiteTopic } from '../model/site.ts';
import type { Workshop } from './frame.ts';
import { emitListPages } from './list-page.ts';
import { toTopicPath } from './paths.ts';

export function emitTopics(workshop: Workshop): readonly Output[] {
  const { site } = workshop;
  return site.topics.flatMap((place) =>
    emitListPages(workshop, {
      title: place.topic.name,
      headTitle: place.topic.name === site.list.title ? place.topic.name : `${place.topic.name} · ${site.list.title}`,
      description: place.topic.description,
      introduction: undefined,
      topic: place,
      around: findAround(site, place),
      groups: site.topics.filter(({ path }) => path === place.path || path.startsWith(`${place.path}/`)),
      toPath: (view, page) => toTopicPath(place.path, view, page),
    }),
  );
}

/** The topics around one, outermost first. */
export function findAround(site: Site, { parent }: SiteTopic): readonly SiteTopic[] {
  const place = site.topics.find(({ path }) => path === parent);
  return place === undefined ? [] : [...findAround(site, place), place];
}
