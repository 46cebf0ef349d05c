/** A browser that cannot be started: each test file reports that cause, and nothing that follows from it. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../support/papershelf.ts';

const NOWHERE = '/nowhere/chromium';
const files = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.test.ts'))
  .filter((file) => /= await launch\(/.test(readFileSync(join(import.meta.dirname, file), 'utf8')))
  // One for all that leave the launch to `useSite`.
  .concat('theme.test.ts');

// Without the configuration: its set-up would bundle the command anew under the feet of the other tests.
const VITEST = `
  import { startVitest } from 'vitest/node';
  const options = { root: ${JSON.stringify(root)}, config: false, watch: false, isolate: false, reporters: ['default'] };
  await startVitest('test', ${JSON.stringify(files.map((file) => `tests/browser/${file}`))}, options);`;

test('a failed launch is reported by its cause alone', () => {
  expect(files.length).toBeGreaterThan(4);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', VITEST], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', PAPERSHELF_CHROMIUM: NOWHERE },
  });
  expect(status).toBe(1);
  const causes = [...`${stdout}${stderr}`.matchAll(/^\S*Error: .*$/gm)].map(([line]) => line);
  expect(causes).toEqual(files.map(() => expect.stringContaining(NOWHERE)));
}, 300_000);
