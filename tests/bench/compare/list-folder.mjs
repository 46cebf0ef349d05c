// @ts-check
/** The folder in which one tool builds the corpus, and what happens in it before each measured run. */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatePapers } from '../corpus/corpus.mjs';
import { changeTitle, changeWord } from '../corpus/edits.mjs';

/** @typedef {import('./tools.mjs').Tool} Tool */
/** @typedef {'cold' | 'nothing' | 'word' | 'title' | 'paper'} Case */

/** What happens before a build, with the words for it. */
export const CASES = {
  cold: 'cold',
  nothing: 'nothing changed',
  word: 'one word in notes',
  title: 'one title',
  paper: 'one new paper',
};

/**
 * Writes the first `count` papers of the corpus. `later` more are kept back, one for each case `paper`.
 * @param {Tool} tool
 * @param {string} folder
 * @param {number} count
 * @param {number} later
 */
export function createListFolder(tool, folder, count, later) {
  const toPath = (/** @type {string} */ slug) => join(folder, tool.papers, `${slug}.md`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, tool.papers), { recursive: true });
  tool.layOut(folder);
  const source = generatePapers(count);
  const slugs = Array.from({ length: count }, () => {
    const { slug, text } = source.next().value;
    writeFileSync(toPath(slug), tool.toOwnFile(text));
    return slug;
  });
  const kept = Array.from({ length: later }, () => source.next().value);

  /** @param {number} round @param {(text: string, round: number) => string} change */
  const edit = (round, change) => {
    const path = toPath(/** @type {string} */ (slugs[(Math.floor(count / 2) + round) % count]));
    writeFileSync(path, change(readFileSync(path, 'utf8'), round));
  };
  /** @type {Readonly<Record<Case, (round: number) => void>>} */
  const prepare = {
    cold: () => {
      for (const name of tool.remains) rmSync(join(folder, name), { recursive: true, force: true });
    },
    nothing: () => {},
    word: (round) => edit(round, changeWord),
    title: (round) => edit(round, changeTitle),
    paper: (round) => {
      const { slug, text } = /** @type {{ slug: string, text: string }} */ (kept[round]);
      writeFileSync(toPath(slug), tool.toOwnFile(text));
    },
  };
  return { tool, folder, prepare };
}

/**
 * How many files a folder holds, and how many MiB they have together.
 * @param {string} folder
 */
export function weighFolder(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  return { files: files.length, mib: bytes / 2 ** 20 };
}
