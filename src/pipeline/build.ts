/** Build: the whole way from a folder of papers to a folder of pages, on one page. */
import { print } from '../emit/kinds.ts';
import { openPress } from '../emit/press.ts';
import { type WriteCount, writeOutputs } from '../io/write-outputs.ts';
import type { Checkpoint } from '../model/checkpoint.ts';
import { type Gathered, gather } from './gather.ts';
import { keepEntries, type LayOutOptions, layOut } from './lay-out.ts';

export interface BuildOptions extends LayOutOptions {
  /** Absolute paths. */
  readonly papersFolder: string;
  readonly outFolder: string;
  readonly startCheckpoints: (what: string) => Checkpoint;
  /** Called with a sentence when the build has to wait for another one. */
  readonly say: (text: string) => void;
}

export interface Built extends Pick<Gathered, 'sources' | 'problems'> {
  /** Missing if there was an error in the papers: then nothing was written. */
  readonly count?: WriteCount & { readonly papers: number };
}

/**
 * Throws a WorldError if a folder cannot be read or written, a TemplateError if one of the owner's templates fails; the
 * site is then unchanged.
 */
export async function build(options: BuildOptions): Promise<Built> {
  const { papersFolder, outFolder, startCheckpoints } = options;
  const { sources, problems, result } = await gather({
    papersFolder,
    checkpoint: startCheckpoints('Preparing papers'),
  });
  if (result === undefined) return { sources, problems };
  const { site, press, outputs } = layOut(result, options);
  const opened = openPress(press, keepEntries(result.entries));
  const count = await writeOutputs(outputs, (output) => print(output, opened), outFolder, {
    checkpoint: startCheckpoints('Writing files'),
    say: options.say,
  });
  return { sources, problems, count: { ...count, papers: site.cards.length } };
}
