/** Linked data: what a page is about, in the vocabulary of schema.org, as JSON-LD. */
import type { PlacedCard } from '../../model/card.ts';
import type { PressData } from '../../model/press.ts';
import type { UrlPath } from '../../model/url-path.ts';
import { toArxivUrl, toDoiUrl, toOrcidUrl, toPaperUrl } from '../../text/paper-url.ts';
import { isGroup, toPrintedName } from '../../text/person-name.ts';
import { toHomePath, toPaperPath, toTopicPath } from '../paths.ts';
import { type LinkedData, type PageParts, toPublicPath } from './page.ts';
import { toPlainText } from './plain-name.ts';
import type { TopicName } from './topic-names.ts';

const CONTEXT = 'https://schema.org';

/** A page of the list or of a topic. */
export function describeCollection(
  { path, description }: PageParts,
  name: string,
  { url, list }: PressData,
): readonly LinkedData[] {
  return [
    {
      '@context': CONTEXT,
      '@type': 'CollectionPage',
      name,
      description: description ?? list.description,
      inLanguage: list.language,
      url: url === undefined ? undefined : url + toPublicPath(path),
    },
  ];
}

/** A paper, and the way to its page through these topics, outermost first; the way needs the address of the site. */
export function describePaper(
  card: PlacedCard,
  topics: readonly TopicName[],
  { url, list }: PressData,
): readonly LinkedData[] {
  const page = url === undefined ? undefined : url + toPaperPath(card.slug);
  const { arxiv, doi, authors, venue } = card;
  const addresses = [
    arxiv === undefined ? undefined : toArxivUrl(arxiv),
    doi === undefined ? undefined : toDoiUrl(doi),
    toPaperUrl(card),
  ].filter((address) => address !== undefined);
  const article: LinkedData = {
    '@context': CONTEXT,
    '@type': 'ScholarlyArticle',
    '@id': page === undefined ? undefined : `${page}#paper`,
    name: toPlainText(card.title),
    author: authors.map((author, at) => ({
      '@type': isGroup(author) ? 'Organization' : 'Person',
      name: toPrintedName(author),
      sameAs: card.orcids?.[at] === undefined ? undefined : toOrcidUrl(card.orcids[at]),
    })),
    datePublished: card.date ?? card.year?.toString(),
    isPartOf: venue === undefined ? undefined : { '@type': 'PublicationEvent', name: card.names?.venues?.[0] ?? venue },
    sameAs: [...new Set(addresses)],
    mainEntityOfPage: page,
  };
  if (url === undefined) return [article];
  const steps: readonly (readonly [name: string, path: UrlPath])[] = [
    [list.title, toHomePath('without-notes', 1)],
    ...topics.map((topic) => [topic.name, toTopicPath(topic.path, 'without-notes', 1)] as const),
    [toPlainText(card.short ?? card.title), toPaperPath(card.slug)],
  ];
  const way: LinkedData = {
    '@context': CONTEXT,
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(([name, path], index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: url + toPublicPath(path),
    })),
  };
  return [article, way];
}
