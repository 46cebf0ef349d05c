/** Running process: identifies a process and its machine, and says whether it is still running. */
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { systemCode } from './world-error.ts';

export interface RunningProcess {
  readonly pid: number;
  /** The machine's name. */
  readonly host: string;
  /** On Linux, the boot of the machine and the namespace of process ids, which differs between containers. */
  readonly space?: string;
  /** On Linux, when the process started, in ticks since that boot: process ids are reused later. */
  readonly start?: string;
}

/** `unknown` if it cannot be determined from here: another machine or container, or a system without `/proc`. */
export type Life = 'alive' | 'dead' | 'unknown';

/** This very process. */
export function thisProcess(): RunningProcess {
  const { pid } = process;
  const space = readSpace();
  const start = readStart(pid);
  return {
    pid,
    host: hostname(),
    ...(space === undefined ? {} : { space }),
    ...(start === undefined ? {} : { start }),
  };
}

/** The start time reveals an id that has been reused. Never throws. */
export function lifeOf({ pid, host, space, start }: RunningProcess): Life {
  if (host !== hostname() || space !== readSpace()) return 'unknown';
  if (!isThere(pid)) return 'dead';
  if (start === undefined) return 'unknown';
  const now = readStart(pid);
  if (now === undefined) return isThere(pid) ? 'unknown' : 'dead';
  return now === start ? 'alive' : 'dead';
}

/** The process that this JSON value describes, `undefined` for anything else. */
export function toRunningProcess(value: unknown): RunningProcess | undefined {
  if (typeof value !== 'object' || value === null || !('pid' in value) || !('host' in value)) return undefined;
  const { pid, host, space, start } = value as Record<string, unknown>;
  if (typeof pid !== 'number' || !Number.isInteger(pid) || pid < 1 || pid >= 2 ** 31) return undefined;
  if (typeof host !== 'string') return undefined;
  const isText = (text: unknown): text is string => typeof text === 'string';
  return { pid, host, ...(isText(space) ? { space } : {}), ...(isText(start) ? { start } : {}) };
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

function readSpace(): string | undefined {
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return undefined;
  }
}

/** Field 22 of proc_pid_stat(5); the name in field 2 may contain anything. `ended` for a zombie. */
function readStart(pid: number): string | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' || state === 'X' ? 'ended' : fields[18];
  } catch {
    return undefined;
  }
}
