/** Build: the whole way from a folder of papers to a folder of pages, on one page. */
import { packageFolder } from '../io/package-folder.ts';
import { readAssets } from '../io/read-assets.ts';
import { readSources } from '../io/read-sources.ts';
import type { Store } from '../io/store.ts';
import { countUnchanged, type WriteCount, writeOutputs } from '../io/write-outputs.ts';
import type { Checkpoint } from '../model/checkpoint.ts';
import type { Problem } from '../model/problem.ts';
import type { Source } from '../model/source.ts';
import { keepReport, recallReport, toReadKey, withHistory } from './kept-report.ts';

export interface BuildOptions {
  /** Absolute paths; the folder of templates may be missing. */
  readonly papersFolder: string;
  readonly templatesFolder: string;
  readonly outFolder: string;
  /** The address of the site, overriding the list's `url`: a URL, or a path such as `/clip/`. */
  readonly base?: string | undefined;
  readonly store: Store;
  readonly threads: number;
  readonly startCheckpoints: (what: string) => Checkpoint;
  /** Called with a sentence when the build has to wait for another one. */
  readonly say: (text: string) => void;
}

/** What a build reported, kept for one that would report the same. */
interface BuildReport {
  readonly problems: readonly Problem[];
  readonly papers: number;
}

export interface Built {
  /** Every file that was read. */
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
  /** Missing if there was an error in the papers: then nothing was written. */
  readonly count?: WriteCount & { readonly papers: number };
}

/**
 * Throws a WorldError if a folder cannot be read or written, a TemplateError if one of the owner's templates fails; the
 * site is then unchanged.
 */
export async function build(options: BuildOptions): Promise<Built> {
  const { outFolder, base, store, startCheckpoints, say } = options;
  const assets = readAssets(packageFolder(), options.templatesFolder);
  const read = await readSources(options.papersFolder);
  const { sources } = read;
  const key = toReadKey(read, assets, base, store.fingerprint);
  const kept = await recallReport<BuildReport>(store, 'build', key, options.papersFolder);
  const unchanged = kept === undefined ? undefined : countUnchanged(outFolder, kept.key);
  if (kept !== undefined && unchanged !== undefined) {
    const { problems, papers } = kept.report;
    return { sources, problems, count: { papers, written: 0, unchanged, removed: 0 } };
  }

  // Loading the rest takes longer than all of the above.
  const { makeSite } = await import('./make-site.ts');
  const { problems, site } = await makeSite(read, assets, {
    ...options,
    checkpoint: startCheckpoints('Preparing papers'),
  });
  if (site === undefined) return { sources, problems };
  const { papers, head, outputs, print, printAll } = site;
  const checkpoint = startCheckpoints('Writing files');
  const count = await writeOutputs(outputs, print, outFolder, {
    checkpoint,
    say,
    key: withHistory(key, head),
    printAll,
  });
  const report: BuildReport = { problems, papers };
  keepReport(store, 'build', key, { ...(head === undefined ? {} : { head }), report });
  return { sources, problems, count: { ...count, papers } };
}
