/** Papers: a page per paper, its notes open. */

import { MORE_AUTHORS } from '../model/author-list.ts';
import { toEditUrl } from '../model/github-url.ts';
import type { Html } from '../model/html.ts';
import { toPageHtml } from '../model/html.ts';
import type { Output } from '../model/output.ts';
import type { Paper } from '../model/paper.ts';
import { toArxivUrl, toDoiUrl, toPaperUrl } from '../model/paper-url.ts';
import { toPrintedName } from '../model/person-name.ts';
import type { Rendered } from '../model/rendered.ts';
import type { Site, SiteTopic } from '../model/site.ts';
import type { Slug } from '../model/slug.ts';
import { toRelativeUrl, toRoot, type UrlPath } from '../model/url-path.ts';
import { toByline } from './byline.ts';
import { toLinks, toName, toSections, venueOf } from './entry.ts';
import { printPage, type Workshop } from './frame.ts';
import { PAGE_SIZE } from './paginate.ts';
import { toEntryId, toHomePath, toPaperPath, toRecordPath, toTopicPath } from './paths.ts';
import { toPlainName, toPlainText } from './plain-name.ts';
import { findAround } from './topics.ts';

/** A row of the table of a paper: plain text, or links. */
interface Fact {
  readonly label: string;
  readonly values: readonly { readonly text: string; readonly href?: string }[];
}

/** Who is who among the papers, by slug. */
interface Kin {
  readonly papers: ReadonlyMap<Slug, Rendered>;
  /** The papers that build on each, in the order of the list. */
  readonly builtUpon: ReadonlyMap<Slug, readonly Rendered[]>;
}

export function emitPapers(workshop: Workshop): readonly Output[] {
  const { papers } = workshop.site;
  const builtUpon = new Map<Slug, Rendered[]>(papers.map(({ paper }) => [paper.slug, []]));
  for (const rendered of papers) {
    for (const slug of rendered.paper.buildsOn) builtUpon.get(slug)?.push(rendered);
  }
  const kin = { papers: new Map(papers.map((rendered) => [rendered.paper.slug, rendered])), builtUpon };
  return papers.map((rendered) => {
    const path = toPaperPath(rendered.paper.slug);
    return { path, print: () => printPaper(workshop, path, rendered, kin) };
  });
}

function printPaper(workshop: Workshop, path: UrlPath, rendered: Rendered, kin: Kin): string {
  const { site } = workshop;
  const { repository, branch } = site.list;
  const { paper, abstract } = rendered;
  const home = site.topics.find(({ topic }) => topic.name === paper.topics[0]) as SiteTopic;
  const toTopic = (place: SiteTopic) => ({
    label: place.topic.name,
    href: toRelativeUrl(path, toTopicPath(place.path, 'without-notes', 1)),
  });
  const body = workshop.print('paper', {
    ...toName(rendered),
    lang: paper.language ?? '',
    home: toRelativeUrl(path, toHomePath('without-notes', 1)),
    around: [...findAround(site, home), home].map(toTopic),
    ...toByline(workshop, paper, path),
    links: toPrimaryLinks(paper),
    abstract: abstract === undefined ? '' : toPageHtml(abstract, toRoot(path)),
    sections: toSections(rendered, path, 3),
    id: toEntryId(paper.slug),
    citation: rendered.citation,
    bibtex: rendered.bibtex.trimEnd(),
    record: toRelativeUrl(path, toRecordPath(paper.slug)),
    facts: toFacts(rendered, site, toTopic),
    edit: repository === undefined ? '' : toEditUrl({ repository, branch }, paper.path),
    relations: toRelations(site, rendered, kin, path),
    ...toNeighbours(home, rendered, path),
  });
  return printPage(workshop, {
    path,
    title: `${toPlainName(paper)} · ${site.list.title}`,
    description: describe(rendered),
    view: 'without-notes',
    style: 'paper.css',
    // The titles of other papers may hold formulas too.
    hasMath: body.includes('<span class="katex'),
    topic: home.path,
    body,
  });
}

/** What a search engine shows below the title: the notes if there are any, else who wrote it. */
function describe({ paper, sections }: Rendered): string {
  const words = sections
    .map(({ text }) => text)
    .join(' ')
    .trim();
  return words === ''
    ? [toPlainText(paper.title), toFirstAuthors(paper)].filter((part) => part !== '').join('. ')
    : words;
}

/** Three at most, and `et al.` if the file does not name all. */
function toFirstAuthors({ authors, hasMoreAuthors }: Paper): string {
  const names = authors.slice(0, 3).map(toPrintedName);
  return [...names, ...(hasMoreAuthors && names.length > 0 ? [MORE_AUTHORS] : [])].join(', ');
}

/** The paper itself first, unless it is the PDF anyway. */
function toPrimaryLinks(paper: Paper): ReturnType<typeof toLinks> {
  const links = toLinks(paper);
  const href = toPaperUrl(paper);
  return href === undefined || links.some((link) => link.href === href) ? links : [{ label: 'Paper', href }, ...links];
}

function toFacts(
  { paper }: Rendered,
  site: Site,
  toTopic: (place: SiteTopic) => { label: string; href: string },
): Fact[] {
  const topics = paper.topics.flatMap((name) => site.topics.filter(({ topic }) => topic.name === name));
  const facts: (Fact | undefined)[] = [
    topics.length === 0
      ? undefined
      : {
          label: topics.length === 1 ? 'Topic' : 'Topics',
          values: topics.map(toTopic).map(({ label, href }) => ({ text: label, href })),
        },
    paper.arxiv === undefined
      ? undefined
      : { label: 'arXiv', values: [{ text: paper.arxiv, href: toArxivUrl(paper.arxiv) }] },
    paper.doi === undefined ? undefined : { label: 'DOI', values: [{ text: paper.doi, href: toDoiUrl(paper.doi) }] },
    toPlainFact('Published', paper.date),
    toPlainFact('Added', paper.added),
  ];
  return facts.filter((fact) => fact !== undefined);
}

function toPlainFact(label: string, text: string | undefined): Fact | undefined {
  return text === undefined ? undefined : { label, values: [{ text }] };
}

interface Neighbour {
  readonly href: string;
  readonly short?: Html;
  readonly title: Html;
}

/** The papers before and after within the topic, and the entry of this one there. */
function toNeighbours(
  home: SiteTopic,
  rendered: Rendered,
  path: UrlPath,
): { topic: string; entry: string; previous?: Neighbour; next?: Neighbour } {
  const index = home.papers.indexOf(rendered);
  // Its own papers come first on the page of a topic.
  const page = Math.floor(index / PAGE_SIZE['without-notes']) + 1;
  const previous = home.papers[index - 1];
  const next = home.papers[index + 1];
  return {
    topic: home.topic.name,
    entry: `${toRelativeUrl(path, toTopicPath(home.path, 'without-notes', page))}#${toEntryId(rendered.paper.slug)}`,
    ...(previous === undefined ? {} : { previous: toNeighbour(previous, path) }),
    ...(next === undefined ? {} : { next: toNeighbour(next, path) }),
  };
}

/** Related papers that get a line each. */
const RELATED_SHOWN = 12;

interface Relation {
  readonly label: string;
  /** True where there are too many for a line each: short names must do. */
  readonly isLong: boolean;
  readonly papers: readonly (Neighbour & { readonly venue?: string })[];
}

/** What the paper builds on and what builds upon it, in the order of the list; then what is near, the nearest first. */
function toRelations(site: Site, { paper }: Rendered, kin: Kin, path: UrlPath): Relation[] {
  const bases = paper.buildsOn.length === 0 ? [] : site.papers.filter((one) => paper.buildsOn.includes(one.paper.slug));
  const near = (site.related[paper.slug] ?? []).flatMap((slug) => kin.papers.get(slug) ?? []);
  const toLinks = (related: readonly Rendered[]) =>
    related.map((other) => ({ ...toNeighbour(other, path), ...venueOf(other.paper) }));
  return [
    { label: 'Builds on', papers: toLinks(bases) },
    { label: 'Built upon by', papers: toLinks(kin.builtUpon.get(paper.slug) ?? []) },
    { label: 'Related papers', papers: toLinks(near) },
  ]
    .filter(({ papers }) => papers.length > 0)
    .map((relation) => ({ ...relation, isLong: relation.papers.length > RELATED_SHOWN }));
}

function toNeighbour(other: Rendered, path: UrlPath): Neighbour {
  return { href: toRelativeUrl(path, toPaperPath(other.paper.slug)), ...toName(other) };
}
