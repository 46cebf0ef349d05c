/** Plan: the build on one page, from a folder of papers to every output, nothing written. */
import { collect } from '../content/collect.ts';
import { parseList } from '../content/parse.ts';
import { renderList } from '../content/render.ts';
import { emitSite } from '../emit/outputs.ts';
import { packageFolder } from '../io/package-folder.ts';
import { readShelf } from '../io/read-assets.ts';
import { readSources } from '../io/read-sources.ts';
import { late } from '../model/late.ts';
import type { Output } from '../model/output.ts';
import type { Pace } from '../model/pace.ts';
import { compareProblems, FILE_START, hasErrors, type Problem } from '../model/problem.ts';
import type { Site } from '../model/site.ts';
import type { Source } from '../model/source.ts';
import { toAddress } from './address.ts';
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
  /** All of them, in the order of a report. */
  readonly problems: readonly Problem[];
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
  const index = sources.find(({ path }) => path.split('/').length === 2 && path.endsWith('/index.md'));
  const papers = sources.filter((source) => source !== index);
  const prepared = await prepareAll(papers, { memory, pace });
  const problems = [...unread, ...prepared.flatMap((one) => one.problems)];

  const parsed = index === undefined ? { list: undefined, problems: [missingList(papersFolder)] } : parseList(index);
  problems.push(...parsed.problems);
  if (parsed.list === undefined) return { sources, problems: problems.sort(compareProblems) };

  const { introduction, problems: introductionProblems } = renderList(parsed.list);
  const rendered = prepared.flatMap((one) => one.rendered ?? []);
  const broken = papers.filter((_, at) => prepared[at]?.rendered === undefined).map(({ path }) => path);
  const { site, problems: betweenProblems } = collect({
    list: parsed.list,
    introduction,
    papers: rendered,
    figures,
    broken,
  });
  problems.push(...introductionProblems, ...betweenProblems);
  problems.sort(compareProblems);
  if (hasErrors(problems)) return { sources, problems };

  const shelf = { ...readShelf(packageFolder(), templatesFolder), ...toAddress(site.list.url, base) };
  return { sources, problems, result: { site, basePath: shelf.basePath, emit: late(() => emitSite(site, shelf)) } };
}

function missingList(papersFolder: string): Problem {
  const file = `${papersFolder.split(/[\\/]/).at(-1)}/index.md`;
  const message = `The list itself is missing: there is no ${file}.`;
  const hint = 'It declares the title and the topics, for instance: --- / title: CLIP / topics: [CLIP + GAN] / ---';
  return { rule: 'list-missing', severity: 'error', message, hint, file, ...FILE_START };
}
