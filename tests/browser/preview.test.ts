/** dev in the browser: pages follow the files, and say what is wrong with them. */
import { mkdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { GARBAGE } from '../garbage.ts';
import { findViolations } from '../support/axe.ts';
import { launch, openPage } from '../support/chromium.ts';
import { startDev } from '../support/dev-server.ts';
import { createFolder, INDEX, toPaper } from '../support/papershelf.ts';

const toNotes = (words: string) => `## Summary\n\n${words}\n\n${'A long text to scroll through.\n\n'.repeat(60)}`;
const good = toPaper(['title: One', 'topics: [CLIP + GAN]'], toNotes('First words.'));
const bad = good.replace('topics: [CLIP + GAN]', 'topics: [CLIP+GAN]\nyear: soon');
const FILES = {
  'papers/index.md': INDEX,
  'papers/one.md': good,
  'papers/two.md': good.replace('One', 'Two'),
};

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

/** Opens a page of a list that `dev` serves, both until the test is over. */
async function openDev(path: string, files = FILES) {
  const folder = createFolder(files);
  const dev = await startDev(folder);
  const { page, record } = await openPage(browser);
  onTestFinished(async () => {
    await page.context().close();
    await dev.interrupt();
  });
  await page.goto(`${dev.url}${path}`);
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
  return { ...dev, folder, page, record, write };
}

const overlayOf = (page: Page) => page.getByRole('dialog');

test('a change reloads the page, where the reader was', async () => {
  const { page, record, write } = await openDev('notes.html');
  await page.locator('#paper-one summary').click();
  await page.evaluate(() => scrollTo({ top: 900, behavior: 'instant' }));
  expect(await page.evaluate(() => scrollY)).toBe(900);
  write('papers/one.md', good.replace('First', 'Second'));
  await page.getByText('Second words.').waitFor({ state: 'attached' });
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(900);
  expect(await page.locator('#paper-one details').getAttribute('open')).not.toBeNull();
  expect(await page.locator('#paper-two details').getAttribute('open')).toBeNull();
  expect(record).toEqual({ faults: [], foreign: [] });
});

test('a place that is none keeps nobody', async () => {
  const { page, record, url } = await openDev('notes.html');
  for (const text of Object.values(GARBAGE)) {
    const place = text.replace('"href":"x"', `"href":"${url}notes.html"`);
    await page.evaluate((value) => sessionStorage.setItem('papershelf:/:preview-place', value), place);
    await page.reload();
    await page.locator('#paper-one summary').waitFor();
  }
  expect(await page.evaluate(() => sessionStorage.getItem('papershelf:/:preview-place'))).toBeNull();
  expect(record).toEqual({ faults: [], foreign: [] });
});

test('every open page follows, one that was closed meanwhile when it is opened', async () => {
  const { page, url, write } = await openDev('papers/one.html');
  const other = await page.context().newPage();
  await other.goto(`${url}papers/one.html`);
  write('papers/one.md', good.replace('First', 'Second'));
  for (const one of [page, other]) await one.getByText('Second words.').waitFor();
});

test('a mistake is shown over the last good page, and goes once it is fixed', async () => {
  const { page, record, write } = await openDev('papers/one.html');
  write('papers/one.md', bad);
  const overlay = overlayOf(page);
  await overlay.waitFor();
  expect(await overlay.getByRole('heading').textContent()).toBe('2 errors');
  const item = overlay.getByRole('listitem').first();
  expect(await item.locator('.where').textContent()).toBe('papers/one.md:3:10 topic-unknown');
  expect(await item.locator('.message').textContent()).toBe('Topic CLIP+GAN is not in this list.');
  expect(await item.locator('pre').textContent()).toBe('3 topics: [CLIP+GAN]');
  expect(await item.locator('mark').textContent()).toBe('CLIP+GAN');
  expect(await item.locator('.hint').textContent()).toContain('Did you mean CLIP + GAN?');
  expect(await page.locator('h1').textContent()).toContain('One');

  await page.keyboard.press('Escape');
  await overlay.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: '2 errors' }).click();
  await overlay.waitFor();
  write('papers/one.md', bad.replace('\nyear: soon', ''));
  await overlay.getByRole('heading', { name: '1 error' }).waitFor();
  await overlay.getByRole('button', { name: 'Close' }).click();
  await overlay.waitFor({ state: 'hidden' });

  // A page that is opened while something is wrong says so too.
  await page.reload();
  await overlay.waitFor();
  write('papers/one.md', good.replace('First', 'Fixed'));
  await page.getByText('Fixed words.').waitFor();
  await overlay.waitFor({ state: 'hidden' });
  expect(await page.locator('papershelf-overlay').count()).toBe(0);
  expect(record).toEqual({ faults: [], foreign: [] });
});

test('what an author writes is text in the overlay, never HTML', async () => {
  const { page, write } = await openDev('index.html');
  write('papers/one.md', good.replace('topics: [CLIP + GAN]', 'topics: ["<img src=x onerror=alert(1)>"]'));
  await overlayOf(page).waitFor();
  expect(await overlayOf(page).locator('img').count()).toBe(0);
  expect(await overlayOf(page).textContent()).toContain('<img src=x onerror=alert(1)>');
});

test('a template that fails, a style sheet that changes', async () => {
  const { page, folder, write } = await openDev('papers/one.html');
  mkdirSync(join(folder, 'templates'));
  write('templates/paper.eta', '<h1>Mine</h1>\n<p><%= it.nothing.there %></p>');
  const overlay = overlayOf(page);
  await overlay.waitFor();
  expect(await overlay.locator('.where').textContent()).toContain('templates/paper.eta:2');
  expect(await overlay.locator('pre').textContent()).toBe('2 <p><%= it.nothing.there %></p>');
  expect(await page.locator('h1').textContent()).toContain('One');
  write('templates/paper.eta', '<h1>Mine</h1>');
  await page.getByRole('heading', { name: 'Mine' }).waitFor();
  write('templates/style.css', 'h1 { color: rgb(1, 2, 3) }');
  await expect
    .poll(() => page.evaluate(() => getComputedStyle(document.querySelector('h1') as Element).color))
    .toBe('rgb(1, 2, 3)');
  rmSync(join(folder, 'templates'), { recursive: true });
  await page.getByRole('heading', { name: 'One' }).waitFor();
});

test('a template that fails on one page alone is told when that page is asked for', async () => {
  const { page, url, folder, write } = await openDev('papers/two.html');
  mkdirSync(join(folder, 'templates'));
  const template = `<h1>Mine</h1>\n<% if (it.title.includes('Two')) { %><%= it.nothing.there %><% } %>`;
  write('templates/paper.eta', template);
  const overlay = overlayOf(page);
  await overlay.waitFor();
  expect(await overlay.locator('.where').textContent()).toContain('templates/paper.eta:2');
  expect(await page.locator('h1').textContent()).toContain('Two');
  await page.goto(`${url}papers/one.html`);
  await overlay.waitFor();
});

test('a deleted file and its return; a page that is not there follows too', async () => {
  const { page, folder, write } = await openDev('papers/two.html');
  unlinkSync(join(folder, 'papers/two.md'));
  await page.getByRole('heading', { name: 'Page not found' }).waitFor();
  write('papers/two.md', FILES['papers/two.md']);
  await page.getByRole('heading', { name: 'Two' }).waitFor();
});

test('without a site yet the overlay stands on a page that waits', async () => {
  const { page, write } = await openDev('', { ...FILES, 'papers/one.md': bad });
  await overlayOf(page).waitFor();
  write('papers/one.md', good);
  await overlayOf(page).waitFor({ state: 'detached' });
});

test('the overlay is accessible, light and dark, wide and narrow', async () => {
  const { page, write } = await openDev('index.html');
  write('papers/one.md', bad);
  await overlayOf(page).waitFor();
  for (const width of [1280, 390]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      expect(await findViolations(page), `${width} px, ${colorScheme}`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }
  }
});
