/** Search: from a key stroke to the first result on the screen, in Chromium, in lists of 2,000 and 10,000 papers. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { launch, openPage, serve } from '../support/chromium.ts';
import { generateList } from '../support/generated-list.ts';
import { createFolder, papershelf } from '../support/papershelf.ts';
import { summarise, tell } from './measure.ts';

const QUERIES = [
  'neural radiance',
  'few-shot segmentation',
  'diffusion editing',
  'contrastve',
  'university of',
  'cvpr 2021',
  'language model robust',
];

test.each([2000, 10_000])('%i papers', { timeout: 900_000 }, async (count) => {
  const folder = createFolder(generateList(count));
  const started = performance.now();
  const run = papershelf(folder, ['build']);
  if (run.code !== 0) throw new Error(run.stderr);
  tell(`build, ${count} papers`, `${((performance.now() - started) / 1000).toFixed(1)} s`);
  const site = await serve(join(folder, 'dist'), '/list/');
  const browser = await launch();
  const { page } = await openPage(browser);
  await page.goto(`${site.url}index.html`);
  const opened = performance.now();
  await page.getByRole('searchbox', { name: 'Search' }).focus();
  await page.waitForResponse(/papers\.js/);
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.locator('.facet').first().waitFor({ state: 'attached' });
  tell(`filters ready, ${count} papers`, `${(performance.now() - opened).toFixed(0)} ms after the first focus`);
  await page.waitForLoadState('networkidle');
  const cold = await type(page, QUERIES[0] as string);
  await page.waitForTimeout(4000);
  const times: number[] = [];
  for (const query of QUERIES) times.push(...(await type(page, query)));
  const { median, p95 } = summarise(times);
  tell(
    `key stroke to first result, ${count} papers`,
    `median ${median.toFixed(0)} ms`,
    `95 % ${p95.toFixed(0)} ms`,
    `longest ${Math.max(...times).toFixed(0)} ms`,
    `first query ${Math.max(...cold).toFixed(0)} ms`,
  );
  await browser.close();
  site.close();
});

/** Types a query letter by letter; the times from each stroke to the frame that shows its results, in milliseconds. */
async function type(page: Page, query: string): Promise<number[]> {
  const field = page.getByRole('searchbox', { name: 'Search' });
  await field.fill('');
  // The list comes back first.
  await page.waitForTimeout(500);
  await page.evaluate(() => {
    const state = window as unknown as { times: number[]; stop: () => void };
    state.times = [];
    const results = document.querySelector('.found-papers') as HTMLElement;
    // Caught on its way down: before the script of the page hears of it.
    const start = () => {
      const started = performance.now();
      const observer = new MutationObserver(() => {
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => state.times.push(performance.now() - started)));
      });
      observer.observe(results, { childList: true });
    };
    document.addEventListener('input', start, true);
    state.stop = () => document.removeEventListener('input', start, true);
  });
  await field.pressSequentially(query, { delay: 120 });
  await page.waitForTimeout(300);
  return page.evaluate(() => {
    const { times, stop } = window as unknown as { times: number[]; stop: () => void };
    stop();
    return times;
  });
}
