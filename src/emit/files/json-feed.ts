/** JSON Feed: a feed as version 1.1 of jsonfeed.org has it. */

import { toPaperUrl } from '../../text/paper-url.ts';
import { toPrintedName } from '../../text/person-name.ts';
import { toFeedNotes } from '../parts/feed-notes.ts';
import { toPublicPath } from '../parts/page.ts';
import { toTitle } from '../parts/plain-name.ts';
import { toPaperPath } from '../paths.ts';
import type { Press } from '../press.ts';
import { toItemId, toMoment } from './atom.ts';
import type { FeedItem, FeedParts } from './feeds.ts';

export function printJsonFeed({ path, page, title, description, items, figures }: FeedParts, press: Press): string {
  const { url = '', list } = press.data;
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: url + toPublicPath(page),
    feed_url: url + path,
    description,
    language: list.language,
    items: items.map((item) => toItem(item, figures, url, press)),
  };
  return `${JSON.stringify(feed)}\n`;
}

/** What is not known is left out. */
function toItem({ card, notes }: FeedItem, figures: FeedParts['figures'], url: string, press: Press) {
  const { slug, authors, added = '', topics, tags, tldr, language } = card;
  const content = notes === undefined ? '' : toFeedNotes(slug, press.notes(notes), figures, url);
  return {
    id: toItemId(card, url),
    url: url + toPaperPath(slug),
    external_url: toPaperUrl(card),
    title: toTitle(card),
    // An item must have one of the two.
    ...(content === '' ? { content_text: tldr || toTitle(card) } : { content_html: content }),
    summary: tldr || undefined,
    date_published: toMoment(added),
    authors: authors.length === 0 ? undefined : authors.map((name) => ({ name: toPrintedName(name) })),
    tags: [...topics, ...tags],
    language,
  };
}
