/** Runs the comparison of `npm run bench` on the command that the tests have bundled. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type Run, root } from './papershelf.ts';

export function runBench(args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'tests/bench/compare.mjs'), ...args], {
    encoding: 'utf8',
  });
  return { code: status, stdout, stderr };
}
