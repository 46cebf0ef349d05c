/** Asked files: which files `check` reports on: all of them, those that are named, or those that changed. */
import { toPrintable } from '../io/printable.ts';
import type { Problem } from '../model/problem.ts';
import type { Checked } from '../pipeline/check.ts';
import { leadsToLeftAlone } from '../text/left-alone.ts';
import { quote } from '../text/quote.ts';
import { count, UsageError } from './command.ts';

/** What `check` was asked about; paths are those of sources and problems. */
export interface AskedFiles {
  /** True for a file that may be fixed and whose links are checked. */
  readonly isAsked: (path: string) => boolean;
  readonly isReported: (problem: Problem) => boolean;
  /** One line for people about each file that was asked for in vain. */
  readonly remarks: readonly string[];
  /** What to say if there is no problem. */
  readonly allClear: string;
}

/** Every file. */
export function askAll({ sources }: Checked): AskedFiles {
  return { isAsked: () => true, isReported: () => true, remarks: [], allClear: toAllClear(sources.length) };
}

/** The files that are named. Throws a UsageError for one that is not of the list; one that is left alone is only a remark. */
export function askNamed(
  files: readonly string[],
  { sources, problems }: Checked,
  papersFolder: string,
  resolve: (file: string) => string,
  toFile: (path: string) => string,
): AskedFiles {
  const isAlone = (file: string) => isBelowLeftAlone(resolve(file), papersFolder);
  const wanted = new Set(files.filter((file) => !isAlone(file)).map(resolve));
  const known = new Set([...sources.map(({ path }) => path), ...problems.map(({ file }) => file)].map(toFile));
  for (const file of files) {
    if (!isAlone(file) && !known.has(resolve(file))) {
      throw new UsageError(`\`${file}\` is not a paper of this list.`);
    }
  }
  const isAsked = (path: string) => wanted.has(toFile(path));
  return {
    isAsked,
    isReported: ({ file }) => isAsked(file),
    remarks: files.filter(isAlone).map((file) => `${toPrintable(file)} is left alone: it isn't part of the list.`),
    allClear: toAllClear(wanted.size),
  };
}

/** The files of the list that `changed` names, and the errors that these changes may have caused in others. */
export async function askChanged(
  changed: readonly string[],
  revision: string,
  { sources, gathered }: Checked,
  listPath: string,
): Promise<AskedFiles> {
  const { findTouched } = await import('../content/check/touched-papers.ts');
  const { isChanged, isAtRisk } = findTouched(changed, gathered?.cards ?? [], listPath);
  const asked = sources.filter(({ path }) => isChanged(path)).length;
  return {
    isAsked: isChanged,
    isReported: ({ file, severity }) => isChanged(file) || (severity === 'error' && isAtRisk(file)),
    remarks: [],
    allClear: asked === 0 ? `No paper of this list differs from ${quote(revision)}.` : toAllClear(asked),
  };
}

function toAllClear(files: number): string {
  return `${count(files, 'file')}, no problems.`;
}

/** True for a file among the papers that no list reads, because of its name or that of a folder around it. */
function isBelowLeftAlone(file: string, papersFolder: string): boolean {
  const below = file.startsWith(papersFolder) ? file.slice(papersFolder.length) : '';
  return /^[\\/]/.test(below) && leadsToLeftAlone(below);
}
