// @ts-check
/** Runs a command and measures it: time, processor time and memory, for all processes that it starts. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';

/**
 * @typedef {object} Measured
 * @property {number} wall seconds from start to end
 * @property {number | undefined} cpu seconds of processor time, user and system, of all threads; unknown without GNU time
 * @property {number | undefined} peak MiB of memory at most, of the largest process; unknown without GNU time
 * @property {number | undefined} others the part of the processors, 0 to 1, that the rest of the machine used meanwhile
 * @property {string} [failure] what the command said if it failed
 */

/** GNU time, which on other systems than Linux may have another name. */
const TIME = process.env.GNU_TIME ?? '/usr/bin/time';
export const hasGnuTime = /GNU/.test(spawnSync(TIME, ['--version'], { encoding: 'utf8' }).stdout ?? '');

/** Runs what follows as often as the first argument says: processor time is counted in hundredths of a second. */
const REPEAT = 'times=$1; shift; while [ $times -gt 0 ]; do "$@" || exit; times=$((times - 1)); done';

/**
 * @param {readonly string[]} command
 * @param {string} folder the working directory; a file beside it is written and removed
 * @param {number} [times] for short commands: run so often, and give the mean
 * @returns {Measured}
 */
export function measure(command, folder, times = 1) {
  const usage = `${folder}.usage`;
  const timed = hasGnuTime ? [TIME, '-q', '-o', usage, '-f', '%U %S %M'] : [];
  const repeated = times > 1 ? ['sh', '-c', REPEAT, 'sh', String(times)] : [];
  const [program, ...args] = /** @type {[string]} */ ([...timed, ...repeated, ...command]);
  const busy = readBusySeconds();
  const started = performance.now();
  const { status, stderr, error } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 2 ** 26,
  });
  const seconds = (performance.now() - started) / 1000;
  const busySeconds = readBusySeconds() - busy;
  const [user, system, kib] = hasGnuTime ? readFileSync(usage, 'utf8').trim().split(' ').map(Number) : [];
  rmSync(usage, { force: true });
  const used = user === undefined || system === undefined ? undefined : user + system;
  return {
    wall: seconds / times,
    cpu: used === undefined ? undefined : used / times,
    peak: kib === undefined ? undefined : kib / 1024,
    others: used === undefined ? undefined : Math.max(0, (busySeconds - used) / seconds / cpus().length),
    ...(status === 0 ? {} : { failure: error?.message ?? stderr.trim().split('\n').slice(-5).join('\n') }),
  };
}

/** Seconds for which the processors of this machine have been busy. */
function readBusySeconds() {
  const milliseconds = cpus().map(({ times }) => times.user + times.nice + times.sys + times.irq);
  return milliseconds.reduce((sum, each) => sum + each, 0) / 1000;
}
