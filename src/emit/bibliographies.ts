/** Bibliographies: the BibTeX records of a paper, of a topic with those inside it, and of the whole list. */
import type { Output } from '../model/output.ts';
import { compareText } from '../model/problem.ts';
import type { Rendered } from '../model/rendered.ts';
import type { Workshop } from './frame.ts';
import { toBibliographyPath, toRecordPath } from './paths.ts';

export function emitBibliographies({ site }: Workshop): readonly Output[] {
  const topics = site.topics.map(({ path }) => {
    const inside = site.topics.filter((place) => place.path === path || place.path.startsWith(`${path}/`));
    return { path: toBibliographyPath(path), print: () => toFile(inside.flatMap(({ papers }) => papers)) };
  });
  const papers = site.papers.map(({ paper, bibtex }) => ({ path: toRecordPath(paper.slug), print: () => bibtex }));
  return [{ path: toBibliographyPath(undefined), print: () => toFile(site.papers) }, ...topics, ...papers];
}

/**
 * The records of each paper once, the papers by slug. A line `% styleclip` above them tells whose they are: a comment to
 * BibTeX, and where the scripts of the page cut.
 */
function toFile(papers: readonly Rendered[]): string {
  const sorted = [...new Set(papers)].toSorted((left, right) => compareText(left.paper.slug, right.paper.slug));
  return sorted.map(({ paper, bibtex }) => `% ${paper.slug}\n${bibtex}`).join('\n');
}
