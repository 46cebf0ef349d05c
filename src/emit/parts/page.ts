/** Page: what surrounds the body of every page: its head, the rail of topics and the footer. */
import { type Html, toHtml } from '../../model/html.ts';
import type { Picture, PressData } from '../../model/press.ts';
import { toRelativeUrl, toRoot, type UrlPath } from '../../model/url-path.ts';
import {
  toAddPath,
  toAssetPath,
  toFacetIndexPath,
  toHomePath,
  toOpenSearchPath,
  toTopicPath,
  type View,
} from '../paths.ts';
import type { Press } from '../press.ts';
import { toReportLink, toSuggestLink } from './contribute.ts';

/** A link from this page to another path. */
export type Link = (to: UrlPath) => string;

/** How many papers the list and each topic have; only on the few pages that show it. */
interface Counts {
  readonly total: number;
  /** By path. */
  readonly topics: Readonly<Record<string, number>>;
}

export interface PageParts {
  readonly path: UrlPath;
  readonly title: string;
  readonly description?: string | undefined;
  readonly view: View;
  readonly hasMath: boolean;
  /** The path of the topic that the page belongs to. */
  readonly topic?: string | undefined;
  /** The kind of the facet that the page belongs to. */
  readonly facet?: string;
  readonly isIndexed?: boolean;
  /** The name of the style sheet that this kind of page needs besides the common one. */
  readonly style?: string;
  /** The origins that this kind of page may send requests to, besides its own host. */
  readonly connect?: readonly string[];
  /** On a page of a list: the same page in the other view. */
  readonly otherView?: string;
  /** True for a page that a host serves at any depth, so that its links begin at the root of the host. */
  readonly isServedAnywhere?: boolean;
  readonly counts?: Counts | undefined;
  /** On the page of a paper: the path of its file. */
  readonly file?: string;
  /** The feed of what the page lists, if it has one. */
  readonly feed?: { readonly path: UrlPath; readonly title: string };
}

/** JSON-LD; what is `undefined` is left out. */
export type LinkedData = Readonly<Record<string, unknown>>;

/** What only some pages have in their heads. */
export interface PageHead {
  /** Elements for reference managers, by name and content. */
  readonly meta?: readonly (readonly [name: string, content: string])[];
  readonly data?: readonly LinkedData[];
  /** A picture for those who share the page, instead of that of the list. */
  readonly picture?: Picture | undefined;
  /** What the page is in the Open Graph. */
  readonly type?: 'article';
}

interface RailTopic {
  /** The part of the name that it shares with the list, shown lighter: `CLIP + `. */
  readonly shared: string;
  readonly name: string;
  readonly href: string;
  /** Empty on pages that show no counts. */
  readonly count: number | '';
  /** The value of `aria-current`: for the page itself, for something inside the topic, or empty. */
  readonly current: 'page' | 'true' | '';
  readonly topics: readonly RailTopic[];
}

/** Search engines show about this many characters of a title. */
const LONGEST_TITLE = 70;
const LONGEST_DESCRIPTION = 300;

/** The feed at this path as a page has it, if it is one of those that the site has. */
export function withFeed(path: UrlPath, title: string, feeds: ReadonlySet<UrlPath>): Pick<PageParts, 'feed'> {
  return feeds.has(path) ? { feed: { path, title } } : {};
}

/** Languages written from right to left, unless their tag names another script. */
const RIGHT_TO_LEFT = /^(?:ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b(?!-(?:latn|cyrl|deva)\b)|-(?:arab|hebr|thaa)\b/i;

/** A whole page. */
export function printPage(press: Press, page: PageParts, body: Html, head: PageHead = {}): string {
  const { data, print } = press;
  const { list } = data;
  const { path, view, title, description, hasMath, isIndexed = true } = page;
  const link = toLink(data, page);
  const asset = (name: string) => toAssetUrl(data, name, link);
  return print('page', {
    lang: list.language,
    isRightToLeft: RIGHT_TO_LEFT.test(list.language),
    title: cut(title, LONGEST_TITLE),
    description: cut(description ?? list.description ?? '', LONGEST_DESCRIPTION),
    canonical: data.url !== undefined && isIndexed ? data.url + toPublicPath(path) : '',
    isIndexed,
    ...toHeadView(head, data, path),
    style: asset('style.css'),
    icon: asset('favicon.svg'),
    script: asset('page.js'),
    connect: (page.connect ?? []).map((origin) => ` ${origin}`).join(''),
    ownStyle: page.style === undefined ? '' : asset(page.style),
    finder: asset('finder.js'),
    finderStyle: asset('finder.css'),
    facets: press.facets.map(({ parameter }) => parameter).join(' '),
    root: page.isServedAnywhere ? data.basePath : toRoot(path),
    view,
    otherView: page.otherView ?? '',
    mathStyle: hasMath ? asset('katex.css') : '',
    listTitle: list.title,
    home: link(toHomePath(view, 1)),
    isHome: path === toHomePath(view, 1),
    specialPages: data.specialPages.map((special) => ({
      label: special.label,
      href: link(special.path),
      isCurrent: special.path === path,
    })),
    rail: print('rail', { topics: toRailTopics(data, page, link, undefined) }),
    browse: toBrowse(data, page, link),
    count: page.counts?.total ?? '',
    repository: list.repository === undefined ? '' : `https://github.com/${list.repository}`,
    add: link(toAddPath()),
    suggest: toSuggestLink(data, page.topic),
    report: toReportLink(data, page),
    feed: page.feed === undefined ? '' : link(page.feed.path),
    feedTitle: page.feed?.title ?? '',
    body,
  });
}

function toHeadView({ meta = [], data: linked = [], picture, type }: PageHead, data: PressData, path: UrlPath) {
  const { url, list } = data;
  const shared = url === undefined ? undefined : (picture ?? data.picture);
  return {
    type: type ?? 'website',
    site: list.title,
    meta: meta.map(([name, content]) => ({ name, content })),
    // Nothing in it can end the element, or a line of a script.
    data: linked.map((one) =>
      JSON.stringify(one).replace(
        /[<\u2028\u2029]/g,
        (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
    ),
    picture: shared === undefined ? '' : { ...shared, href: url + toAssetPath(shared.fileName) },
    openSearch: url !== undefined && path === toHomePath('without-notes', 1) ? toOpenSearchPath() : '',
  };
}

/** Relative links, except on a page that is served anywhere, where the home page is the folder itself. */
export function toLink({ basePath }: PressData, { path, isServedAnywhere }: PageParts): Link {
  if (isServedAnywhere) return (to) => basePath + toPublicPath(to);
  return (to) => toRelativeUrl(path, to);
}

/** The address of an asset, by the name that templates use; empty if the site has no such asset. */
export function toAssetUrl({ assets }: PressData, name: string, link: Link): string {
  const fileName = assets[name];
  return fileName === undefined ? '' : link(toAssetPath(fileName));
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

/** The facet indexes that have something to show. */
function toBrowse({ facets }: PressData, { path, facet }: PageParts, link: Link): BrowseLink[] {
  return facets.map(({ kind, label }) => {
    const index = toFacetIndexPath(kind);
    const current = path === index ? 'page' : kind === facet ? 'true' : '';
    return { label, href: link(index), current };
  });
}

function toRailTopics(data: PressData, page: PageParts, link: Link, parent: string | undefined): RailTopic[] {
  return data.topics
    .filter((topic) => topic.parent === parent)
    .map(({ name, path }) => ({
      ...splitName(data.list, name),
      href: link(toTopicPath(path, page.view, 1)),
      count: page.counts?.topics[path] ?? '',
      current: path !== page.topic ? '' : page.path.startsWith('topics/') ? 'page' : 'true',
      topics: toRailTopics(data, page, link, path),
    }));
}

/** The name of a topic in two: the part it shares with the list, which may be empty, and the part that is its own. */
export function splitName({ title }: { readonly title: string }, name: string): { shared: string; name: string } {
  const lead = `${title} + `;
  return name.startsWith(lead) ? { shared: lead, name: name.slice(lead.length) } : { shared: '', name };
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
