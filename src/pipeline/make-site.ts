/** Make site: the stages that a build needs only if something has changed. */
import type { SiteAssets } from '../io/read-assets.ts';
import type { SourcesRead } from '../io/read-sources.ts';
import type { Store } from '../io/store.ts';
import type { Checkpoint } from '../model/checkpoint.ts';
import type { Output, Print, PrintAll } from '../model/output.ts';
import type { Problem } from '../model/problem.ts';
import { gatherFrom } from './gather.ts';
import { layOut } from './lay-out.ts';
import { createPrintAll, createPrintOne } from './print-all.ts';

export interface MakeOptions {
  readonly papersFolder: string;
  readonly base?: string | undefined;
  readonly store: Store;
  readonly threads: number;
  readonly checkpoint: Checkpoint;
}

export interface Made {
  readonly problems: readonly Problem[];
  /** Missing if there was an error in the papers. */
  readonly site?: {
    /** The number of papers. */
    readonly papers: number;
    /** The commit whose history the site depends on, if it does. */
    readonly head: string | undefined;
    readonly outputs: readonly Output[];
    readonly print: Print;
    readonly printAll: PrintAll;
  };
}

/** Prepares, collects and plans. Throws a TemplateError if one of the owner's templates cannot be read. */
export async function makeSite(read: SourcesRead, assets: SiteAssets, options: MakeOptions): Promise<Made> {
  const { problems, result } = await gatherFrom(read, options);
  if (result === undefined) return { problems };
  const laidOut = layOut(result, assets, options.base);
  const print = createPrintOne(laidOut, result);
  const printAll = createPrintAll(laidOut, result, options.store, options.threads, print);
  const { site, outputs } = laidOut;
  return { problems, site: { papers: site.cards.length, head: result.history?.head, outputs, print, printAll } };
}
