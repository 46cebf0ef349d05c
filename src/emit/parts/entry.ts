/** Entry: what a list page and a paper page say about one paper. */
import type { Card } from '../../model/card.ts';
import type { Notes } from '../../model/entry.ts';
import type { Facet } from '../../model/facets.ts';
import { FIELD_ROWS } from '../../model/fields.ts';
import { type Html, toPageHtml } from '../../model/html.ts';
import type { PaperFacts } from '../../model/paper.ts';
import type { NotesSection } from '../../model/prose.ts';
import type { Slug } from '../../model/slug.ts';
import { toRelativeUrl, toRoot, type UrlPath } from '../../model/url-path.ts';
import { toPaperUrl } from '../../text/paper-url.ts';
import { toEntryId, toPaperPath } from '../paths.ts';
import { type BylineCard, type BylineView, type LinkView, toByline } from './byline.ts';
import { type FigurePlaces, placeFigures } from './figures.ts';

/** The number of authors shown on a list page before the rest is folded away. */
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
  /** The address of the paper itself; its page on the site if nobody gave one. */
  readonly href: string;
  readonly permalink: string;
  /** Shown in the margin, on the first entry of a year. */
  readonly year?: string;
  /** How many of the known authors are not shown. */
  readonly moreAuthors: number;
  /** True if the paper has authors beyond these. */
  readonly hasUnknownAuthors: boolean;
  readonly links: readonly LinkView[];
  readonly lang?: string;
  /** Empty in the view without notes. */
  readonly sections: readonly SectionView[];
  /** True if the notes are on the paper's own page and are loaded when the fold is opened. */
  readonly isRemote: boolean;
  /** What reference managers read; empty if the page is not for them. */
  readonly coins: string;
  /** The notes in one sentence, instead of the notes themselves; empty if they are here or there are none. */
  readonly tldr: string;
}

/** A paper that is printed in full under another topic of the same list. */
export interface ReferenceView extends NameView {
  readonly isReference: true;
  readonly href: string;
  readonly year?: string;
  readonly venue?: string;
  readonly topic: string;
}

/** The name and page of a paper: everything that a link to it shows. */
export interface CardName {
  readonly slug: Slug;
  readonly html: Card['html'];
}

export function toCardName({ slug, html }: Card): CardName {
  return { slug, html };
}

/** Where an entry is printed, and what it shows of the notes. */
export interface EntryPlace {
  readonly path: UrlPath;
  /** Those of the list. */
  readonly facets: readonly Facet[];
  readonly level: number;
  readonly year?: string | undefined;
  /** The notes themselves, or a fold that loads them; nothing in the view without notes. */
  readonly notes?: Notes | 'remote' | undefined;
  readonly figures?: FigurePlaces;
  readonly coins?: string | undefined;
}

/** An entry as it is printed on the page at `path`. */
export function toEntry(
  card: BylineCard & Pick<Card, 'html' | 'tldr' | 'hasNotes'>,
  { path, facets, level, year, notes, figures = {}, coins = '' }: EntryPlace,
): EntryView {
  const permalink = toRelativeUrl(path, toPaperPath(card.slug));
  const isRemote = notes === 'remote' && card.hasNotes;
  return {
    isReference: false,
    ...toName(card.html),
    id: toEntryId(card.slug),
    level,
    href: toPaperUrl(card) ?? permalink,
    permalink,
    ...(year === undefined ? {} : { year }),
    ...toByline(card, path, facets, AUTHORS_SHOWN),
    moreAuthors: Math.max(card.authors.length - AUTHORS_SHOWN, 0),
    hasUnknownAuthors: card.hasMoreAuthors === true,
    links: toLinks(card),
    ...(card.language === undefined ? {} : { lang: card.language }),
    sections: typeof notes === 'object' ? toSections(notes.sections, path, level + 1, figures) : [],
    isRemote,
    coins,
    tldr: isRemote ? card.tldr : '',
  };
}

/** Parsers of HTML know what a formula is, and a long list has a hundred thousand. */
const MATH = '<math xmlns="http://www.w3.org/1998/Math/MathML"';

/** The notes for the page at `path`, with their outermost headings at `level`. */
export function toSections(
  sections: readonly NotesSection[],
  path: UrlPath,
  level: number,
  figures: FigurePlaces,
): SectionView[] {
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
    html: toPageHtml(placeFigures(html, figures).replaceAll(MATH, '<math') as Html, root),
  }));
}

/**
 * A title that begins with the short name shows it once: `CLIPScore: A Reference-free …`, `SLIP - Self-supervision …`,
 * and `Multimodal Neurons in Artificial …`, which continues after the words in bold.
 */
export function toName({ short, title }: Card['html']): NameView {
  if (short === undefined) return { title };
  const rest = title.startsWith(short) ? /^(?:$|:\s*|\s+[-–—]\s+|\s+)(.*)$/s.exec(title.slice(short.length)) : null;
  return { short, title: (rest?.[1] ?? title) as Html };
}

/** `Arxiv 2021`: as much as is known, with the year only once; without a venue, the school or the publisher. */
export function venueOf({
  year,
  names,
  ...card
}: Pick<BylineCard, 'venue' | 'year' | 'names' | 'school' | 'publisher'>): { readonly venue?: string } {
  const venue = names?.venues?.[0] ?? card.venue ?? card.school ?? card.publisher;
  const parts = [venue, year === undefined || venue?.includes(String(year)) ? undefined : String(year)];
  const text = parts.filter((part) => part !== undefined).join(' ');
  return text === '' ? {} : { venue: text };
}

const LABELS = new Map<string, string>(
  FIELD_ROWS.flatMap(({ name, shown }) => (shown?.as === 'link' ? [[name, shown.label]] : [])),
);

/** The PDF first, then the links that the paper gives. */
export function toLinks({ url, arxiv, links }: Pick<PaperFacts, 'url' | 'arxiv' | 'links'>): LinkView[] {
  const pdf = /^[^?#]+\.pdf(?:[?#]|$)|^https:\/\/arxiv\.org\/pdf\//i.test(url ?? '') ? url : undefined;
  const arxivPdf = arxiv === undefined ? undefined : `https://arxiv.org/pdf/${arxiv}`;
  const href = pdf ?? arxivPdf;
  const named = links.map(({ name, url: href }) => ({ label: LABELS.get(name) ?? name, href }));
  return href === undefined ? named : [{ label: 'PDF', href }, ...named];
}
