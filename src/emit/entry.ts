/** Entry: what a list page and a paper page say of one paper. */

import { type Html, toPageHtml } from '../model/html.ts';
import type { Paper } from '../model/paper.ts';
import { toPaperUrl } from '../model/paper-url.ts';
import type { Prose, Rendered } from '../model/rendered.ts';
import { toRelativeUrl, toRoot, type UrlPath } from '../model/url-path.ts';
import { type BylineView, type LinkView, toByline } from './byline.ts';
import type { Workshop } from './frame.ts';
import { toEntryId, toPaperPath } from './paths.ts';

/** Authors shown on a list page before the rest folds away. */
const AUTHORS_SHOWN = 8;

/** The name of a paper: the short name in bold, then the title without it. */
export interface NameView {
  readonly short?: Html;
  readonly title: Html;
}

export interface SectionView {
  readonly heading?: { readonly html: Html; readonly id: string; readonly level: number };
  readonly html: Html;
}

export interface EntryView extends NameView, BylineView {
  readonly isReference: false;
  readonly id: string;
  /** 2 to 6. */
  readonly level: number;
  /** Where the paper itself is read; its own page where nobody said. */
  readonly href: string;
  readonly permalink: string;
  /** Hangs in the margin, on the first entry of a year. */
  readonly year?: string;
  /** How many of the authors are known and not shown. */
  readonly moreAuthors: number;
  /** True if the paper has authors beyond these. */
  readonly hasUnknownAuthors: boolean;
  readonly links: readonly LinkView[];
  readonly lang?: string;
  /** Empty in the view without notes. */
  readonly sections: readonly SectionView[];
}

/** A paper that stands in full under another topic of the same list. */
export interface ReferenceView extends NameView {
  readonly isReference: true;
  readonly href: string;
  readonly year?: string;
  readonly venue?: string;
  readonly topic: string;
}

/** An entry as it stands on the page at `path`. */
export function toEntry(
  workshop: Pick<Workshop, 'facetPathOf'>,
  rendered: Rendered,
  { path, level, year, hasNotes }: { path: UrlPath; level: number; year: string | undefined; hasNotes: boolean },
): EntryView {
  const { paper } = rendered;
  const permalink = toRelativeUrl(path, toPaperPath(paper.slug));
  return {
    isReference: false,
    ...toName(rendered),
    id: toEntryId(paper.slug),
    level,
    href: toPaperUrl(paper) ?? permalink,
    permalink,
    ...(year === undefined ? {} : { year }),
    ...toByline(workshop, paper, path, AUTHORS_SHOWN),
    moreAuthors: Math.max(paper.authors.length - AUTHORS_SHOWN, 0),
    hasUnknownAuthors: paper.hasMoreAuthors === true,
    links: toLinks(paper),
    ...(paper.language === undefined ? {} : { lang: paper.language }),
    sections: hasNotes ? toSections(rendered, path, level + 1) : [],
  };
}

/** The notes for the page at `path`, their outermost headings at `level`. */
export function toSections({ sections }: Prose, path: UrlPath, level: number): SectionView[] {
  const root = toRoot(path);
  return sections.map(({ heading, html }) => ({
    ...(heading === undefined
      ? {}
      : {
          heading: {
            html: toPageHtml(heading.html, root),
            id: heading.id,
            level: Math.min(level + heading.depth, 6),
          },
        }),
    html: toPageHtml(html, root),
  }));
}

/**
 * A title that begins with the short name says it once: `CLIPScore: A Reference-free …`, `SLIP - Self-supervision …`,
 * and `Multimodal Neurons in Artificial …`, which goes on after the words in bold.
 */
export function toName({ short, title }: Rendered): NameView {
  if (short === undefined) return { title };
  const rest = title.startsWith(short) ? /^(?:$|:\s*|\s+[-–—]\s+|\s+)(.*)$/s.exec(title.slice(short.length)) : null;
  return { short, title: (rest?.[1] ?? title) as Html };
}

/** `Arxiv 2021`: as much as is known, the year once. */
export function venueOf({ venue, year }: Paper): { readonly venue?: string } {
  const parts = [venue, year === undefined || venue?.includes(String(year)) ? undefined : String(year)];
  const text = parts.filter((part) => part !== undefined).join(' ');
  return text === '' ? {} : { venue: text };
}

const LABELS: Readonly<Record<string, string>> = {
  code: 'Code',
  project: 'Project',
  video: 'Video',
  slides: 'Slides',
  demo: 'Demo',
  data: 'Data',
  poster: 'Poster',
};

/** PDF first, then what the paper names. */
export function toLinks(paper: Paper): LinkView[] {
  const pdf = /^[^?#]+\.pdf(?:[?#]|$)|^https:\/\/arxiv\.org\/pdf\//i.test(paper.url ?? '') ? paper.url : undefined;
  const arxivPdf = paper.arxiv === undefined ? undefined : `https://arxiv.org/pdf/${paper.arxiv}`;
  const href = pdf ?? arxivPdf;
  const named = paper.links.map(({ name, url }) => ({
    label: Object.hasOwn(LABELS, name) ? (LABELS[name] as string) : name,
    href: url,
  }));
  return href === undefined ? named : [{ label: 'PDF', href }, ...named];
}
