/** Makes sites by hand, so that what is emitted is tested without reading a single Markdown file. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { paperJsonSchema } from '../../src/content/parse/front-matter/json-schema.ts';
import { toCard } from '../../src/content/render/card.ts';
import { toTerms } from '../../src/content/render/terms.ts';
import { print } from '../../src/emit/kinds.ts';
import { planOutputs } from '../../src/emit/plan-outputs.ts';
import { openPress, type PressInput, toPressData } from '../../src/emit/press.ts';
import { FORMATS } from '../../src/exchange/formats.ts';
import { openStore } from '../../src/io/store.ts';
import type { Entry } from '../../src/model/entry.ts';
import { type Html, toHtml } from '../../src/model/html.ts';
import type { List, Topic } from '../../src/model/list.ts';
import type { Paper } from '../../src/model/paper.ts';
import type { PreparedPaper } from '../../src/model/prepared.ts';
import type { NotesSection } from '../../src/model/prose.ts';
import type { Site, SiteTopic } from '../../src/model/site.ts';
import type { Slug } from '../../src/model/slug.ts';
import { createDigest } from '../../src/pipeline/digest-parts.ts';
import type { GatheredList } from '../../src/pipeline/gather.ts';
import { toSite } from '../../src/pipeline/lay-out.ts';
import { type OpenPieces, openPieces } from '../../src/pipeline/open-pieces.ts';
import { packEntry } from '../../src/pipeline/pack-file.ts';
import { toKept } from '../../src/pipeline/to-kept.ts';
import type { PaperTerms } from '../../src/pipeline/whole-list-steps.ts';
import { toTexText } from '../../src/text/formulas.ts';

const folder = join(import.meta.dirname, '../../templates');
const templates = Object.fromEntries(
  readdirSync(folder)
    .filter((file) => file.endsWith('.eta'))
    .map((file) => [file.slice(0, -4), readFileSync(join(folder, file), 'utf8')]),
);

/** What the command brings along, the assets under made-up names. */
const pressInput: PressInput = {
  templates,
  assets: [
    'style.css',
    'finder.css',
    'paper.css',
    'facets.css',
    'map.css',
    'table.css',
    'add.css',
    'favicon.svg',
    'page.js',
    'finder.js',
    'add.js',
    'load-add-form.js',
    'find-moved.js',
    'katex.css',
    'KaTeX_Main-Regular.0123456789.woff2',
  ].map((name) => ({
    name,
    file: `/somewhere/${name}`,
    fileName: name.includes('.0123456789.') ? name : name.replace('.', '.0123456789.'),
  })),
  formats: FORMATS.map(({ mediaType: _type, write: _write, join: _join, ...format }) => format),
  schema: paperJsonSchema(),
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
): Entry {
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
  const places = { references: [], figures: [] };
  const rendered = {
    prose: { sections, references: [], anchors: [], figures: [], hasMath, places },
    title: title ?? toHtml(whole.title),
    ...(whole.short === undefined ? {} : { short: toHtml(whole.short) }),
    hasTitleMath,
    hasMath: hasMath || hasTitleMath,
  };
  return {
    card: toCard(whole, rendered),
    notes: {
      sections,
      ...(whole.abstract === undefined
        ? {}
        : { abstract: toHtml(whole.abstract), abstractText: toTexText(whole.abstract) }),
    },
    terms: toTerms(whole, sections),
    records: { formats: { bibtex }, references: [{ style: 'APA', text: 'X.' }], meta: [], coins: '' },
    places: { ...places, fields: {} },
  };
}

/** A list with one topic, but for what is said. */
function makeList(list: Partial<List>): List {
  return {
    path: 'papers/index.md',
    title: 'Shelf',
    branch: 'main',
    language: 'en',
    topics: [makeTopic('One')],
    venues: [],
    institutions: [],
    authors: [],
    fields: [],
    body: '',
    bodyLine: 1,
    places: {},
    ...list,
  };
}

/** A site, and what its printers ask for by digest. */
export interface MadeSite extends Site {
  readonly papers: readonly PreparedPaper[];
  readonly pieces: OpenPieces;
  readonly terms: PaperTerms;
}

/** A site of these papers in the order given, none of them related. */
export function makeSite(entries: readonly Entry[], list: Partial<List> = {}): MadeSite {
  const whole = makeList(list);
  const order = entries.map((_, index) => index);
  const topics = whole.topics.flatMap((topic) => placeTopic(topic, undefined, 0, entries));
  const stored = storeEntries(entries);
  const { site, terms } = toSite({
    list: whole,
    introduction: {
      sections: [],
      references: [],
      anchors: [],
      figures: [],
      hasMath: false,
      places: { references: [], figures: [] },
    },
    ...stored,
    collected: { topics, order, newest: order, figures: [] },
  });
  return { ...site, related: entries.map(() => []), ...stored, terms };
}

/** The papers as they are after `prepare`. */
function storeEntries(entries: readonly Entry[]): Pick<GatheredList, 'papers' | 'pieces' | 'store'> {
  const store = openStore(undefined, '');
  const toKey = ({ card }: Entry) => card.path;
  for (const entry of entries) store.add({ key: toKey(entry), paper: packEntry(entry), problems: [] });
  store.save(new Set(entries.map(toKey)));
  const again = () => {
    throw new Error('There is no file to prepare again.');
  };
  return {
    papers: entries.flatMap((entry) => store.find(toKey(entry))?.paper ?? []),
    pieces: openPieces(store.read, again),
    store,
  };
}

function placeTopic(
  { name, slug, topics }: Topic,
  parent: string | undefined,
  depth: number,
  entries: readonly Entry[],
): SiteTopic[] {
  const path = parent === undefined ? slug : `${parent}/${slug}`;
  const inside = topics.flatMap((child) => placeTopic(child, path, depth + 1, entries));
  const papers = entries.flatMap(({ card }, index) => (card.topics.includes(name) ? index : []));
  const place: SiteTopic = {
    name,
    slug,
    path,
    ...(parent === undefined ? {} : { parent }),
    depth,
    papers,
    count: new Set([...papers, ...inside.flatMap((child) => child.papers)]).size,
  };
  return [place, ...inside];
}

/** The files of a site by path; each is printed when it is asked for, and a copy is an empty text. */
export interface Tree extends Iterable<readonly [path: string, text: string]> {
  readonly keys: () => Iterable<string>;
  readonly has: (path: string) => boolean;
  readonly get: (path: string) => string | undefined;
}

export function emit(site: MadeSite, more: Partial<PressInput> = {}): Tree {
  const whole = { ...pressInput, ...more };
  const press = openPress(toPressData(site, whole), toKept(site.papers, site.pieces, site.terms));
  const digest = createDigest('');
  const planned = planOutputs(site, whole, (kind, parts) => digest(kind, parts).slice(0, 10));
  const outputs = new Map<string, (typeof planned)[number]>(planned.map((output) => [output.path, output]));
  if (outputs.size < planned.length) throw new Error('Two outputs have one path.');
  const toText = (output: (typeof planned)[number]) => ('kind' in output ? print(output, press) : '');
  return {
    keys: () => outputs.keys(),
    has: (path) => outputs.has(path),
    get(path) {
      const output = outputs.get(path);
      return output === undefined ? undefined : toText(output);
    },
    *[Symbol.iterator]() {
      for (const [path, output] of outputs) yield [path, toText(output)];
    },
  };
}

/** The text at a path; a path that was not planned fails the test. */
export function pageOf(tree: Tree | ReadonlyMap<string, string>, path: string): string {
  const page = tree.get(path);
  if (page === undefined) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const beside = [...tree.keys()].filter((other) => other.startsWith(folder)).slice(0, 20);
    throw new Error(`${path} was not planned; there are ${beside.join(', ')}, …`);
  }
  return page;
}
