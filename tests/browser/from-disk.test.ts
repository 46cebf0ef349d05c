/** From disk: the built site opened by the addresses of its files; search and filters work, what needs a host is not there. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { launch, openPage, type PageRecord } from '../support/chromium.ts';
import { field, found, waitForCount } from '../support/reader.ts';
import { buildReaderList } from '../support/reader-list.ts';

let browser: Browser;
const opened: { page: Page; record: PageRecord }[] = [];

beforeAll(async () => {
  browser = await launch();
});

afterEach(async () => {
  const all = opened.splice(0);
  for (const { page } of all) await page.context().close();
  for (const { record } of all) expect(record).toEqual({ faults: [], foreign: [] });
});

const at = (path: string) => pathToFileURL(join(buildReaderList(), '/')).href + path;

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const one = await openPage(browser, options);
  opened.push(one);
  await one.page.goto(at(path));
  return one.page;
}

test('a reader types, finds what is in the notes, and goes to it', async () => {
  const page = await open('index.html');
  await page.keyboard.press('/');
  await page.keyboard.type('quokka');
  await waitForCount(page, '1 of 64 papers');
  await page.locator('.snippet').getByText('no other entry has: quokka').waitFor();
  expect(page.url()).toBe(at('index.html?q=quokka'));
  await page.locator('.snippet a').click();
  await page.waitForURL(at('papers/styleclip.html?match=quokka'));
  await page.locator('.notes mark').getByText('quokka').waitFor();
  await page.goBack();
  await waitForCount(page, '1 of 64 papers');
  await page.goto(at('papers/plain.html'));
  await page.keyboard.press('/');
  await page.waitForFunction(() => document.activeElement?.matches('[type="search"]'));
});

test('papers of other pages are found, filtered, ordered and counted', async () => {
  const page = await open('topics/others.html');
  await page.goto(at('notes.2.html'));
  await field(page).fill('nerf');
  await found(page).getByText('DietNeRF').waitFor();
  expect(await page.locator('.found-papers .title a').getAttribute('href')).toBe(at('papers/dietnerf.html'));
  await page.getByRole('button', { name: 'Clear all' }).click();
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('list', { name: 'Venue', exact: true }).getByRole('checkbox', { name: /^ICCV/ }).check();
  await waitForCount(page, '2 of 64 papers');
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('title');
  await page.waitForURL(at('notes.2.html?venue=iccv&sort=title'));
  expect(await found(page).allTextContents()).toEqual([
    expect.stringContaining('DietNeRF'),
    expect.stringContaining('StyleCLIP'),
  ]);
  await page.goBack();
  await page.waitForURL(at('notes.2.html?venue=iccv'));
});

test('an address asks for results, on the page of a topic too', async () => {
  const page = await open('index.html?venue=iccv&q=gunel');
  await waitForCount(page, '1 of 64 papers');
  await page.goto(at('topics/scenes.html?year=2021'));
  await waitForCount(page, '1 of 2 papers');
  await page.getByRole('link', { name: 'Remove: in Scenes' }).click();
  await page.waitForURL(at('index.html?year=2021'));
  await waitForCount(page, '22 of 64 papers');
});

test('notes of another page are reached by a link in their fold, or at once from a match in them', async () => {
  const page = await open('notes.2.html?q=nerf');
  await page.locator('.found-papers .fold summary').click();
  const link = page.getByRole('link', { name: 'Read the notes' });
  expect(await link.getAttribute('href')).toBe(at('papers/dietnerf.html#notes'));
  expect(await page.getByRole('alert').count()).toBe(0);
  await link.click();
  await page.waitForURL(at('papers/dietnerf.html#notes'));
  await page.goBack();
  await link.waitFor();
  await field(page).fill('quokka');
  await page.locator('.snippet a').getByText('quokka').click();
  await page.waitForURL(at('papers/styleclip.html?match=quokka'));
});

test('records cannot be gathered, so that nothing offers to; marks are kept', async () => {
  const page = await open('index.html?venue=iccv');
  await waitForCount(page, '2 of 64 papers');
  const forbidden = page.locator('.pick, .found-actions, .picked');
  expect(await forbidden.count()).toBeGreaterThan(3);
  for (const one of await forbidden.all()) expect(await one.isVisible()).toBe(false);
  await page.locator('.found-papers .mark').first().click();
  await page.goto(at('index.html?mark=to-read'));
  await waitForCount(page, '1 of 64 papers');
});
