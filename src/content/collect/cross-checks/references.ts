/** References: checks that links between papers, and `builds_on`, lead to papers of the list. */
import type { Card } from '../../../model/card.ts';
import type { Problem, Range } from '../../../model/problem.ts';
import type { Reference } from '../../../model/prose.ts';
import { isLeftAlone } from '../../../text/left-alone.ts';
import { quote } from '../../../text/quote.ts';
import { anchorHint } from '../../render/markdown/links.ts';
import type { PlaceOf } from '../../report/field-place.ts';
import { createReport } from '../../report/report.ts';
import { createSuggester } from './suggester.ts';

/** The papers of a list for looking them up, made once for all links. */
export interface Lookup {
  readonly bySlug: ReadonlyMap<string, Card>;
  /** The slugs of files that are not papers yet because of other problems: a link to one of them is not dead. */
  readonly broken: ReadonlySet<string>;
  readonly suggestSlug: (slug: string) => string | undefined;
}

/** `broken` are the paths of files that are not papers yet. Of two papers with the same slug, the first counts. */
export function toLookup(papers: readonly Card[], broken: readonly string[]): Lookup {
  const bySlug = new Map(papers.toReversed().map((card) => [card.slug as string, card]));
  const names = broken.flatMap((path) => {
    const [, folder, name] = /(?:([^/]+)\/)?([^/]+)\.md$/.exec(path) ?? [];
    return name === 'index' ? [folder, name] : [name];
  });
  return {
    bySlug,
    broken: new Set(names.filter((name) => name !== undefined)),
    suggestSlug: createSuggester([...new Set(papers.map(({ slug }) => slug))]),
  };
}

/** Links from the notes to papers, or to headings of papers, that do not exist; `placeAt` gives the place of a link. */
export function checkReferences(
  file: string,
  references: readonly Reference[],
  placeAt: (index: number) => Range,
  { bySlug, broken, suggestSlug }: Lookup,
): readonly Problem[] {
  const { problems, report } = createReport(file);
  for (const [index, { slug, fragment }] of references.entries()) {
    const found = bySlug.get(slug);
    if (found !== undefined && fragment !== undefined && !found.anchors.includes(fragment)) {
      const message = `The notes of ${quote(slug)} have no heading or id ${quote(`#${fragment}`)}.`;
      report('anchor-dead', 'error', placeAt(index), message, anchorHint(found.anchors));
    }
    if (found?.draft) {
      const message = `The paper ${quote(slug)} is a draft and has no page yet.`;
      report('link-dead', 'error', placeAt(index), message, 'Publish it first, or remove the link.');
    } else if (found === undefined && !broken.has(slug)) {
      const near = suggestSlug(slug);
      const known = near === undefined ? 'Link to a paper by the name of its file.' : `Did you mean \`${near}.md\`?`;
      const hint = isLeftAlone(`${slug}.md`)
        ? `${quote(`${slug}.md`)} is not published: link to it by its full address, with https://.`
        : known;
      report('link-dead', 'error', placeAt(index), `There is no paper ${quote(slug)} in this list.`, hint);
    }
  }
  return problems;
}

/** `builds_on` names papers of the list, and never the paper itself. */
export function checkRelations(
  papers: readonly Card[],
  placeOf: PlaceOf<Card>,
  { bySlug, broken, suggestSlug }: Lookup,
): readonly Problem[] {
  return papers.flatMap((paper) => {
    const { problems, report } = createReport(paper.path);
    for (const [index, slug] of paper.buildsOn.entries()) {
      const fields = [`builds_on.${index}`, 'builds_on'];
      if (slug === paper.slug) {
        const place = placeOf(paper, ...fields);
        report('relation-invalid', 'error', place, 'A paper cannot build on itself.', 'Remove it from `builds_on`.');
      } else if (!bySlug.has(slug) && !broken.has(slug)) {
        const near = suggestSlug(slug);
        const hint = `${near === undefined ? '' : `Did you mean ${quote(near)}? `}Give the name of the paper's file, without \`.md\`.`;
        report(
          'relation-unknown',
          'error',
          placeOf(paper, ...fields),
          `There is no paper ${quote(slug)} in this list.`,
          hint,
        );
      }
    }
    return problems;
  });
}
