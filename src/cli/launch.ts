/**
 * Launch: starts the command, whose scripts are loaded when they are asked for, from V8's code cache. The caches are next
 * to the scripts, which are named after their content; they are written when a command that has used most of the program
 * ends, and ignored by any other version of V8.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { Script } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

/** When the command is bundled, the name of its first script replaces this text. */
const ENTRY = 'first-script-of-the-program';

const folder = join(__dirname, 'command');

interface Loader {
  readonly load: (name: string) => unknown;
  /** Keeps what V8 has compiled of the scripts so far; leaves no trace if the folder cannot be written. */
  readonly writeCaches: () => void;
}

function createLoader(): Loader {
  const modules = new Map<string, { exports: unknown }>();
  const stale: { readonly script: Script; readonly cacheFile: string }[] = [];
  const requireOther = createRequire(join(folder, ENTRY));

  const load = (name: string) => {
    const known = modules.get(name);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    modules.set(name, module);
    const file = join(folder, name);
    const cacheFile = join(folder, `${name}.${process.version}.${process.arch}.cache`);
    const cachedData = readCache(cacheFile);
    // The scripts are ASCII, which V8 reads twice as fast as UTF-8.
    const source = readFileSync(file, 'latin1');
    const script = new Script(`(function (module, exports, require, __filename, __dirname) {${source}\n})`, {
      filename: file,
      ...(cachedData === undefined ? {} : { cachedData }),
    });
    if (cachedData === undefined || script.cachedDataRejected === true) stale.push({ script, cacheFile });
    script.runInThisContext()(module, module.exports, requireOne, file, folder);
    return module.exports;
  };
  const requireOne = (name: string) => (name.startsWith('./') ? load(basename(name)) : requireOther(name));
  return {
    load,
    writeCaches: () => {
      for (const { script, cacheFile } of stale) writeCache(script, cacheFile);
    },
  };
}

function readCache(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function writeCache(script: Script, file: string): void {
  const temporary = `${file}.${process.pid}`;
  try {
    writeFileSync(temporary, script.createCachedData(), { flag: 'wx' });
    renameSync(temporary, file);
  } catch {
    rmSync(temporary, { force: true });
  }
}

const { load, writeCaches } = createLoader();
if (isMainThread && ['build', 'check'].includes(process.argv[2] ?? '')) process.on('exit', writeCaches);
load(ENTRY);
