// @ts-check
/** The tools that are compared: what each needs in its folder, how it builds, and what a cold build must not find. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { INDEX } from '../corpus/corpus.mjs';

/**
 * @typedef {object} Tool
 * @property {string} name
 * @property {string} label with the version, for tables
 * @property {string} papers where the papers lie in the tool's folder
 * @property {string} out where the site goes
 * @property {readonly string[]} remains what builds leave behind: the site and every cache
 * @property {(folder: string) => void} layOut puts everything but the papers into a folder
 * @property {(folder: string) => readonly string[]} toCommand builds the site; runs in the folder
 * @property {(text: string) => string} toOwnFile turns the file of a paper into one for this tool
 * @property {(parent: string) => void} [install] once, into the folder that holds the tool's folders
 */

const bench = join(import.meta.dirname, '..');
export const papershelfCommand = [process.execPath, join(bench, '../../lib/papershelf.js')];
const hugo = process.env.HUGO;

/** @type {Tool} */
export const papershelf = {
  name: 'papershelf',
  label: 'Papershelf',
  papers: 'papers',
  out: 'dist',
  remains: ['dist', 'node_modules/.cache'],
  layOut: (folder) => writeFileSync(join(folder, 'papers/index.md'), INDEX),
  toCommand: () => [...papershelfCommand, 'build'],
  toOwnFile: (text) => text,
};

/** @type {Tool} */
const eleventy = {
  name: 'eleventy',
  label: 'Eleventy 3.1.8',
  papers: 'papers',
  out: 'dist',
  remains: ['dist', '.cache'],
  layOut: (folder) => layOutPeer('eleventy', folder, 'assets'),
  // With its usual limit, Node would run out of memory above 10,000 papers.
  toCommand: () => [process.execPath, '--max-old-space-size=8192', '../node_modules/@11ty/eleventy/cmd.cjs', '--quiet'],
  toOwnFile: (text) => text,
  install(parent) {
    for (const name of ['package.json', 'package-lock.json'])
      copyFileSync(join(bench, 'eleventy', name), join(parent, name));
    run('npm', ['ci', '--no-audit', '--no-fund'], parent);
  },
};

/** @type {Tool} */
const hugoWithMath = {
  name: 'hugo',
  label: hugo === undefined ? 'Hugo' : `Hugo ${/v([\d.]+)/.exec(run(hugo, ['version'], bench))?.[1] ?? ''}`,
  papers: 'content/papers',
  out: 'public',
  remains: ['public', 'resources', 'cache', '.hugo_build.lock'],
  layOut: (folder) => layOutPeer('hugo', folder, 'static'),
  toCommand: (folder) => [hugo ?? 'hugo', '--cacheDir', join(folder, 'cache')],
  // There, `url` would be the address of the page.
  toOwnFile: (text) => text.replace(/^url: /m, 'link: '),
};

/** All that can run here: Hugo only if `HUGO` names its program. */
export const tools = [papershelf, eleventy, ...(hugo === undefined ? [] : [hugoWithMath])];

/**
 * The configuration of a peer, and the style sheet and fonts of KaTeX, which go to its site as they are.
 * @param {string} name
 * @param {string} folder
 * @param {string} assets
 */
function layOutPeer(name, folder, assets) {
  const katex = join(bench, '../../node_modules/katex/dist');
  cpSync(join(bench, name), folder, { recursive: true });
  cpSync(join(katex, 'katex.min.css'), join(folder, assets, 'katex.css'));
  cpSync(join(katex, 'fonts'), join(folder, assets, 'fonts'), { recursive: true });
}

/**
 * Makes the folder of a tool's folders, and installs the tool there.
 * @param {Tool} tool
 * @param {string} parent
 */
export function installTool(tool, parent) {
  mkdirSync(parent, { recursive: true });
  tool.install?.(parent);
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {string} cwd
 */
function run(program, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed: ${error?.message ?? stderr}`);
  return stdout;
}
