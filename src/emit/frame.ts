/** Frame: what surrounds every page, its head, the rail of topics and the footer. */

import type { FacetKind } from '../model/facet.ts';
import { toNewFileUrl } from '../model/github-url.ts';
import { type Html, toHtml } from '../model/html.ts';
import type { List } from '../model/list.ts';
import type { Site, SiteTopic } from '../model/site.ts';
import { toRelativeUrl, toRoot, type UrlPath } from '../model/url-path.ts';
import type { FacetPathOf } from './facet-paths.ts';
import { FACET_KINDS, FACET_WORDS } from './facet-words.ts';
import { toAddPath, toAssetPath, toFacetIndexPath, toHomePath, toTopicPath, type View } from './paths.ts';
import type { Print } from './printer.ts';
import type { Shelf } from './shelf.ts';
import type { SpecialPage } from './special-pages.ts';

/** What every emitter gets: the site, what pages are made with, and the templates compiled. */
export interface Workshop {
  readonly site: Site;
  readonly shelf: Shelf;
  readonly print: Print;
  readonly facetPathOf: FacetPathOf;
  /** What stands in the rail between the whole list and its topics. */
  readonly specialPages: readonly SpecialPage[];
  /** Rails that have been printed; the pages of a folder and topic share one. */
  readonly rails: Map<string, Html>;
}

interface RailTopic {
  /** The part of the name that the list shares, shown lighter: `CLIP + `. */
  readonly shared: string;
  readonly name: string;
  readonly href: string;
  readonly count: number;
  /** What `aria-current` says: the page itself, something inside the topic, or nothing. */
  readonly current: 'page' | 'true' | '';
  readonly topics: readonly RailTopic[];
}

export interface PageOptions {
  readonly path: UrlPath;
  readonly title: string;
  readonly description?: string | undefined;
  readonly view: View;
  readonly hasMath: boolean;
  /** Path of the topic the page belongs to. */
  readonly topic?: string | undefined;
  /** The facet the page belongs to. */
  readonly facet?: FacetKind;
  readonly isIndexed?: boolean;
  /** The name of a style sheet that this kind of page needs besides that of all. */
  readonly style?: string;
  /** Whom besides its own host this kind of page may ask for something, as origins. */
  readonly connect?: readonly string[];
  /** On a page of a list: the same page in the other view. */
  readonly otherView?: string;
  /** Goes from the page to another place: relative, except on a page that is served from anywhere. */
  readonly link?: (to: UrlPath) => string;
  readonly body: Html;
}

/** Browsers and search engines show about this much of a title. */
const LONGEST_TITLE = 70;
const LONGEST_DESCRIPTION = 300;

/** Languages written from right to left, unless their tag names another script. */
const RIGHT_TO_LEFT = /^(?:ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b(?!-(?:latn|cyrl|deva)\b)|-(?:arab|hebr|thaa)\b/i;

/** A whole page. */
export function printPage(workshop: Workshop, options: PageOptions): string {
  const { site, shelf, print } = workshop;
  const { path, view, title, description, hasMath, body, isIndexed = true } = options;
  const { list } = site;
  const link = options.link ?? ((to: UrlPath) => toRelativeUrl(path, to));
  const asset = (name: string) => toAssetUrl(shelf, name, link);
  return print('page', {
    lang: list.language,
    isRightToLeft: RIGHT_TO_LEFT.test(list.language),
    title: cut(title, LONGEST_TITLE),
    description: cut(description ?? list.description ?? '', LONGEST_DESCRIPTION),
    canonical: shelf.url !== undefined && isIndexed ? shelf.url + toPublicPath(path) : '',
    isIndexed,
    style: asset('style.css'),
    icon: asset('favicon.svg'),
    script: asset('page.js'),
    connect: (options.connect ?? []).map((origin) => ` ${origin}`).join(''),
    ownStyle: options.style === undefined ? '' : asset(options.style),
    finder: asset('finder.js'),
    finderStyle: asset('finder.css'),
    root: options.link === undefined ? toRoot(path) : shelf.basePath,
    view,
    otherView: options.otherView ?? '',
    mathStyle: hasMath ? asset('katex.css') : '',
    listTitle: list.title,
    home: link(toHomePath(view, 1)),
    isHome: path === toHomePath(view, 1),
    specialPages: workshop.specialPages.map((page) => ({
      label: page.label,
      href: link(page.path),
      isCurrent: page.path === path,
    })),
    rail: printRail(workshop, options, link),
    browse: toBrowse(site, options, link),
    count: site.papers.length,
    repository: list.repository === undefined ? '' : `https://github.com/${list.repository}`,
    add: link(toAddPath()),
    suggest: toSuggestUrl(list),
    body,
  });
}

/** The address of an asset by the name templates ask for; empty where the site has none of this name. */
export function toAssetUrl({ assets }: Shelf, name: string, link: (to: UrlPath) => string): string {
  const found = assets.find((one) => one.name === name);
  return found === undefined ? '' : link(toAssetPath(found.fileName));
}

/** A host serves the home page at the folder itself. */
export function toPublicPath(path: UrlPath): string {
  return path === 'index.html' ? '' : path;
}

interface BrowseLink {
  readonly label: string;
  readonly href: string;
  readonly current: RailTopic['current'];
}

/** The indexes that have something to show. */
function toBrowse(site: Site, { path, facet }: PageOptions, link: (to: UrlPath) => string): BrowseLink[] {
  return FACET_KINDS.filter((kind) => site.facets[kind].length > 0).map((kind) => {
    const index = toFacetIndexPath(kind);
    const current = path === index ? 'page' : kind === facet ? 'true' : '';
    return { label: FACET_WORDS[kind].label, href: link(index), current };
  });
}

function printRail({ site, print, rails }: Workshop, options: PageOptions, link: (to: UrlPath) => string): Html {
  const { path, view, topic } = options;
  const as = path.startsWith('topics/') ? 'page' : 'true';
  const folder = options.link === undefined ? path.slice(0, path.lastIndexOf('/') + 1) : path;
  const key = [folder, view, topic].join(' ');
  const done = rails.get(key);
  if (done !== undefined) return done;
  const topics = toRailTopics(site, undefined, (to) => link(toTopicPath(to, view, 1)), { path: topic, as });
  const rail = print('rail', { topics });
  rails.set(key, rail);
  return rail;
}

function toRailTopics(
  site: Site,
  parent: string | undefined,
  link: (path: string) => string,
  current: { readonly path: string | undefined; readonly as: RailTopic['current'] },
): RailTopic[] {
  return site.topics
    .filter((place) => place.parent === parent)
    .map(({ topic, path, count }: SiteTopic) => ({
      ...splitName(site.list, topic.name),
      href: link(path),
      count,
      current: path === current.path ? current.as : '',
      topics: toRailTopics(site, path, link, current),
    }));
}

/** The name of a topic in two: what it shares with the list, perhaps nothing, and what tells it from the others. */
export function splitName({ title }: List, name: string): { readonly shared: string; readonly name: string } {
  const lead = `${title} + `;
  return name.startsWith(lead) ? { shared: lead, name: name.slice(lead.length) } : { shared: '', name };
}

/** GitHub's form for a new file, its name begun; empty if the list names no repository. */
export function toSuggestUrl({ repository, branch, path }: List): string {
  const folder = path.split('/')[0] as string;
  return repository === undefined ? '' : toNewFileUrl({ repository, branch }, `${folder}/new-paper.md`);
}

/** Cut at a word, with an ellipsis, so that its HTML has at most `longest` characters. */
function cut(text: string, longest: number): string {
  if (toHtml(text).length <= longest) return text;
  const characters = Array.from(text.slice(0, 2 * longest)).slice(0, longest);
  while (toHtml(characters.join('')).length >= longest) characters.pop();
  const start = characters.join('');
  const word = start.lastIndexOf(' ');
  return `${word > longest / 2 ? start.slice(0, word) : start}…`;
}
