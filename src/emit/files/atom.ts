/** Atom: a feed as RFC 4287 has it. */

import { toPaperUrl } from '../../text/paper-url.ts';
import { toPrintedName } from '../../text/person-name.ts';
import { toFeedNotes } from '../parts/feed-notes.ts';
import { toPublicPath } from '../parts/page.ts';
import { toTitle } from '../parts/plain-name.ts';
import { toXml } from '../parts/xml.ts';
import { toPaperPath } from '../paths.ts';
import type { Press } from '../press.ts';
import type { FeedItem, FeedParts } from './feeds.ts';

export function printAtom(
  { path, page, title, description, updated, items, figures }: FeedParts,
  press: Press,
): string {
  const { url = '', list } = press.data;
  const own = url + path;
  const lines = [
    element('id', own),
    element('title', title),
    ...(description === undefined ? [] : [element('subtitle', description)]),
    link('self', own, 'application/atom+xml'),
    link('alternate', url + toPublicPath(page), 'text/html'),
    element('updated', toMoment(updated)),
    person(list.title),
    ...items.map((item) => printEntry(item, figures, url, press)),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${toXml(list.language)}">\n${lines.join('')}</feed>\n`;
}

function printEntry({ card, notes }: FeedItem, figures: FeedParts['figures'], url: string, press: Press): string {
  const { slug, authors, added = '', topics, tldr, language } = card;
  const page = url + toPaperPath(slug);
  const paper = toPaperUrl(card);
  const content = notes === undefined ? '' : toFeedNotes(slug, press.notes(notes), figures, url);
  const lines = [
    element('id', toItemId(card, url)),
    element('title', toTitle(card)),
    link('alternate', page, 'text/html'),
    ...(paper === undefined ? [] : [link('related', paper)]),
    element('published', toMoment(added)),
    element('updated', toMoment(added)),
    ...authors.map((name) => person(toPrintedName(name))),
    ...topics.map((topic) => `<category term="${toXml(topic)}"/>\n`),
    ...(tldr === '' ? [] : [element('summary', tldr)]),
    ...(content === '' ? [] : [`<content type="html">${toXml(content)}</content>\n`]),
  ];
  return `<entry${language === undefined ? '' : ` xml:lang="${toXml(language)}"`}>\n${lines.join('')}</entry>\n`;
}

/** A day as RFC 3339 has it: its first moment. */
export function toMoment(day: string): string {
  return `${day}T00:00:00Z`;
}

/** What a feed reader knows a paper by, whatever its title: the address of its page, under the first name that it had. */
export function toItemId({ slug, aliases }: FeedItem['card'], url: string): string {
  return url + toPaperPath(aliases[0] ?? slug);
}

function element(name: string, text: string): string {
  return `<${name}>${toXml(text)}</${name}>\n`;
}

function person(name: string): string {
  return `<author><name>${toXml(name)}</name></author>\n`;
}

function link(relation: string, href: string, type?: string): string {
  return `<link rel="${relation}"${type === undefined ? '' : ` type="${type}"`} href="${toXml(href)}"/>\n`;
}
