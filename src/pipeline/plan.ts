/** Plan: the build on one page, from a folder of papers to every output, nothing written. */
import { collect } from '../content/collect.ts';
import { limitProblems } from '../content/problem-limit.ts';
import { emitSite } from '../emit/outputs.ts';
import { packageFolder } from '../io/package-folder.ts';
import { readShelf } from '../io/read-assets.ts';
import { readSources } from '../io/read-sources.ts';
import { late } from '../model/late.ts';
import type { List } from '../model/list.ts';
import type { Output } from '../model/output.ts';
import type { Pace } from '../model/pace.ts';
import type { Paper } from '../model/paper.ts';
import { hasErrors, type Problem } from '../model/problem.ts';
import type { Site } from '../model/site.ts';
import type { Source } from '../model/source.ts';
import { toAddress } from './address.ts';
import { findList, prepareList } from './list-source.ts';
import { type Memory, prepareAll } from './prepare-all.ts';

export interface PlanOptions {
  /** Absolute path of the folder of papers. */
  readonly papersFolder: string;
  /** Absolute path of the owner's templates; the folder may be missing. */
  readonly templatesFolder: string;
  /** Where the site will live, in place of the list's `url`: a URL, or a path such as `/clip/`. */
  readonly base?: string;
  /** What was prepared in an earlier run; a paper whose bytes are the same is taken from there. */
  readonly memory?: Memory;
  readonly pace?: Pace;
}

export interface Plan {
  /** Every file that was read, for the frames of a report. */
  readonly sources: readonly Source[];
  /** In the order of a report; those of one file are limited, as `limitProblems` says. */
  readonly problems: readonly Problem[];
  /** Missing where the list itself cannot be understood. */
  readonly list?: List;
  /** Every paper that could be understood, drafts and those with errors of their own too. */
  readonly papers: readonly Paper[];
  /** The site; missing where an error stands against it. */
  readonly result?: {
    readonly site: Site;
    readonly basePath: string;
    /** Every file of the site. Throws a TemplateError where a template cannot be read. */
    readonly emit: () => readonly Output[];
  };
}

/** read, parse, render, collect, and emit when it is asked for. Throws a WorldError where the folders cannot be read. */
export async function plan({ papersFolder, templatesFolder, base, memory, pace }: PlanOptions): Promise<Plan> {
  const { sources, figures, problems: unread } = await readSources(papersFolder);
  const index = findList(sources);
  const papers = sources.filter((source) => source !== index);
  const prepared = await prepareAll(papers, { memory, pace });
  const rendered = prepared.flatMap((one) => one.rendered ?? []);
  const read = { sources, papers: rendered.map(({ paper }) => paper) };

  const { list, introduction, problems: ofList } = prepareList(index, papersFolder);
  const told = [...unread, ...ofList, ...prepared.flatMap((one) => one.problems)];
  if (list === undefined || introduction === undefined) return { ...read, problems: limitProblems(told) };

  const broken = papers.filter((_, at) => prepared[at]?.rendered === undefined).map(({ path }) => path);
  const refused = new Set(unread.map(({ file }) => file));
  const { site, problems: between } = collect({ list, introduction, papers: rendered, figures, broken, refused });
  const problems = limitProblems([...told, ...between]);
  if (hasErrors(problems)) return { ...read, list, problems };

  const shelf = { ...readShelf(packageFolder(), templatesFolder), ...toAddress(site.list.url, base) };
  return {
    ...read,
    list,
    problems,
    result: { site, basePath: shelf.basePath, emit: late(() => emitSite(site, shelf)) },
  };
}
