/** Makes `lib/` from `src/`: the command, the scripts of the page, KaTeX's style sheet with its fonts, the licences of what is inside. */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lib = join(root, 'lib');
const assets = join(lib, 'assets');
/** The oldest browsers that the pages are made for. */
const BROWSERS = ['chrome120', 'firefox121', 'safari17.2'];

export async function bundle() {
  rmSync(lib, { recursive: true, force: true });
  mkdirSync(assets, { recursive: true });
  // What is in here is CommonJS, which V8 can keep compiled.
  writeFileSync(join(lib, 'package.json'), '{ "type": "commonjs" }\n');
  const { launcher, command } = await bundleCommand();
  const page = await bundleScript('page', 'iife', assets);
  // Names that begin so are MiniSearch's own, which `open-index.ts` shares and no other file knows.
  const finder = await bundleScript('finder/finder', 'iife', assets, { mangleProps: /^_/ });
  // gray-matter names two things of Node; none of them is asked for anything in a browser.
  const node = './src/browser/add/node-stub.ts';
  const add = await bundleScript('add/add', 'iife', assets, {
    alias: {
      fs: node,
      'js-yaml': './src/browser/add/yaml-stub.ts',
      'mdast-util-to-markdown': './src/browser/add/to-markdown-stub.ts',
      'mdast-util-to-markdown-cjk-friendly': './src/browser/add/to-markdown-stub.ts',
    },
    inject: [node],
  });
  const door = await bundleScript('load-add-form', 'iife', assets);
  const moved = await bundleScript('find-moved', 'iife', assets);
  // Served by `dev` alone: what lies in `assets` goes to every site.
  const preview = await bundleScript('preview/preview', 'iife', join(lib, 'preview'));
  copyFileSync(join(root, 'src/browser/preview/overlay.css'), join(lib, 'preview/overlay.css'));
  await bundleStyle();
  bundleKatex();
  const bundled = [launcher, command, page, finder, add, door, moved, preview];
  bundleLicences(bundled.flatMap(({ metafile }) => Object.keys(metafile.inputs)));
}

/** The command: a launcher, and scripts that it loads when they are asked for; see `cli/launch.ts`. */
async function bundleCommand() {
  const folder = join(lib, 'command');
  mkdirSync(folder);
  /** @type {import('esbuild').BuildOptions} */
  const options = {
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    // Less to read at every start; names stay, for those who report an error.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  };
  const command = await build({
    ...options,
    entryPoints: ['src/cli/papershelf.ts'],
    outdir: folder,
    format: 'esm',
    splitting: true,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
  });
  const hash = createHash('sha256');
  for (const { text } of command.outputFiles) hash.update(text);
  // The command knows which program it is, see `io/fingerprint.ts`.
  const fingerprint = hash.digest('hex');
  for (const { path, text } of command.outputFiles) {
    const script = await toCommonScript(text.replace('fingerprint-of-the-program', fingerprint));
    writeFileSync(path, script);
  }
  const entry = command.outputFiles.map(({ path }) => basename(path)).find((name) => name.startsWith('papershelf-'));
  const launcher = await build({
    ...options,
    entryPoints: ['src/cli/launch.ts'],
    outdir: lib,
    format: 'cjs',
    banner: { js: '#!/usr/bin/env node' },
  });
  const [{ text }] = /** @type {[import('esbuild').OutputFile]} */ (launcher.outputFiles);
  const program = text.replace('first-script-of-the-program', /** @type {string} */ (entry));
  writeFileSync(join(lib, 'papershelf.js'), program, { mode: 0o755 });
  return { launcher, command };
}

/**
 * A module as CommonJS, which V8 can keep compiled, in ASCII: what is left of other letters is in texts and regular
 * expressions, where escapes mean the same.
 * @param {string} text
 */
async function toCommonScript(text) {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minifyWhitespace: true,
    // So that these too are loaded by the launcher.
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'scriptUrl' },
  });
  const url = code.includes('scriptUrl') ? "const scriptUrl=require('node:url').pathToFileURL(__filename).href;" : '';
  return (url + code).replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * A script of the page, not a module, so that it runs from disk too, and the first one before the page is painted.
 * @param {string} entry
 * @param {'iife'} format
 * @param {string} folder
 * @param {import('esbuild').BuildOptions} [more]
 */
function bundleScript(entry, format, folder, more = {}) {
  return build({
    ...more,
    absWorkingDir: root,
    entryPoints: [`src/browser/${entry}.ts`],
    outfile: join(folder, `${entry.split('/').at(-1)}.js`),
    bundle: true,
    minify: true,
    platform: 'browser',
    format,
    target: BROWSERS,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
}

/** The style sheet of all pages, whose pieces are cut by what they style. */
function bundleStyle() {
  return build({
    absWorkingDir: root,
    entryPoints: ['templates/style/style.css'],
    outfile: join(assets, 'style.css'),
    bundle: true,
    minify: true,
    target: BROWSERS,
    logLevel: 'warning',
  });
}

/** The style sheet and the fonts of the very KaTeX that is in the bundle: woff2 alone, each font named after its bytes. */
function bundleKatex() {
  const katex = join(root, 'node_modules/katex');
  const css = readFileSync(join(katex, 'dist/katex.min.css'), 'utf8')
    .replace(/,url\([^)]*\.(?:woff|ttf)\) format\("[^"]*"\)/g, '')
    .replace(/url\(fonts\/([\w-]+)\.woff2\)/g, (_, name) => {
      const font = readFileSync(join(katex, `dist/fonts/${name}.woff2`));
      const file = `${name}.${createHash('sha256').update(font).digest('hex').slice(0, 10)}.woff2`;
      writeFileSync(join(assets, file), font);
      return `url(${file})`;
    });
  writeFileSync(join(assets, 'katex.css'), css);
}

/** @param {string[]} inputs paths of the bundled files, relative to the root */
function bundleLicences(inputs) {
  const packages = new Set(inputs.map((input) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1]));
  packages.delete(undefined);
  const texts = [...packages].sort().map((name) => {
    const folder = join(root, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file === undefined ? '' : `\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
    return `${name} ${version} (${license})\n${text}`;
  });
  writeFileSync(join(lib, 'THIRD-PARTY-LICENCES.txt'), texts.join(`\n${'-'.repeat(80)}\n\n`));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle();
