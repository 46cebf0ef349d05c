/** Runs `papershelf dev` in a folder as its users do, and stops it when the tests of the file are over. */
import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, vi } from 'vitest';
import { root } from './papershelf.ts';

export interface DevServer {
  /** The address that the command told, with the base path of the list. */
  readonly url: string;
  /** What it has told so far. */
  readonly told: () => string;
  /** Presses Ctrl-C; the exit code, or the signal that ended it. */
  readonly interrupt: () => Promise<number | NodeJS.Signals | null>;
}

const running: ChildProcess[] = [];
afterAll(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

/** Starts the command and gives the process, its output gathered as it comes. */
export function start(folder: string, args: readonly string[]): { child: ChildProcess; told: () => string } {
  const child = spawn(process.execPath, [join(root, 'lib/papershelf.js'), ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', HOME: tmpdir() },
  });
  running.push(child);
  let told = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      told += text;
    });
  }
  return { child, told: () => told };
}

/** The exit code, or the signal that ended it. */
export function ended(child: ChildProcess): Promise<number | NodeJS.Signals | null> {
  return new Promise((resolve) => child.on('exit', (code, signal) => resolve(code ?? signal)));
}

/** Starts `dev` on any free port and waits until it serves. */
export async function startDev(folder: string, args: readonly string[] = ['--port', '0']): Promise<DevServer> {
  const { child, told } = start(folder, ['dev', ...args]);
  const end = ended(child);
  const url = await vi.waitFor(
    () => {
      const found = /http:\S+/.exec(told())?.[0];
      expect(found, told()).toBeDefined();
      return found as string;
    },
    { timeout: 30_000, interval: 20 },
  );
  return {
    url,
    told,
    interrupt() {
      child.kill('SIGINT');
      return end;
    },
  };
}
