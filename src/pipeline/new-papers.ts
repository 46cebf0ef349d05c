/** New papers: turns fields from elsewhere into named and checked files of papers that the list does not have yet. */
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

/** A paper to add, and the line of the file it comes from, if any. */
export interface Candidate {
  readonly fields: PaperFields;
  readonly remarks?: readonly Remark[];
  readonly origin?: { readonly file: string; readonly line: number };
}

export interface NewPapers {
  /** One for each candidate that can be added, in order. */
  readonly sources: readonly Source[];
  /** The titles of these papers. */
  readonly titles: readonly string[];
  /** For each skipped candidate, the file of the paper that it already is. */
  readonly skipped: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * A file for each candidate, in the folder of the papers, which is called `folder`. A candidate that is the same paper as
 * one in `papers` or an earlier candidate, by arXiv id, DOI or address, or by title if nothing else differs, is reported
 * as `paper-duplicate`, at the candidate's line, else in the file that has it; with `skipsKnown` it is skipped instead.
 * If something differs besides the same title, the candidate is added, with a hint. File names are never those of other
 * papers, present or former.
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

/** The problem of an id that a paper in the list already has, so that no service need be asked. */
export function findListed(
  id: { readonly arxiv?: string; readonly doi?: string },
  papers: readonly Paper[],
): Problem | undefined {
  const found = createTwinIndex(papers).find({ title: '', ...id });
  return found === undefined ? undefined : toTwinProblem(found, undefined);
}

/** With formulas if they can be typeset, else as TeX text; without an abstract that makes the file too large. */
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

/** `\$` does not begin a formula. */
function toFormulaFree({ title, abstract, ...rest }: PaperFields): PaperFields {
  const toPlain = (text: string) => text.replace(/(?<!\\)\$/g, '\\$');
  return { ...rest, title: toPlain(title), ...(abstract === undefined ? {} : { abstract: toPlain(abstract) }) };
}

function toNamesakeProblem({ twin, value, difference }: TwinFound, paper: Paper): Problem {
  return {
    rule: 'title-similar',
    severity: 'hint',
    message: `${twin.path} has the title ${quote(value)} too; the ${difference} differ.`,
    hint: 'If they are the same paper, keep one file and list the name of the other under `aliases`; otherwise leave both.',
    file: paper.path,
    ...(paper.places.title ?? FILE_START),
  };
}

function toTwinProblem({ twin, identity: { field, name }, value }: TwinFound, origin: Candidate['origin']): Problem {
  const place = twin.places[field] ?? twin.places.title ?? FILE_START;
  return {
    rule: 'paper-duplicate',
    severity: 'error',
    message: `${twin.path} has the ${name} ${quote(value)}: this paper is already in the list.`,
    hint: `If something is missing there, edit ${twin.path}.${origin === undefined ? '' : ' With `--skip-known`, the others are added.'}`,
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
