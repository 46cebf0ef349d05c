/** References: links between papers, and `builds_on`, lead to papers of the list. */
import { isLeftAlone } from '../../model/left-alone.ts';
import { FILE_START, type Problem } from '../../model/problem.ts';
import type { Prose, Rendered } from '../../model/rendered.ts';
import { anchorHint } from '../markdown/links.ts';
import { quote } from '../quote.ts';
import { createReport } from '../report.ts';
import { createSuggester } from './suggester.ts';

/** What the papers of a list are looked up in, made once for all links. */
export interface Lookup {
  readonly bySlug: ReadonlyMap<string, Rendered>;
  /** The slugs of files that are no papers yet for problems of their own: a link to one of them is not dead. */
  readonly broken: ReadonlySet<string>;
  readonly suggestSlug: (slug: string) => string | undefined;
}

/** `broken` are the paths of files that are no papers yet. Of two papers with one slug the first counts. */
export function toLookup(papers: readonly Rendered[], broken: readonly string[]): Lookup {
  const bySlug = new Map(papers.toReversed().map((rendered) => [rendered.paper.slug as string, rendered]));
  const names = broken.flatMap((path) => {
    const [, folder, name] = /(?:([^/]+)\/)?([^/]+)\.md$/.exec(path) ?? [];
    return name === 'index' ? [folder, name] : [name];
  });
  return {
    bySlug,
    broken: new Set(names.filter((name) => name !== undefined)),
    suggestSlug: createSuggester([...new Set(papers.map(({ paper }) => paper.slug))]),
  };
}

/** Links of the notes to papers, or to headings of papers, that are not there. */
export function checkReferences(
  file: string,
  prose: Prose,
  { bySlug, broken, suggestSlug }: Lookup,
): readonly Problem[] {
  const { problems, report } = createReport(file);
  for (const { slug, fragment, place } of prose.references) {
    const found = bySlug.get(slug);
    if (found !== undefined && fragment !== undefined && !found.anchors.includes(fragment)) {
      const message = `The notes of ${quote(slug)} have no ${quote(`#${fragment}`)}.`;
      report('anchor-dead', 'error', place, message, anchorHint(found.anchors));
    }
    if (found?.paper.draft) {
      const message = `The paper ${quote(slug)} is a draft and has no page yet.`;
      report('link-dead', 'error', place, message, 'Publish it first, or remove the link.');
    } else if (found === undefined && !broken.has(slug)) {
      const near = suggestSlug(slug);
      const known =
        near === undefined ? 'Papers are linked by the name of their file.' : `Did you mean \`${near}.md\`?`;
      const hint = isLeftAlone(`${slug}.md`)
        ? `A file ${quote(`${slug}.md`)} is not published: link to it by its whole address with https://.`
        : known;
      report('link-dead', 'error', place, `There is no paper ${quote(slug)} in this list.`, hint);
    }
  }
  return problems;
}

/** `builds_on` names papers of the list, and never the paper itself. */
export function checkRelations(
  papers: readonly Rendered[],
  { bySlug, broken, suggestSlug }: Lookup,
): readonly Problem[] {
  return papers.flatMap(({ paper }) => {
    const { problems, report } = createReport(paper.path);
    for (const [index, slug] of paper.buildsOn.entries()) {
      const place = paper.places[`builds_on.${index}`] ?? paper.places.builds_on ?? FILE_START;
      if (slug === paper.slug) {
        report('relation-invalid', 'error', place, 'A paper cannot build on itself.', 'Take it out of the list.');
      } else if (!bySlug.has(slug) && !broken.has(slug)) {
        const near = suggestSlug(slug);
        const hint = `${near === undefined ? '' : `Did you mean ${quote(near)}? `}Papers are named by their files, without \`.md\`.`;
        report('relation-unknown', 'error', place, `There is no paper ${quote(slug)} in this list.`, hint);
      }
    }
    return problems;
  });
}
