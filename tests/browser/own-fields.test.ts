/** Own fields and the table in the browser: a reader filters by them, scrolls through them, and fills them in. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { buildExample } from '../support/build-once.ts';
import { field, found, useSite, waitForCount } from '../support/reader.ts';

const { open, at } = useSite(() => buildExample('own'), '/agents/');

const choose = (page: Page, group: string, name: string) =>
  page.getByRole('list', { name: group, exact: true }).getByRole('checkbox', { name });
const waitForSearch = (page: Page, search: string) =>
  page.waitForFunction((wanted) => location.search === wanted, search);

test('an own facet is a filter like any other: chosen, shut out, in the address, and taken back', async () => {
  const page = await open('index.html');
  await page.getByRole('button', { name: 'Filter' }).click();
  await choose(page, 'Environment', 'Mobile').check();
  await waitForCount(page, '1 of 4 papers');
  expect(await found(page).allTextContents()).toEqual([expect.stringContaining('Clicker')]);
  await choose(page, 'Environment', 'Robot').check();
  await waitForCount(page, '2 of 4 papers');
  await waitForSearch(page, '?env=mobile,robot');
  await page.getByRole('button', { name: 'not Mobile', exact: true }).click();
  await waitForSearch(page, '?env=robot,-mobile');
  await waitForCount(page, '1 of 4 papers');
  expect(await page.locator('.chips li').allTextContents()).toEqual(['Robot', 'not Mobile', 'Clear all']);
  await page.getByRole('button', { name: 'Clear all' }).click();
  await page.locator('section.topic#topic-web').waitFor();
});

test('an address with an own facet finds its papers, from the page of another value too', async () => {
  const page = await open('index.html?env=web&skill=typing');
  await waitForCount(page, '2 of 4 papers');
  await page.goto(at('skill/clicking.html?env=mobile'));
  await waitForCount(page, '1 of 2 papers');
});

test('search finds terms and texts of own fields', async () => {
  const page = await open('index.html');
  for (const [text, paper] of [
    ['quokka', 'Clicker'],
    ['buttonette', 'Clicker'],
    ['robot', 'Walking'],
  ] as const) {
    await field(page).fill(text);
    await page.waitForFunction(
      (name) => document.querySelector('.found-papers article .title')?.textContent?.includes(name),
      paper,
    );
  }
});

test('names and labels with markup are text among the filters', async () => {
  const page = await open('index.html');
  await page.getByRole('button', { name: 'Filter' }).click();
  const list = page.getByRole('list', { name: '<b>Skill</b> & "more" <script>alert(1)</script>', exact: true });
  await list.getByRole('checkbox', { name: '"><img src=x onerror=alert(1)>' }).check();
  await waitForCount(page, '1 of 4 papers');
  expect(await page.locator('.chips li').first().textContent()).toBe('"><img src=x onerror=alert(1)>');
  expect(await page.locator('img').count()).toBe(0);
});

test('without JavaScript there is the whole table; it scrolls by itself, by keyboard too, under its headings', async () => {
  const page = await open('table.html', { viewport: { width: 390, height: 320 }, javaScriptEnabled: false });
  const sheet = page.getByRole('region', { name: 'Table of the papers' });
  expect(await sheet.getByRole('row').count()).toBe(5);
  expect(await sheet.getByRole('columnheader').count()).toBe(12);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await sheet.focus();
  for (let presses = 0; presses < 5; presses += 1) await page.keyboard.press('ArrowRight');
  await expect.poll(() => sheet.evaluate((element) => element.scrollLeft)).toBeGreaterThan(50);
  const topOf = () =>
    sheet.getByRole('columnheader', { name: 'Title' }).evaluate((head) => head.getBoundingClientRect().top);
  await sheet.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  const top = await sheet.evaluate((element) => element.getBoundingClientRect().top);
  expect(Math.abs((await topOf()) - top)).toBeLessThan(3);
});

test('on a wide page the title stays beside the columns that are scrolled to', async () => {
  const page = await open('table.html', { viewport: { width: 1280, height: 800 } });
  const cell = page.getByRole('rowheader', { name: 'Walking' });
  const left = await cell.evaluate((element) => element.getBoundingClientRect().left);
  await page.locator('.sheet').evaluate((element) => element.scrollTo(300, 0));
  expect(await page.locator('.sheet').evaluate((element) => element.scrollLeft)).toBeGreaterThan(100);
  expect(await cell.evaluate((element) => element.getBoundingClientRect().left)).toBe(left);
});

test('the add page writes own fields, checks them as the list does, and shows them', async () => {
  const page = await open('add.html');
  const file = page.locator('[data-part="file"]');
  await page.getByLabel('Title').fill('Seeing');
  await page.getByRole('checkbox', { name: 'Robots' }).check();
  await page.getByLabel('Environment').fill('robott, c++');
  await page.getByLabel('Parameters').fill('63M');
  await page.locator('#wrong-env li').getByText('Did you mean Robot?').waitFor();
  await page.locator('#wrong-size li').getByText('Write size: 63000000.').waitFor();
  await page.getByLabel('Environment').fill('Robot, c++');
  await page.getByLabel('Parameters').fill('63000000');
  await page.getByLabel('Open weights').fill('yes');
  await page.locator('[data-part="verdict"]').getByText('no problems').waitFor();
  expect(await file.textContent()).toMatch(
    /^---\ntitle: Seeing\ntopics: \[Robots\]\nenv: \[Robot, c\+\+\]\nsize: 63000000\nopen: yes\n/,
  );
  expect(await page.locator('.preview .where').textContent()).toMatch(/Robot\s+C\+\+/);
});
