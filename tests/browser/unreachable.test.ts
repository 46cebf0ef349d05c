/** What cannot be loaded: a reader hears of it, and may try again. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { field, found, useReadingList } from '../support/reader.ts';

const { at, open, recordOf } = useReadingList();

/** Lets requests for a file fail, and later succeed; each failure is one message, which may come after the answer. */
const cut = async (page: Page, file: string) => {
  let failed = 0;
  await page.route(`**/${file}`, async (route) => {
    failed += 1;
    await route.abort();
  });
  return async () => {
    await page.unroute(`**/${file}`);
    const { faults } = recordOf(page);
    await expect.poll(() => faults.length).toBe(failed);
    expect(failed).toBeGreaterThan(0);
    expect(new Set(faults.splice(0))).toEqual(new Set(['Failed to load resource: net::ERR_FAILED']));
  };
};

test('a search that could not be loaded is loaded at the next letter', async () => {
  const page = await open('papers/plain.html');
  let isDown = true;
  await page.route(/finder\.\w+\.js/, (route) =>
    isDown ? route.fulfill({ status: 200, contentType: 'text/javascript', body: '' }) : route.continue(),
  );
  await page.goto(at('index.html'));
  await field(page).focus();
  await page.locator('.announcement').getByText('The search cannot be loaded right now.').waitFor();
  isDown = false;
  await field(page).fill('styleclip');
  await found(page).first().getByText('StyleCLIP').waitFor();
});

test('the search itself, and the match that an address asks for', async () => {
  const page = await open('papers/dietnerf.html');
  const restore = await cut(page, 'assets/finder.*.js');
  for (const path of ['papers/styleclip.html?match=quokka', 'index.html?q=quokka']) {
    await page.goto(at(path));
    await page.getByRole('status').getByText('The search cannot be loaded right now.').waitFor();
  }
  await restore();
});

test('results that stand on other pages are missed aloud, and can be tried again', async () => {
  const page = await open('notes.2.html');
  const restore = await cut(page, 'search/rows.*.js');
  await field(page).fill('nerf');
  await page.getByRole('alert').getByText('Papers of other pages cannot be loaded right now.').waitFor();
  await page.getByRole('button', { name: 'Try again' }).focus();
  const failed = page.waitForEvent('requestfailed');
  await page.keyboard.press('Enter');
  await failed;
  await page.waitForFunction(() => document.activeElement?.textContent === 'Try again');
  await restore();
  await page.keyboard.press('Enter');
  await found(page).getByText('DietNeRF').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('paper-dietnerf');
  expect(await page.getByRole('alert').count()).toBe(0);
});

test('those that are there are shown, each in its place afterwards', async () => {
  const page = await open('notes.2.html');
  const restore = await cut(page, 'search/rows.*.js');
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('title');
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  const before = await found(page).count();
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(20);
  await restore();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('button', { name: 'Show 20 more of 44' }).waitFor();
  expect(await found(page).count()).toBe(20);
  expect(await found(page).nth(1).textContent()).toContain('DietNeRF');
});

test('notes of another page say so in their fold, opened by hand or from a match', async () => {
  const page = await open('notes.2.html?q=quokka');
  const restore = await cut(page, 'papers/styleclip.html');
  await page.locator('.snippet a').getByText('quokka').waitFor();
  await page.locator('.snippet a').click();
  const message = page.locator('.fold[open]').getByText('The notes cannot be loaded right now.');
  await message.waitFor();
  await page.locator('.fold summary').click();
  const failed = page.waitForEvent('requestfailed');
  await page.locator('.fold summary').click();
  await failed;
  await expect.poll(() => page.locator('.fold .empty').count()).toBe(1);
  await page.locator('.fold summary').click();
  await restore();
  await page.locator('.fold summary').click();
  await page.locator('.fold .notes').getByText('quokka').waitFor();
  expect(await page.locator('.fold .empty').count()).toBe(0);
});
