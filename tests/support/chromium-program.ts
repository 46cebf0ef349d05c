/** Chromium program: the browser that npm brought, or the one that PAPERSHELF_CHROMIUM names. */
import type { LaunchOptions } from 'playwright-core';
import { unpackChromium } from './packaged-chromium.mjs';

/** Pages are drawn without a graphics card, nor with one that is imitated: that takes longer than loading them. */
const WITHOUT_GRAPHICS = '--disable-gpu';

/** The program, and what it takes to launch it. */
export async function findProgram(): Promise<LaunchOptions> {
  const own = process.env.PAPERSHELF_CHROMIUM;
  if (own !== undefined) return { executablePath: own, args: ['--no-sandbox', WITHOUT_GRAPHICS] };
  const { program, env } = await unpackChromium();
  const { default: packaged } = await import('@sparticuz/chromium');
  // Made for a function that opens one page: with all of it in one process, closing a window would end the browser.
  // Nor may a page read what another site does not allow it to read.
  const unwanted = ['--single-process', '--no-zygote', '--disable-web-security'];
  const graphics = /swiftshader|^--use-gl=|^--ignore-gpu-/;
  const args = packaged.args.filter((arg) => !unwanted.includes(arg) && !graphics.test(arg));
  return {
    executablePath: program,
    args: [...args, WITHOUT_GRAPHICS],
    env: { ...process.env, ...env } as Record<string, string>,
  };
}
