/**
 * Launch: starts the command, which is one large script, from V8's code cache. The cache is next to the script; it is
 * written when a command that has used most of the program ends, and ignored by any other version of V8.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

const file = join(__dirname, 'command.js');
const cacheFile = join(__dirname, `command.${process.version}.${process.arch}.cache`);

function readCache(): Buffer | undefined {
  try {
    return readFileSync(cacheFile);
  } catch {
    return undefined;
  }
}

/** Leaves no trace if the folder cannot be written. */
function writeCache(script: Script): void {
  const temporary = `${cacheFile}.${process.pid}`;
  try {
    writeFileSync(temporary, script.createCachedData(), { flag: 'wx' });
    renameSync(temporary, cacheFile);
  } catch {
    rmSync(temporary, { force: true });
  }
}

// The script is ASCII, which V8 reads twice as fast as UTF-8.
const source = readFileSync(file, 'latin1');
const cachedData = readCache();
const script = new Script(`(function (require, __filename, __dirname) {${source}\n})`, {
  filename: file,
  ...(cachedData === undefined ? {} : { cachedData }),
});
const isStale = cachedData === undefined || script.cachedDataRejected === true;
const run = script.runInThisContext() as (require: NodeJS.Require, file: string, folder: string) => void;
if (isMainThread && isStale && ['build', 'check'].includes(process.argv[2] ?? '')) {
  process.on('exit', () => writeCache(script));
}
run(createRequire(file), file, __dirname);
