/** Read sources: reads the papers folder, its Markdown files and the figures next to them. */
import { type Dirent, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Figure } from '../model/figure.ts';
import { compareProblems, compareText, type Problem } from '../model/problem.ts';
import type { Source } from '../model/source.ts';
import { isLeftAlone } from '../text/left-alone.ts';
import { isPrintable, toPrintable } from './printable.ts';
import { FIGURE_NAME, readFigure } from './read-figure.ts';
import { kindOf, readSource, toFileProblem, toNotRegular, toSymlinkProblem, toUnreadable } from './read-source.ts';
import { systemCode, toWorldError, WorldError } from './world-error.ts';

/** File extensions that were probably meant as Markdown although they are not `.md`. */
const NEARLY_MARKDOWN = /\.(?:md|md\.txt|markdown|mdown|mkd)$/i;

export interface SourcesRead {
  /** Sorted by path, in code units. */
  readonly sources: readonly Source[];
  /** Sorted by path, in code units. */
  readonly figures: readonly Figure[];
  /** In the order of a report. */
  readonly problems: readonly Problem[];
}

/**
 * Reads every `*.md` in the folder and its subfolders, and the pictures next to them. Ignores other kinds of files and
 * what {@link isLeftAlone}; does not follow symbolic links. What cannot be read is a problem, never silently left out.
 * Throws a WorldError if there is no such folder (2) or the system fails (3).
 */
export async function readSources(papersFolder: string): Promise<SourcesRead> {
  requireFolder(papersFolder);
  const found = { sources: [] as Source[], figures: [] as Figure[], problems: [] as Problem[] };
  const folder = resolve(papersFolder);
  readFolder(folder, basename(folder), found);
  found.sources.sort((left, right) => compareText(left.path, right.path));
  found.figures.sort((left, right) => compareText(left.name, right.name));
  found.problems.sort(compareProblems);
  return found;
}

/** Throws a WorldError if there is no such folder (2) or it cannot be read (3). */
export function requireFolder(papersFolder: string): void {
  const shown = toPrintable(papersFolder);
  try {
    if (!statSync(papersFolder).isDirectory()) throw new WorldError(`\`${shown}\` is not a folder.`, 2);
    readdirSync(papersFolder);
  } catch (error) {
    const code = systemCode(error);
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw toWorldError(error, 'read', papersFolder);
    throw new WorldError(
      `There is no folder \`${shown}\`. Name the folder with the papers with \`--papers\`, or start a list with \`papershelf init\`.`,
      2,
    );
  }
}

function readFolder(
  folder: string,
  path: string,
  found: { sources: Source[]; figures: Figure[]; problems: Problem[] },
): void {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') found.problems.push(toUnreadable(error, path));
    return;
  }
  entries.sort((left, right) => compareText(left.name, right.name));
  for (const entry of entries) {
    if (isLeftAlone(entry.name)) continue;
    const file = join(folder, entry.name);
    const entryPath = `${path}/${entry.name}`;
    const problem = findProblem(entry, file, entryPath);
    if (problem !== undefined) {
      found.problems.push(problem);
    } else if (entry.isDirectory()) {
      readFolder(file, entryPath, found);
    } else if (entry.name.endsWith('.md')) {
      const read = readSource(file, entryPath);
      if (read?.source !== undefined) found.sources.push(read.source);
      if (read?.problem !== undefined) found.problems.push(read.problem);
    } else if (entry.isFile() && FIGURE_NAME.test(entry.name)) {
      const read = readFigure(file, entryPath);
      if ('figure' in read) found.figures.push(read.figure);
      else found.problems.push(read.problem);
    }
  }
}

/** What is wrong with a folder's entry before it is opened. */
function findProblem(entry: Dirent, file: string, path: string): Problem | undefined {
  const isMarkdown = entry.name.endsWith('.md');
  const isMeant = NEARLY_MARKDOWN.test(entry.name);
  const isLink = entry.isSymbolicLink();
  if (!isMeant && !entry.isDirectory() && !(isLink && leadsToFolder(file))) return undefined;
  if (!isPrintable(entry.name)) return toNameProblem(path);
  if (isLink) return toSymlinkProblem(path);
  if (isMarkdown && !entry.isFile()) return toNotRegular(path, kindOf(entry));
  return isMeant && !isMarkdown && entry.isFile() ? toExtensionProblem(entry.name, path) : undefined;
}

function leadsToFolder(link: string): boolean {
  try {
    return statSync(link).isDirectory();
  } catch {
    return false;
  }
}

function toNameProblem(path: string): Problem {
  return toFileProblem(
    path,
    'name-invalid',
    `The name \`${toPrintable(path)}\` contains characters that cannot be shown.`,
    'Rename it, using lower-case letters, digits and single hyphens, as in `styleclip.md`.',
  );
}

function toExtensionProblem(name: string, path: string): Problem {
  const extension = NEARLY_MARKDOWN.exec(name)?.[0] ?? '';
  return toFileProblem(
    path,
    'extension-invalid',
    `\`${path}\` ends in \`${extension}\`; papers end in \`.md\`.`,
    `Rename it to \`${name.slice(0, -extension.length)}.md\`.`,
  );
}
