/** Collect: the rendered papers become the site: checked against each other, put in order, grouped by topic. */
import type { Figure } from '../model/figure.ts';
import { late } from '../model/late.ts';
import type { List, Topic } from '../model/list.ts';
import type { Paper } from '../model/paper.ts';
import { compareText, type Problem } from '../model/problem.ts';
import type { Prose, Rendered } from '../model/rendered.ts';
import type { Site, SiteTopic } from '../model/site.ts';
import { checkBetween } from './cross-checks/cross-checks.ts';
import { collectFacets } from './facets/facets.ts';
import { checkFigureUses, type Figures, placeFigures } from './figures.ts';
import { findRelated } from './related.ts';
import { checkFigures } from './svg/check-figures.ts';

/** What a site is made of. */
export interface Parts {
  readonly list: List;
  readonly introduction: Prose;
  readonly papers: readonly Rendered[];
  readonly figures: readonly Figure[];
  /** Paths of files that are no papers yet, for problems of their own. */
  readonly broken: readonly string[];
  /** Paths of files that could not be read, pictures among them, for the same reason. */
  readonly refused?: ReadonlySet<string>;
}

/** Drafts are checked like the others and left out of the site. */
export function collect({ list, introduction, papers, figures, broken, refused = new Set() }: Parts): {
  readonly site: Site;
  readonly problems: readonly Problem[];
} {
  const byPath: Figures = new Map(figures.map((figure) => [figure.name, figure]));
  const problems = [
    ...checkBetween(list, introduction, papers, broken),
    ...checkFigures(figures),
    ...checkFigureUses(list.path, introduction, byPath, refused),
    ...papers.flatMap((rendered) => checkFigureUses(rendered.paper.path, rendered, byPath, refused)),
  ];
  const published = papers
    .filter(({ paper }) => !paper.draft)
    .toSorted(compareRendered)
    .map((rendered) => placeFigures(rendered, byPath));
  const topics = list.topics.flatMap((topic) => placeTopic(topic, undefined, 0, published));
  const inOrder = new Set(topics.flatMap((topic) => topic.papers.filter(isAtHome(topic))));
  const shown = new Set([introduction, ...inOrder].flatMap((prose) => prose.figures.map(({ path }) => path)));
  // Dear, and wanted by pages alone: a site with an error has none.
  const facets = late(() => collectFacets(list, published));
  const related = late(() => findRelated([...inOrder], topics));
  const site: Site = {
    list,
    introduction: placeFigures(introduction, byPath),
    topics,
    papers: [...inOrder],
    get facets() {
      return facets();
    },
    get related() {
      return related();
    },
    figures: figures.filter(({ name }) => shown.has(name)),
  };
  return { site, problems };
}

/** A paper is at home in the first topic it names. */
function isAtHome({ topic }: SiteTopic): (rendered: Rendered) => boolean {
  return ({ paper }) => paper.topics[0] === topic.name;
}

function placeTopic(
  topic: Topic,
  parent: string | undefined,
  depth: number,
  papers: readonly Rendered[],
): readonly SiteTopic[] {
  const path = parent === undefined ? topic.slug : `${parent}/${topic.slug}`;
  const inside = topic.topics.flatMap((child) => placeTopic(child, path, depth + 1, papers));
  const own = papers.filter(({ paper }) => paper.topics.includes(topic.name));
  const all = new Set([...own, ...inside.flatMap((child) => child.papers)]);
  const place: SiteTopic = {
    topic,
    path,
    ...(parent === undefined ? {} : { parent }),
    children: inside.filter((child) => child.parent === path).map((child) => child.path),
    depth,
    papers: own,
    count: all.size,
  };
  return [place, ...inside];
}

/** Newest first: by year, then by month and day where a date or an arXiv id tells them, then by title; no year last. */
function compareRendered(left: Rendered, right: Rendered): number {
  const [one, other] = [left.paper, right.paper];
  return (
    (other.year ?? 0) - (one.year ?? 0) ||
    compareText(dateOf(other), dateOf(one)) ||
    compareText(one.title, other.title) ||
    compareText(one.slug, other.slug)
  );
}

/** `2021-03-31`, or `2021-03` with the number behind it from an arXiv id. */
function dateOf({ date, arxiv, year }: Paper): string {
  if (date !== undefined) return date;
  const id = /^(?:[a-z-]+\/)?(\d\d)(\d\d)\.?(\d+)$/.exec(arxiv ?? '');
  if (id === null) return year === undefined ? '' : String(year);
  return `${Number(id[1]) > 90 ? '19' : '20'}${id[1]}-${id[2]}-${id[3]}`;
}
