/** People: declared authors whom no paper names, and names that probably belong to several people. */
import type { List } from '../../../model/list.ts';
import type { PaperFacts as Paper } from '../../../model/paper.ts';
import { FILE_START, type Problem } from '../../../model/problem.ts';
import { groupBy } from '../../../text/group-by.ts';
import { toNameKey, toPersonKey } from '../../../text/name-keys.ts';
import { isGroup } from '../../../text/person-name.ts';
import { quote } from '../../../text/quote.ts';
import { findNewcomers } from '../../collect/cross-checks/newcomers.ts';
import type { PlaceOf } from '../../report/field-place.ts';
import { createReport } from '../../report/report.ts';

/** The list as far as it declares people. */
type Declared = Pick<Required<List>, 'path' | 'places' | 'authors'>;

/** A place where a paper names an author. */
interface Use {
  readonly paper: Paper;
  readonly at: number;
  readonly name: string;
  readonly slug: string | undefined;
}

/** Hints at names and aliases of `authors` that are in no paper, at plain names beside those with a slug, and at likely namesakes. */
export function findPeople(
  { path, places, authors }: List,
  papers: readonly Paper[],
  placeOf: PlaceOf<Paper>,
): readonly Problem[] {
  if (authors === undefined) return [];
  const list: Declared = { path, places, authors };
  const uses = papers.flatMap((paper) =>
    paper.authors.map((name, at): Use => ({ paper, at, name, slug: paper.authorSlugs?.[at] })),
  );
  const byKey = groupBy(uses, ({ name }) => toPersonKey(name));
  const declared = new Set(list.authors.flatMap(({ name, aliases }) => [name, ...aliases].map(toPersonKey)));
  const namesakes = [...byKey].flatMap(([key, same]) =>
    same.some(({ slug }) => slug !== undefined)
      ? findUnmarked(list, same, placeOf)
      : declared.has(key)
        ? []
        : findLikelyNamesakes(list, same, placeOf),
  );
  return [...findUnused(list, new Set(byKey.keys())), ...namesakes];
}

function findUnused({ path, authors, places }: Declared, used: ReadonlySet<string>): readonly Problem[] {
  const { problems, report } = createReport(path);
  for (const [at, { name, aliases }] of authors.entries()) {
    for (const [index, alias] of aliases.entries()) {
      if (used.has(toPersonKey(alias))) continue;
      const place = places[`authors.${at}.aliases.${index}`] ?? places[`authors.${at}.aliases`] ?? FILE_START;
      const message = `No paper names an author ${quote(alias)}.`;
      report('author-unused', 'hint', place, message, `Delete the alias of ${quote(name)}, or correct its spelling.`);
    }
    if ([name, ...aliases].some((spelling) => used.has(toPersonKey(spelling)))) continue;
    const place = places[`authors.${at}.name`] ?? places[`authors.${at}`] ?? FILE_START;
    report(
      'author-unused',
      'hint',
      place,
      `No paper names an author ${quote(name)}.`,
      'Delete the entry, or correct the name.',
    );
  }
  return problems;
}

/** A plain name beside the same name with a slug is another person, whether or not that was meant. */
function findUnmarked(list: Declared, uses: readonly Use[], placeOf: PlaceOf<Paper>): readonly Problem[] {
  const slugs = [...new Set(uses.flatMap(({ slug }) => slug ?? []))];
  return uses.flatMap(({ paper, at, name, slug }) => {
    if (slug !== undefined) return [];
    const { problems, report } = createReport(paper.path);
    const example = quote(`${name} <${slugs[0]}>`);
    const message = `${quote(name)} is another person here than ${example}, since the list tells them apart by slugs.`;
    const hint = `If it is the same person, write ${example}; if not, give this one a slug too, in \`authors\` of ${list.path}.`;
    report('author-unmarked', 'hint', placeOf(paper, `authors.${at}`, 'authors'), message, hint);
    return problems;
  });
}

/** Papers of one name between which no chain of shared institutions, co-authors or topics leads. */
function findLikelyNamesakes(list: Declared, uses: readonly Use[], placeOf: PlaceOf<Paper>): readonly Problem[] {
  const [first, ...others] = uses;
  // A paper that says nothing of its institutions, or has no other authors, says nothing of who its author is.
  if (first === undefined || others.length === 0 || isGroup(first.name)) return [];
  const key = toPersonKey(first.name);
  const known = uses.filter(({ paper }) => paper.institutions.length > 0 && paper.authors.length > 1);
  const [start, ...rest] = known;
  if (start === undefined || rest.length === 0 || known.length < uses.length) return [];
  const signs = (paper: Paper) => [
    ...paper.institutions.map((name) => `at ${toNameKey(name)}`),
    ...paper.authors.map(toPersonKey).filter((other) => other !== key),
    ...paper.topics.map((topic) => `on ${topic}`),
  ];
  const shared = new Set(signs(start.paper));
  let apart = rest;
  for (let before = -1; before !== apart.length; ) {
    before = apart.length;
    apart = apart.filter(({ paper }) => {
      const own = signs(paper);
      if (!own.some((sign) => shared.has(sign))) return true;
      for (const sign of own) shared.add(sign);
      return false;
    });
  }
  return apart.flatMap(({ paper, at, name }) => {
    if (!findNewcomers([start.paper, paper]).includes(paper)) return [];
    const { problems, report } = createReport(paper.path);
    const message = `${quote(name)} may be another person than the author of ${start.paper.path}: the papers share no institution, co-author or topic.`;
    const hint = `If they are two people, declare one in ${list.path}, \`authors: [{ name: ${name}, slug: a-slug }]\`, and write ${quote(`${name} <a-slug>`)} in that one's papers; if not, declare the name without a slug.`;
    report('author-namesake', 'hint', placeOf(paper, `authors.${at}`, 'authors'), message, hint);
    return problems;
  });
}
