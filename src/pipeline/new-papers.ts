/** New papers: foreign fields become files that the list can take: named, checked, and none of them there already. */
import anyAscii from 'any-ascii';
import { createTwinIndex, type TwinFound } from '../content/collect/twin-index.ts';
import { parsePaper } from '../content/parse/parse.ts';
import { guard } from '../content/report/fault.ts';
import { toPaperFile } from '../exchange/paper-file.ts';
import { toFreeSlug } from '../exchange/paper-name.ts';
import type { Paper } from '../model/paper.ts';
import type { PaperFields, Remark } from '../model/paper-fields.ts';
import { compareProblems, FILE_START, hasErrors, type Problem, type Range } from '../model/problem.ts';
import type { Source } from '../model/source.ts';
import { quote } from '../text/quote.ts';
import { prepare } from './prepare.ts';

/** A paper to add, and the line of the file it comes from, if it comes from one. */
export interface Candidate {
  readonly fields: PaperFields;
  readonly remarks?: readonly Remark[];
  readonly origin?: { readonly file: string; readonly line: number };
}

export interface NewPapers {
  /** One for each candidate that can be taken, in their order. */
  readonly sources: readonly Source[];
  /** Their titles. */
  readonly titles: readonly string[];
  /** For each candidate that was passed over, the file of the paper that it is. */
  readonly skipped: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * The file of each candidate below the folder of the papers, which is called `folder`. A paper that `papers` or a
 * candidate before it is already, by arXiv id, DOI or address, or by a title from which nothing tells it apart, is the
 * problem `paper-duplicate`, at the candidate's line, else in the file that has it; with `skipsKnown` it is passed over
 * instead. One of the same title that something tells apart is taken, with a hint. File names are those of no other
 * paper, former ones included.
 */
export function toNewPapers(
  candidates: readonly Candidate[],
  papers: readonly Paper[],
  existing: readonly Source[],
  folder: string,
  skipsKnown = false,
): NewPapers {
  const taken = new Set<string>([
    ...existing.map(({ path }) => toBaseName(path)),
    ...papers.flatMap((paper) => paper.aliases),
  ]);
  const known = createTwinIndex(papers);
  const sources: Source[] = [];
  const titles: string[] = [];
  const skipped: string[] = [];
  const problems: Problem[] = [];
  for (const { fields, origin, remarks = [] } of candidates) {
    const slug = toFreeSlug(fields, taken, anyAscii);
    const path = `${folder}/${slug}.md`;
    const { source, problems: own } = toSource(path, fields);
    const paper = guard(path, () => parsePaper(source).paper).result;
    const found = paper === undefined ? undefined : known.find(paper);
    if (found !== undefined && found.difference === undefined) {
      if (skipsKnown) skipped.push(found.twin.path);
      else problems.push(toTwinProblem(found, origin));
      continue;
    }
    if (found !== undefined && paper !== undefined) problems.push(toNamesakeProblem(found, paper));
    problems.push(...own, ...remarks.map((remark) => toRemarkProblem(remark, path, origin)));
    sources.push(source);
    titles.push(fields.title);
    taken.add(slug);
    if (paper !== undefined) known.add(paper);
  }
  return { sources, titles, skipped, problems: problems.sort(compareProblems) };
}

/** The problem of an id that a paper of the list has; nothing need be asked about it. */
export function findListed(
  id: { readonly arxiv?: string; readonly doi?: string },
  papers: readonly Paper[],
): Problem | undefined {
  const found = createTwinIndex(papers).find({ title: '', ...id });
  return found === undefined ? undefined : toTwinProblem(found, undefined);
}

/** With formulas where they can be set, else with their TeX as text; an abstract that makes the file too large is left out. */
function toSource(path: string, fields: PaperFields): { source: Source; problems: readonly Problem[] } {
  const { abstract, ...withoutAbstract } = toFormulaFree(fields);
  const tries = [fields, toFormulaFree(fields), withoutAbstract].map((one) => {
    const source = { path, text: toPaperFile(one, ''), digest: '' };
    return { source, problems: prepare(source).problems };
  });
  return (
    tries.find(({ problems }) => !hasErrors(problems)) ?? (tries[0] as { source: Source; problems: readonly Problem[] })
  );
}

/** `\$` begins no formula. */
function toFormulaFree({ title, abstract, ...rest }: PaperFields): PaperFields {
  const toPlain = (text: string) => text.replace(/(?<!\\)\$/g, '\\$');
  return { ...rest, title: toPlain(title), ...(abstract === undefined ? {} : { abstract: toPlain(abstract) }) };
}

function toNamesakeProblem({ twin, value, difference }: TwinFound, paper: Paper): Problem {
  return {
    rule: 'title-similar',
    severity: 'hint',
    message: `The title ${quote(value)} is that of ${twin.path} too; the ${difference} differ.`,
    hint: 'If they are one paper, keep one file, and the name of the other under `aliases`; else leave them as they are.',
    file: paper.path,
    ...(paper.places.title ?? FILE_START),
  };
}

function toTwinProblem({ twin, identity: { field, name }, value }: TwinFound, origin: Candidate['origin']): Problem {
  const place = twin.places[field] ?? twin.places.title ?? FILE_START;
  return {
    rule: 'paper-duplicate',
    severity: 'error',
    message: `The ${name} ${quote(value)} is that of ${twin.path}: the list has this paper.`,
    hint: `If something is missing there, change ${twin.path}.${origin === undefined ? '' : ' With `--skip-known` the others are added.'}`,
    ...(origin === undefined ? { file: twin.path, ...place } : toOriginPlace(origin)),
  };
}

function toRemarkProblem(remark: Remark, path: string, origin: Candidate['origin']): Problem {
  return {
    ...remark,
    severity: 'hint',
    ...(origin === undefined ? { ...FILE_START, file: path } : toOriginPlace(origin)),
  };
}

function toOriginPlace({ file, line }: NonNullable<Candidate['origin']>): Range & Pick<Problem, 'file'> {
  return { ...FILE_START, file, line, endLine: line };
}

/** `papers/a/styleclip.md` and `papers/styleclip/index.md` are both called `styleclip`. */
function toBaseName(path: string): string {
  return path
    .replace(/(?:\/index)?\.md$/i, '')
    .replace(/^.*\//, '')
    .toLowerCase();
}
