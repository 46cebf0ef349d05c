/** Checks between papers: what one file alone cannot tell, such as a topic nobody declared or a paper listed twice. */

import type { KnownPaper } from '../model/known-paper.ts';
import { isLeftAlone } from '../model/left-alone.ts';
import type { List, Topic } from '../model/list.ts';
import type { Paper } from '../model/paper.ts';
import { compareText, FILE_START, type Problem, type Range } from '../model/problem.ts';
import type { Prose, Rendered } from '../model/rendered.ts';
import { IDENTITIES } from './identity.ts';
import { anchorHint } from './markdown/links.ts';
import { toRecordKey } from './own-record.ts';
import { quote } from './quote.ts';
import { createReport } from './report.ts';
import { suggest } from './suggest.ts';

/**
 * Every problem that shows only when the list and all its papers lie side by side. `broken` are paths of files that are
 * no papers yet for problems of their own: a link to one of them is not dead.
 */
export function checkBetween(
  list: List,
  introduction: Prose,
  papers: readonly Rendered[],
  broken: readonly string[],
): readonly Problem[] {
  const inOrder = papers.toSorted((left, right) => compareText(left.paper.path, right.paper.path));
  return [
    ...checkTopics(list.path, list.topics.flatMap(namesOf), inOrder),
    ...checkSlugs(inOrder),
    ...checkTwice(inOrder),
    ...checkKeys(inOrder),
    ...checkReferences(list.path, introduction, inOrder, broken),
    ...checkRelations(inOrder, broken),
    ...inOrder.flatMap((rendered) => checkReferences(rendered.paper.path, rendered, inOrder, broken)),
  ];
}

/** Every problem of a paper that is to join the list at `listPath`: a topic that is none of `topics`, or what one of `others` has. */
export function checkNewcomer(
  newcomer: Rendered,
  listPath: string,
  topics: readonly string[],
  others: readonly KnownPaper[],
): readonly Problem[] {
  const all = [...others.map((other) => ({ paper: { ...other, places: {} } })), newcomer];
  const problems = [...checkTopics(listPath, topics, [newcomer]), ...checkSlugs(all), ...checkTwice(all)];
  return problems.filter(({ file }) => file === newcomer.paper.path);
}

/** What the checks for twins look at. */
interface Twin {
  readonly paper: KnownPaper & Pick<Paper, 'places'>;
}

function checkTopics(listPath: string, names: readonly string[], papers: readonly Rendered[]): readonly Problem[] {
  return papers.flatMap(({ paper }) => {
    const { problems, report } = createReport(paper.path);
    for (const [index, name] of paper.topics.entries()) {
      if (names.includes(name)) continue;
      const near = suggest(name, names);
      const hint = `${near === undefined ? '' : `Did you mean ${quote(near)}? `}Topics are declared in ${listPath}.`;
      const place = paper.places[`topics.${index}`] ?? paper.places.topics ?? FILE_START;
      report('topic-unknown', 'error', place, `Topic ${quote(name)} is not in this list.`, hint);
    }
    return problems;
  });
}

function namesOf(topic: Topic): string[] {
  return [topic.name, ...topic.topics.flatMap(namesOf)];
}

/** A slug or an alias names one page. */
function checkSlugs(papers: readonly Twin[]): readonly Problem[] {
  const owners = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { paper } of papers) {
    const { report, problems: told } = createReport(paper.path);
    const owner = owners.get(paper.slug);
    if (owner !== undefined) {
      const message = `The slug ${quote(paper.slug)} is taken by ${owner}.`;
      report(
        'slug-duplicate',
        'error',
        FILE_START,
        message,
        'Rename one of the two files: the name is the URL and the BibTeX key.',
      );
    } else owners.set(paper.slug, paper.path);
    problems.push(...told);
  }
  for (const { paper } of papers) {
    const { report, problems: told } = createReport(paper.path);
    for (const [index, alias] of paper.aliases.entries()) {
      const owner = owners.get(alias);
      const place = paper.places[`aliases.${index}`] ?? paper.places.aliases ?? FILE_START;
      const hint = 'An alias is an old name of this paper and of no other: remove it here or there.';
      if (owner !== undefined)
        report('slug-duplicate', 'error', place, `The alias ${quote(alias)} is taken by ${owner}.`, hint);
      else owners.set(alias, paper.path);
    }
    problems.push(...told);
  }
  return problems;
}

function checkTwice(papers: readonly Twin[]): readonly Problem[] {
  const told = new Set<string>();
  return IDENTITIES.flatMap(({ field, name, key }) => {
    const first = new Map<string, Twin>();
    return papers.flatMap((rendered) => {
      const value = key(rendered.paper);
      if (value === undefined) return [];
      const other = first.get(value);
      const { path, places } = rendered.paper;
      const pair = `${other?.paper.path}\n${path}`;
      if (other === undefined) first.set(value, rendered);
      if (other === undefined || told.has(pair)) return [];
      told.add(pair);
      const { problems, report } = createReport(path);
      const place: Range = places[field] ?? places.url ?? places.doi ?? FILE_START;
      const message = `The ${name} ${quote(rendered.paper[field] ?? value)} is that of ${other.paper.path} too.`;
      const hint = 'One paper is one file: merge the two, and keep the other name under `aliases`.';
      report('paper-duplicate', 'error', place, message, hint);
      return problems;
    });
  });
}

/** BibTeX refuses a file with two records of one key, whatever their case. */
function checkKeys(papers: readonly Rendered[]): readonly Problem[] {
  const keys = papers.map(({ paper }) => toRecordKey(paper));
  const owners = new Map<string, Paper>();
  // Two papers of one slug are told elsewhere.
  for (const { paper } of papers) if (paper.bibtex === undefined) owners.set(paper.slug, paper);
  return papers.flatMap(({ paper }, at) => {
    const key = keys[at] as string;
    const owner = owners.get(key.toLowerCase());
    if (owner === undefined) owners.set(key.toLowerCase(), paper);
    if (owner === undefined || paper.bibtex === undefined) return [];
    const { problems, report } = createReport(paper.path);
    const message = `The BibTeX key ${quote(key)} is that of ${owner.path} too.`;
    const hint = 'Give this record another key; one that is made for a paper has the name of its file.';
    report('bibtex-key-duplicate', 'error', paper.places.bibtex ?? FILE_START, message, hint);
    return problems;
  });
}

function checkReferences(
  file: string,
  prose: Prose,
  papers: readonly Rendered[],
  broken: readonly string[],
): readonly Problem[] {
  const { problems, report } = createReport(file);
  for (const { slug, fragment, place } of prose.references) {
    const found = papers.find(({ paper }) => paper.slug === slug);
    const target = found?.paper;
    if (found !== undefined && fragment !== undefined && !found.anchors.includes(fragment)) {
      const message = `The notes of ${quote(slug)} have no ${quote(`#${fragment}`)}.`;
      report('anchor-dead', 'error', place, message, anchorHint(found.anchors));
    }
    if (target !== undefined && !target.draft) continue;
    if (isBroken(slug, broken)) continue;
    const near = suggest(
      slug,
      papers.map(({ paper }) => paper.slug),
    );
    if (target?.draft) {
      report(
        'link-dead',
        'error',
        place,
        `The paper ${quote(slug)} is a draft and has no page yet.`,
        'Publish it first, or remove the link.',
      );
    } else {
      const hint = isLeftAlone(`${slug}.md`)
        ? `A file ${quote(`${slug}.md`)} is not published: link to it by its whole address with https://.`
        : near === undefined
          ? 'Papers are linked by the name of their file.'
          : `Did you mean \`${near}.md\`?`;
      report('link-dead', 'error', place, `There is no paper ${quote(slug)} in this list.`, hint);
    }
  }
  return problems;
}

/** `builds_on` names papers of the list, and never the paper itself. */
function checkRelations(papers: readonly Rendered[], broken: readonly string[]): readonly Problem[] {
  const slugs = papers.map(({ paper }) => paper.slug);
  return papers.flatMap(({ paper }) => {
    const { problems, report } = createReport(paper.path);
    for (const [index, slug] of paper.buildsOn.entries()) {
      const place = paper.places[`builds_on.${index}`] ?? paper.places.builds_on ?? FILE_START;
      if (slug === paper.slug) {
        report('relation-invalid', 'error', place, 'A paper cannot build on itself.', 'Take it out of the list.');
      } else if (!slugs.includes(slug) && !isBroken(slug, broken)) {
        const near = suggest(slug, slugs);
        const hint = `${near === undefined ? '' : `Did you mean ${quote(near)}? `}Papers are named by their files, without \`.md\`.`;
        report('relation-unknown', 'error', place, `There is no paper ${quote(slug)} in this list.`, hint);
      }
    }
    return problems;
  });
}

function isBroken(slug: string, broken: readonly string[]): boolean {
  return broken.some((path) => path.endsWith(`/${slug}.md`) || path.endsWith(`/${slug}/index.md`));
}
