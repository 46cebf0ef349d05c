/** Unpacks the packaged Chromium before the first test, since test files run at once and all of them start it. */
import { unpackChromium } from './packaged-chromium.mjs';

export async function setup(): Promise<void> {
  // Elsewhere only the tests of the browser need one, and say so.
  const isPackaged = process.platform === 'linux' && process.arch === 'x64';
  if (isPackaged && process.env.PAPERSHELF_CHROMIUM === undefined) await unpackChromium();
}
