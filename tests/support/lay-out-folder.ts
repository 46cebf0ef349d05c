/** Lays out the list in a folder as the command does, and prints it in memory. */
import { join } from 'node:path';
import { print } from '../../src/emit/kinds.ts';
import { openPress, type Press } from '../../src/emit/press.ts';
import { packageFolder } from '../../src/io/package-folder.ts';
import { readAssets } from '../../src/io/read-assets.ts';
import type { PrintedOutput } from '../../src/model/output.ts';
import { gather } from '../../src/pipeline/gather.ts';
import { type LaidOut, layOut } from '../../src/pipeline/lay-out.ts';
import { toKept } from '../../src/pipeline/to-kept.ts';

export interface LaidOutFolder extends LaidOut {
  /** What printers ask for by digest. */
  readonly kept: ReturnType<typeof toKept>;
}

/** The site of `papers/` and `templates/` in a folder; a list with an error fails the test. */
export async function layOutFolder(folder: string): Promise<LaidOutFolder> {
  const { problems, result } = await gather({ papersFolder: join(folder, 'papers') });
  if (result === undefined) throw new Error(problems.map(({ file, message }) => `${file}: ${message}`).join('\n'));
  const assets = readAssets(packageFolder(), join(folder, 'templates'));
  const laidOut = layOut(result, assets, undefined);
  return { ...laidOut, kept: toKept(result.papers, result.pieces, laidOut.terms) };
}

export function listPrinted({ outputs }: LaidOut): readonly PrintedOutput[] {
  return outputs.filter((output) => 'kind' in output);
}

/** Every file of the site by path; a copy is empty. */
export function printSite(site: LaidOutFolder): ReadonlyMap<string, string> {
  const press: Press = openPress(site.press, site.kept);
  return new Map(site.outputs.map((output) => [output.path, 'kind' in output ? print(output, press) : '']));
}
