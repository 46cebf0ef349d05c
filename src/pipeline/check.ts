/** Check: every problem in a folder of papers; the owner's templates are tried on one page of each kind. */
import { packageFolder } from '../io/package-folder.ts';
import { readAssets } from '../io/read-assets.ts';
import { readSources } from '../io/read-sources.ts';
import type { Problem } from '../model/problem.ts';
import type { Source } from '../model/source.ts';
import type { Gathered, GatherOptions } from './gather.ts';
import { keepReport, recallReport, toReadKey } from './kept-report.ts';

export interface CheckOptions extends GatherOptions {
  readonly templatesFolder: string;
  /** True if the papers themselves are needed, which takes longer if nothing has changed. */
  readonly needsPapers?: boolean;
}

/** What a check reported, kept for one that would report the same. */
interface CheckReport {
  readonly problems: readonly Problem[];
  readonly hints: readonly Problem[];
}

export interface Checked extends CheckReport {
  /** Every file that was read. */
  readonly sources: readonly Source[];
  /** The papers; may be missing unless they were asked for. */
  readonly gathered?: Gathered;
}

/** Throws a WorldError if a folder cannot be read, a TemplateError if one of the owner's templates fails. */
export async function check(options: CheckOptions): Promise<Checked> {
  const { papersFolder, templatesFolder, store, needsPapers = false } = options;
  const assets = readAssets(packageFolder(), templatesFolder);
  const read = await readSources(papersFolder);
  const { sources } = read;
  const key = toReadKey(read, assets, undefined, store?.fingerprint ?? '');
  const kept =
    needsPapers || store === undefined ? undefined : await recallReport<CheckReport>(store, 'check', key, papersFolder);
  if (kept !== undefined) return { sources, ...kept.report };
  // Loading the rest takes longer than all of the above.
  const { checkWhole } = await import('./check-whole.ts');
  const { gathered, hints } = await checkWhole(read, assets, options);
  const report: CheckReport = { problems: gathered.problems, hints };
  const { history } = gathered;
  if (store !== undefined)
    keepReport(store, 'check', key, { ...(history === undefined ? {} : { head: history.head }), report });
  return { sources, ...report, gathered };
}
