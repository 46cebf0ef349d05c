/** Chromium program: the browser that npm brought, or the one that PAPERSHELF_CHROMIUM names. */
import type { LaunchOptions } from 'playwright-core';
import { unpackChromium } from './packaged-chromium.mjs';

/** The program, and what it takes to launch it. */
export async function findProgram(): Promise<LaunchOptions> {
  const own = process.env.PAPERSHELF_CHROMIUM;
  if (own !== undefined) return { executablePath: own, args: ['--no-sandbox'] };
  const { program, env } = await unpackChromium();
  const { default: packaged } = await import('@sparticuz/chromium');
  // Made for a function that opens one page: with all of it in one process, closing a window would end the browser.
  // Nor may a page read what another site does not allow it to read.
  const unwanted = ['--single-process', '--no-zygote', '--disable-web-security'];
  const args = packaged.args.filter((arg) => !unwanted.includes(arg));
  return { executablePath: program, args, env: { ...process.env, ...env } as Record<string, string> };
}
