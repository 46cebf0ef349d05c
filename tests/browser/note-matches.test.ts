/** Matches in notes: what is found there is shown with the words around it, and opens there. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { count, field, found, useReadingList, waitForCount } from '../support/reader.ts';

const { at, open } = useReadingList();

test('notes that come while the reader walks through the results are searched when they leave', async () => {
  const page = await open('papers/plain.html');
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/notes\.\w+\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(at('index.html'));
  await field(page).fill('styleclip');
  await waitForCount(page, '1 of 64 papers');
  await page.keyboard.press('ArrowDown');
  const arrived = page.waitForResponse(/notes\.\w+\.js/);
  letGo();
  await (await arrived).finished();
  await page.waitForTimeout(200);
  expect(await count(page).textContent()).toBe('1 of 64 papers');
  await page.keyboard.press('Escape');
  await waitForCount(page, '2 of 64 papers');
});

test('a result whose match is in the notes shows the words around it, and opens there', async () => {
  const page = await open('index.html?q=quokka');
  const snippet = page.locator('.snippet');
  await snippet.getByText('quokka').waitFor();
  expect(await snippet.textContent()).toContain('no other entry has: quokka');
  await snippet.getByRole('link').click();
  await page.waitForURL(/papers\/styleclip\.html/);
  const mark = page.locator('.notes mark');
  await mark.waitFor();
  expect(await mark.textContent()).toBe('quokka');
});

test.each(['index.html', 'notes.html'])(
  'a match in an abstract is shown, and opens on the page of the paper: %s',
  async (path) => {
    const page = await open(`${path}?q=wombat`);
    const snippet = page.locator('.snippet a');
    await snippet.getByText('A wombat steers all of it.').waitFor();
    await snippet.click();
    await page.waitForURL(at('papers/styleclip.html?match=wombat'));
    await page.locator('.abstract mark').getByText('wombat').waitFor();
  },
);

test('in the view with notes it opens the notes in place, those of another page too', async () => {
  const page = await open('notes.html?q=quokka');
  const snippet = page.locator('.snippet a');
  await snippet.getByText('quokka').waitFor();
  await snippet.click();
  const mark = page.locator('.fold[open] .notes mark');
  await mark.waitFor();
  expect(await mark.isVisible()).toBe(true);
  await field(page).fill('nerf');
  await found(page).getByText('DietNeRF').waitFor();
  await page.getByText('the notes of DietNeRF').waitFor({ state: 'attached' });
  await page.locator('.fold summary').click();
  await page.getByText('It mentions StyleCLIP').waitFor();
  expect(page.url()).toContain('notes.html');
});

describe('a match in the notes', () => {
  const formula = (page: Page) => page.locator('.notes .katex.match');
  const isInSight = (page: Page) =>
    formula(page).evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });

  test('that is a formula is marked whole and shown, on the page of the paper', async () => {
    const page = await open('index.html?q=mathcal', { viewport: { width: 800, height: 300 } });
    await page.locator('.snippet a').getByText('mathcal').click();
    await page.waitForURL(/papers\/styleclip\.html\?match=mathcal/);
    await formula(page).waitFor();
    await expect.poll(() => isInSight(page)).toBe(true);
    expect(await formula(page).evaluate((element) => getComputedStyle(element).backgroundColor)).not.toBe(
      'rgba(0, 0, 0, 0)',
    );
  });

  test.each([
    ['varnothing', '.notes .katex.match'],
    ['quokka', '.notes mark.match'],
  ])('%s opens its notes, and opens them again', async (text, match) => {
    const page = await open(`notes.html?q=${text}`);
    const snippet = page.locator('.snippet a');
    for (let times = 0; times < 2; times += 1) {
      await snippet.getByText(text).click();
      await page.locator('.fold[open]').waitFor();
      expect(await page.locator(match).isVisible()).toBe(true);
      expect(await page.locator(match).count()).toBe(1);
      await page.locator('.fold summary').click();
      expect(await page.locator('.fold[open]').count()).toBe(0);
    }
  });
});
