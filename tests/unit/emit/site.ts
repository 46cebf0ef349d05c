/** Makes sites by hand, so that what is emitted is tested without reading a single Markdown file. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectFacets } from '../../../src/content/facets/facets.ts';
import { emitSite } from '../../../src/emit/outputs.ts';
import type { Shelf } from '../../../src/emit/shelf.ts';
import { type Html, toHtml } from '../../../src/model/html.ts';
import type { List, Topic } from '../../../src/model/list.ts';
import type { Paper } from '../../../src/model/paper.ts';
import type { NotesSection, Rendered } from '../../../src/model/rendered.ts';
import type { Site, SiteTopic } from '../../../src/model/site.ts';
import type { Slug } from '../../../src/model/slug.ts';

const folder = join(import.meta.dirname, '../../../templates');
const templates = Object.fromEntries(
  readdirSync(folder)
    .filter((file) => file.endsWith('.eta'))
    .map((file) => [file.slice(0, -4), readFileSync(join(folder, file), 'utf8')]),
);

/** What the command brings along, the assets under made-up names. */
const shelf: Shelf = {
  templates,
  assets: [
    'style.css',
    'finder.css',
    'paper.css',
    'facets.css',
    'map.css',
    'add.css',
    'favicon.svg',
    'page.js',
    'finder.js',
    'add.js',
    'add-door.js',
    'katex.css',
    'KaTeX_Main-Regular.0123456789.woff2',
  ].map((name) => ({
    name,
    file: `/somewhere/${name}`,
    fileName: name.includes('.0123456789.') ? name : name.replace('.', '.0123456789.'),
  })),
  basePath: '/clip/',
};

/** A formula as KaTeX leaves it, without its inside. */
export const FORMULA = '<span class="katex"><span class="katex-html" aria-hidden="true">β</span></span>' as Html;

/** A topic of this name, which is its slug too when in lower case. */
export function makeTopic(name: string, topics: readonly Topic[] = []): Topic {
  return { name, slug: name.toLowerCase().replace(/[^a-z0-9]+/g, '-') as Slug, topics };
}

/** Notes of one section below the heading "Summary". */
export function makeNotes(slug: string, html = '<p>They do it.</p>', depth = 0): NotesSection {
  const heading = { html: 'Summary' as Html, text: 'Summary', id: `p-${slug}--summary-${depth}`, depth };
  return { heading, html: html as Html, text: html.replace(/<[^>]+>/g, '') };
}

/** A paper of which only the title is known, but for what is said. */
export function makePaper(
  slug: string,
  paper: Partial<Paper>,
  {
    sections = [],
    title,
    hasMath = false,
    bibtex = '@misc{x}\n',
  }: { sections?: NotesSection[]; title?: Html; hasMath?: boolean; bibtex?: string } = {},
): Rendered {
  const whole: Paper = {
    slug: slug as Slug,
    path: `papers/${slug}.md`,
    title: `The title of ${slug}`,
    authors: [],
    institutions: [],
    topics: ['One'],
    links: [],
    tags: [],
    buildsOn: [],
    aliases: [],
    draft: false,
    body: '',
    bodyLine: 1,
    places: {},
    ...paper,
  };
  const hasTitleMath = title !== undefined;
  return {
    paper: whole,
    sections,
    references: [],
    anchors: [],
    bibtex,
    citation: 'X.',
    figures: [],
    title: title ?? toHtml(whole.title),
    ...(whole.short === undefined ? {} : { short: toHtml(whole.short) }),
    hasTitleMath,
    hasMath: hasMath || hasTitleMath,
  };
}

/** A site of these papers in the order given. */
export function makeSite(papers: readonly Rendered[], list: Partial<List> = {}): Site {
  const whole: List = {
    path: 'papers/index.md',
    title: 'Shelf',
    branch: 'main',
    language: 'en',
    topics: [makeTopic('One')],
    venues: [],
    institutions: [],
    body: '',
    bodyLine: 1,
    places: {},
    ...list,
  };
  const topics = whole.topics.flatMap((topic) => placeTopic(topic, undefined, 0, papers));
  return {
    list: whole,
    introduction: { sections: [], references: [], anchors: [], figures: [], hasMath: false },
    topics,
    papers,
    facets: collectFacets(whole, papers),
    related: Object.fromEntries(papers.map(({ paper }) => [paper.slug, []])),
    figures: [],
  };
}

function placeTopic(topic: Topic, parent: string | undefined, depth: number, papers: readonly Rendered[]): SiteTopic[] {
  const path = parent === undefined ? topic.slug : `${parent}/${topic.slug}`;
  const inside = topic.topics.flatMap((child) => placeTopic(child, path, depth + 1, papers));
  const own = papers.filter(({ paper }) => paper.topics.includes(topic.name));
  const place: SiteTopic = {
    topic,
    path,
    ...(parent === undefined ? {} : { parent }),
    children: inside.filter((child) => child.parent === path).map((child) => child.path),
    depth,
    papers: own,
    count: new Set([...own, ...inside.flatMap((child) => child.papers)]).size,
  };
  return [place, ...inside];
}

/** Text outputs by path; a copy is an empty text. */
export function emit(site: Site, more: Partial<Shelf> = {}): ReadonlyMap<string, string> {
  const outputs = emitSite(site, { ...shelf, ...more });
  return new Map(outputs.map((output) => [output.path, 'print' in output ? output.print() : '']));
}

/** The text at a path; a path that was not emitted fails the test. */
export function pageOf(tree: ReadonlyMap<string, string>, path: string): string {
  const page = tree.get(path);
  if (page === undefined) throw new Error(`${path} was not emitted; there are ${[...tree.keys()].join(', ')}`);
  return page;
}
