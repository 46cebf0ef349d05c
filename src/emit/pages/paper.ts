/** Paper: a page per paper, its notes open. */

import type { PlacedCard } from '../../model/card.ts';
import type { Notes } from '../../model/entry.ts';
import { type Html, toPageHtml } from '../../model/html.ts';
import type { PaperFacts } from '../../model/paper.ts';
import type { Site } from '../../model/site.ts';
import { toRelativeUrl, toRoot, type UrlPath } from '../../model/url-path.ts';
import { MORE_AUTHORS } from '../../text/author-list.ts';
import { toPaperUrl } from '../../text/paper-url.ts';
import { toPrintedName } from '../../text/person-name.ts';
import { toByline } from '../parts/byline.ts';
import { toEditLink, toReportLink } from '../parts/contribute.ts';
import { type CardName, toCardName, toLinks, toName, toSections, venueOf } from '../parts/entry.ts';
import { toFacts } from '../parts/facts.ts';
import { type FigurePlaces, pickFigures, pickShared } from '../parts/figures.ts';
import { describePaper } from '../parts/linked-data.ts';
import { type PageParts, printPage } from '../parts/page.ts';
import { PAGE_SIZE } from '../parts/paginate.ts';
import { toPlainName, toPlainText } from '../parts/plain-name.ts';
import { findAround, type TopicName, toTopicName } from '../parts/topic-names.ts';
import { toEntryId, toHomePath, toPaperPath, toRecordPath, toTopicPath } from '../paths.ts';
import type { Press } from '../press.ts';

type Relative = CardName & { readonly venue?: string };

interface Relation {
  readonly label: string;
  readonly papers: readonly Relative[];
}

export interface PaperParts {
  readonly path: UrlPath;
  readonly card: PlacedCard;
  /** The digests of the notes and of the records. */
  readonly notes: string;
  readonly records: string;
  /** The topic in which the paper is at home, and those around it, outermost first. */
  readonly home: TopicName;
  readonly around: readonly TopicName[];
  /** Every topic that the paper names. */
  readonly topics: readonly TopicName[];
  /** The page of the home topic on which the entry of the paper is printed. */
  readonly entryPage: UrlPath;
  readonly relations: readonly Relation[];
  /** The papers before and after within the topic. */
  readonly previous?: CardName;
  readonly next?: CardName;
  readonly figures: FigurePlaces;
}

export function planPapers(site: Site): { path: UrlPath; kind: 'paper'; parts: PaperParts }[] {
  const { cards, topics } = site;
  const numbers = new Map(cards.map(({ slug }, number) => [slug, number]));
  const buildsOn = cards.map((card) => card.buildsOn.flatMap((slug) => numbers.get(slug) ?? []));
  const builtUponBy: number[][] = cards.map(() => []);
  for (const [number, bases] of buildsOn.entries()) for (const base of bases) builtUponBy[base]?.push(number);
  const byName = new Map(
    topics.map((topic) => [
      topic.name,
      { topic, name: toTopicName(topic), around: findAround(site, topic).map(toTopicName) },
    ]),
  );
  const places = new Map(topics.map(({ name, papers }) => [name, new Map(papers.map((paper, at) => [paper, at]))]));
  const relatives = cards.map((card): Relative => ({ ...toCardName(card), ...venueOf(card) }));
  const names = cards.map(toCardName);
  const figures = new Map(site.figures.map((figure) => [figure.name, figure]));
  const toRelation = (label: string, papers: readonly number[] = []): Relation[] =>
    papers.length === 0 ? [] : [{ label, papers: papers.map((number) => relatives[number] as Relative) }];
  return cards.map((card, number) => {
    const path = toPaperPath(card.slug);
    const own = card.topics.flatMap((name) => byName.get(name) ?? []);
    const { topic: home, name, around } = own[0] as (typeof own)[number];
    const at = places.get(home.name)?.get(number) ?? 0;
    // Its own papers come first on the page of a topic.
    const page = Math.floor(at / PAGE_SIZE['without-notes']) + 1;
    const [previous, next] = [at - 1, at + 1].map((place) => names[home.papers[place] ?? -1]);
    const parts: PaperParts = {
      path,
      card,
      notes: site.kept[number]?.notes as string,
      records: site.kept[number]?.records as string,
      home: name,
      around,
      topics: own.map((one) => one.name),
      entryPage: toTopicPath(home.path, 'without-notes', page),
      relations: [
        ...toRelation(
          'Builds on',
          buildsOn[number]?.toSorted((one, other) => one - other),
        ),
        ...toRelation('Built upon by', builtUponBy[number]),
        ...toRelation('Related papers', site.related[number]),
      ],
      ...(previous === undefined ? {} : { previous }),
      ...(next === undefined ? {} : { next }),
      figures: pickFigures(
        card.figures.flatMap((path) => figures.get(path) ?? []),
        [card],
      ),
    };
    return { path, kind: 'paper', parts };
  });
}

/** Related papers that get a line each. */
const RELATED_SHOWN = 12;

export function printPaper(parts: PaperParts, press: Press): string {
  const { path, card, home, figures } = parts;
  const { list } = press.data;
  const link = (to: UrlPath) => toRelativeUrl(path, to);
  const { sections, abstract } = press.notes(parts.notes);
  const { formats, references, meta } = press.records(parts.records);
  const toTopic = (topic: TopicName) => ({
    label: topic.name,
    href: link(toTopicPath(topic.path, 'without-notes', 1)),
  });
  const toNameLink = ({ slug, html }: CardName) => ({ href: link(toPaperPath(slug)), ...toName(html) });
  const about = { path, title: `${toPlainName(card)} · ${list.title}`, file: card.path };
  const body = press.print('paper', {
    ...toName(card.html),
    lang: card.language ?? '',
    home: link(toHomePath('without-notes', 1)),
    around: [...parts.around, home].map(toTopic),
    ...toByline(card, path, press.facets),
    links: toPrimaryLinks(card),
    abstract: abstract === undefined ? '' : toPageHtml(abstract, toRoot(path)),
    sections: toSections(sections, path, 3, figures),
    id: toEntryId(card.slug),
    references: references.map(({ style, text }) => ({ style, text, id: `reference-${style.toLowerCase()}` })),
    bibtex: formats.bibtex?.trimEnd() ?? '',
    records: press.data.formats
      .filter(({ hasFilePerPaper }) => hasFilePerPaper)
      .map(({ label, extension }) => ({ label, href: link(toRecordPath(card.slug, extension)) })),
    // Cut from the files of the list by the page's script.
    otherFormats: press.data.formats.filter(({ hasFilePerPaper }) => !hasFilePerPaper).map(({ label }) => label),
    slug: card.slug,
    facts: toFacts(card, parts.topics.map(toTopic), path, press),
    edit: toEditLink(press.data, card.path),
    report: toReportLink(press.data, about),
    relations: parts.relations.map(({ label, papers }) => ({
      label,
      papers: papers.map(({ venue, ...paper }) => ({
        ...toNameLink(paper),
        ...(venue === undefined ? {} : { venue }),
      })),
      // Too many for a line each: short names must do.
      isLong: papers.length > RELATED_SHOWN,
    })),
    topic: home.name,
    entry: `${link(parts.entryPage)}#${toEntryId(card.slug)}`,
    ...(parts.previous === undefined ? {} : { previous: toNameLink(parts.previous) }),
    ...(parts.next === undefined ? {} : { next: toNameLink(parts.next) }),
  });
  const page: PageParts = {
    ...about,
    description: describe(card, sections),
    view: 'without-notes',
    style: 'paper.css',
    // The titles of other papers may hold formulas too.
    hasMath: body.includes('<span class="katex'),
    topic: home.path,
  };
  return printPage(press, page, body as Html, {
    meta,
    data: describePaper(card, [...parts.around, home], press.data),
    picture: pickShared(card.figures, figures),
    type: 'article',
  });
}

/** What a search engine shows below the title: the notes if there are any, else who wrote the paper. */
function describe({ title, authors, hasMoreAuthors }: PaperFacts, sections: Notes['sections']): string {
  const words = sections
    .map(({ text }) => text)
    .join(' ')
    .trim();
  if (words !== '') return words;
  const names = authors.slice(0, 3).map(toPrintedName);
  const all = [...names, ...(hasMoreAuthors && names.length > 0 ? [MORE_AUTHORS] : [])].join(', ');
  return [toPlainText(title), all].filter((part) => part !== '').join('. ');
}

/** The paper itself first, unless it is the PDF anyway. */
function toPrimaryLinks(card: PlacedCard): ReturnType<typeof toLinks> {
  const links = toLinks(card);
  const href = toPaperUrl(card);
  return href === undefined || links.some((link) => link.href === href) ? links : [{ label: 'Paper', href }, ...links];
}
