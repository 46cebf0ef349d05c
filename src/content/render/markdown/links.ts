/** Links: checks every URL of the notes, points those between papers to their pages, and prefixes fragments. */
import type { Element, Root } from 'hast';
import { SITE_ROOT } from '../../../model/html.ts';
import type { Range } from '../../../model/problem.ts';
import type { Reference } from '../../../model/prose.ts';
import { toSlug } from '../../../model/slug.ts';
import { toHttpUrl } from '../../../text/identifiers.ts';
import { leadsToLeftAlone } from '../../../text/left-alone.ts';
import { quote } from '../../../text/quote.ts';
import { placeOf } from '../../report/place.ts';
import type { Report } from '../../report/report.ts';
import { walkElements } from './walk.ts';

/** A link to the file of another paper: `styleclip.md`, `./styleclip/index.md#details`, `../styleclip.md`. */
const PAPER = /^(?:\.{0,2}\/)*(?:[\w-]+\/)*?([a-z0-9-]+)(?:\/index)?\.md(?:#(\S+))?$/;
/** A link and its place in the file. */
export type PlacedReference = Reference & { readonly place: Range };

/** Marks a link between papers until the sanitiser, which lets https pass, is done. */
const INNER = 'https://papershelf.invalid/';

/** Before sanitising: every href is http(s), mailto, a fragment or a paper; anything else is reported and removed. */
export function resolveLinks(tree: Root, report: Report): readonly PlacedReference[] {
  const references: PlacedReference[] = [];
  walkElements(tree, (element) => {
    const { href } = element.properties;
    if (typeof href === 'string') element.properties.href = resolveHref(href, element, references, report);
  });
  return references;
}

function resolveHref(
  href: string,
  element: Element,
  references: PlacedReference[],
  report: Report,
): string | undefined {
  const place = placeOf(element);
  if (href.startsWith('#')) return href;
  const paper = leadsToUnderscore(href) ? null : PAPER.exec(href);
  if (paper !== null) {
    const slug = paper[1] as string;
    const fragment = paper[2] === undefined ? undefined : decodeFragment(paper[2]);
    if (slug === 'index' && paper[0].split('/').length <= 2) return `${INNER}index.html`;
    references.push({ slug, ...(fragment === undefined ? {} : { fragment }), place });
    return `${INNER}papers/${slug}.html${fragment === undefined ? '' : `#p-${slug}--${fragment}`}`;
  }
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(href)?.[1]?.toLowerCase();
  if (scheme === undefined) {
    const message = href.startsWith('//')
      ? `The link ${quote(href)} has no scheme.`
      : `The link ${quote(href)} leads nowhere.`;
    const hint = href.startsWith('//') ? `Write \`https:${href}\`.` : relativeHint(href);
    report('link-dead', 'error', place, message, hint);
    return undefined;
  }
  if (scheme === 'doi') return `https://doi.org/${href.slice(4)}`;
  if (scheme === 'mailto') return `mailto:${href.slice(7)}`;
  const url = toHttpUrl(href);
  if ('url' in url && !url.url.startsWith(INNER)) return url.url;
  const hint =
    scheme === 'http' || scheme === 'https'
      ? 'Check the address.'
      : 'Link with `https:`, `http:`, `mailto:` or `doi:`.';
  report('link-scheme', 'error', place, `The link ${quote(href)} cannot be followed from a web page.`, hint);
  return undefined;
}

/** A file or folder whose name begins with `_` is not published, even if a paper has the rest of the name. */
function leadsToUnderscore(href: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href) && /(?:^|\/)_/.test(href.replace(/[?#].*$/s, ''));
}

function relativeHint(href: string): string {
  const file = href.replace(/[?#].*$/s, '');
  if (leadsToLeftAlone(file)) {
    return `${quote(file)} is not published: \`README.md\` and names that begin with \`_\` are ignored. Link to it by its full address, with https://.`;
  }
  const name = /([^/?#]+)\.(?:md|html?)(?:[?#]|$)/i.exec(href)?.[1];
  const slug = name === undefined ? undefined : toSlug(name);
  return `Link to a paper by its file (\`${slug ?? 'styleclip'}.md\`), to anything else by its full address, with https://.`;
}

/**
 * After sanitising: `#x` gets the prefix of its id, links between papers lose their mark, a dead fragment is reported.
 * Returns the ids of the notes, without the prefix.
 */
export function finishLinks(tree: Root, prefix: string, report: Report): readonly string[] {
  const anchors: string[] = [];
  walkElements(tree, (element) => {
    const { properties } = element;
    if (typeof properties.id !== 'string') return;
    const id = properties.id.slice(prefix.length);
    if (id === '' || /\s/.test(id) || anchors.includes(id)) {
      const message = anchors.includes(id) ? `The id ${quote(id)} is used twice.` : `${quote(id)} is not a valid id.`;
      report('id-invalid', 'error', placeOf(element), message, 'An id is one word, and is used once.');
      properties.id = undefined;
    } else anchors.push(id);
  });
  walkElements(tree, (element) => {
    const { href } = element.properties;
    if (typeof href !== 'string') return;
    if (href.startsWith(INNER)) element.properties.href = SITE_ROOT + href.slice(INNER.length);
    if (!href.startsWith('#')) return;
    const fragment = decodeFragment(href.slice(1));
    element.properties.href = anchors.includes(fragment) ? `#${prefix}${fragment}` : undefined;
    if (anchors.includes(fragment)) return;
    const message = `These notes have no heading or id ${quote(href)}.`;
    report('anchor-dead', 'error', placeOf(element), message, anchorHint(anchors));
  });
  return anchors;
}

/** At most this many ids are named. */
const MOST_NAMED = 20;

/** Names the ids of a text, except those of its footnotes. */
export function anchorHint(anchors: readonly string[]): string {
  const known = anchors.filter((id) => !/^(?:fn|footnote)/.test(id)).map((id) => `\`#${id}\``);
  if (known.length === 0) return 'There are no headings or ids to link to.';
  const more = known.length > MOST_NAMED ? ` and ${known.length - MOST_NAMED} more` : '';
  return `You can link to ${known.slice(0, MOST_NAMED).join(', ')}${more}.`;
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
