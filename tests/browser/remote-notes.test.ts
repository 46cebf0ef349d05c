/** Remote notes: folds whose notes are on the page of their paper, in a list too long to print them all and below nested topics. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { buildExample, buildLong } from '../support/build-once.ts';
import { field, found, useReadingList, useSite } from '../support/reader.ts';

const long = useSite(buildLong, '/long/');
const nested = useSite(() => buildExample('nested'), '/nested/');
const reading = useReadingList();

/** The fold of a paper of the long list. */
const foldOf = (page: Page, number: number) => page.locator(`#paper-paper-${number} .fold`);
const notesOf = (page: Page, number: number) => foldOf(page, number).locator('.notes');
const isOn = (page: Page, selector: string) =>
  page.waitForFunction((selector) => document.activeElement?.matches(selector), selector);

describe('in a list of 520 papers', () => {
  test('each entry has one sentence and a fold, whose notes come when it is opened by keyboard', async () => {
    const page = await long.open('notes.html');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    expect(await page.locator('.entry').count()).toBe(500);
    expect(await page.locator('.entry .tldr').count()).toBe(500);
    expect(await page.getByRole('button', { name: 'Expand all' }).count()).toBe(0);
    expect(await page.locator('.notes').count()).toBe(0);
    const summary = foldOf(page, 7).locator('summary');
    expect(await summary.textContent()).toMatch(/^Click to expandClick to collapse the notes of \w+$/);
    await summary.focus();
    await page.keyboard.press('Enter');
    await notesOf(page, 7).getByText('Details').waitFor();
    expect(await foldOf(page, 7).getByRole('link', { name: 'Read the notes' }).count()).toBe(0);
    // The style sheet of formulas comes with them.
    const base = notesOf(page, 7).locator('.katex .base').first();
    await expect.poll(() => base.evaluate((element) => getComputedStyle(element).display)).toBe('inline-block');
    await page.keyboard.press('Enter');
    expect(await notesOf(page, 7).isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    await notesOf(page, 7).waitFor();
    expect(asked.filter((url) => url.endsWith('papers/paper-7.html'))).toHaveLength(1);
  });

  test('a finger opens it as well', async () => {
    const page = await long.open('notes.html', {
      viewport: { width: 390, height: 800 },
      isMobile: true,
      hasTouch: true,
    });
    await foldOf(page, 7).locator('summary').tap();
    await notesOf(page, 7).getByText('Details').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  test('without JavaScript it holds the link to the notes', async () => {
    const page = await long.open('notes.html', { javaScriptEnabled: false });
    await foldOf(page, 7).locator('summary').click();
    await foldOf(page, 7).getByRole('link', { name: 'Read the notes' }).click();
    expect(page.url()).toBe(long.at('papers/paper-7.html#notes'));
    await page.getByRole('heading', { name: 'Notes', exact: true }).waitFor();
  });

  test('what cannot be loaded says so, and is tried again by keyboard', async () => {
    const page = await long.open('notes.html');
    await page.route('**/papers/paper-7.html', (route) => route.abort());
    await foldOf(page, 7).locator('summary').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('The notes cannot be loaded right now.').waitFor();
    expect(await foldOf(page, 7).getByRole('link', { name: 'Read the notes' }).isVisible()).toBe(true);
    const again = foldOf(page, 7).getByRole('button', { name: 'Try again' });
    await page.keyboard.press('Tab');
    await isOn(page, '.again');
    const failed = page.waitForEvent('requestfailed');
    await page.keyboard.press('Enter');
    await failed;
    await isOn(page, '.again');
    expect(await again.count()).toBe(1);
    await page.unroute('**/papers/paper-7.html');
    await page.keyboard.press('Enter');
    await notesOf(page, 7).getByText('Details').waitFor();
    await isOn(page, '#paper-paper-7 summary');
    expect(await page.getByRole('alert').count()).toBe(0);
    const { faults } = long.recordOf(page);
    expect(new Set(faults.splice(0))).toEqual(new Set(['Failed to load resource: net::ERR_FAILED']));
  });

  test('nor does a script that cannot be loaded leave it empty', async () => {
    const page = await long.open('notes.html');
    await page.route('**/assets/finder.*.js', (route) => route.abort());
    await foldOf(page, 7).locator('summary').click();
    await page.getByRole('status').getByText('The notes cannot be loaded right now.').waitFor();
    expect(await foldOf(page, 7).getByRole('link', { name: 'Read the notes' }).isVisible()).toBe(true);
    long.recordOf(page).faults.splice(0);
  });

  test('results have them too, from this page and from others', async () => {
    const page = await long.open('notes.html');
    const titles = await page.locator('.entry .title').allTextContents();
    await page.goto(long.at('notes.2.html'));
    const last = await page.locator('.entry').last().getAttribute('id');
    const name = await page.locator('.entry .title b').last().textContent();
    await page.getByRole('combobox', { name: 'Sort by' }).selectOption('title');
    await found(page).nth(19).waitFor();
    const results = page.locator('.found-papers .entry');
    expect(await results.locator('.tldr').count()).toBe(20);
    expect(titles).toContain(await found(page).first().textContent());
    await results.first().locator('summary').click();
    await results.first().locator('.notes').getByText('Details').waitFor();
    await field(page).fill(name ?? '');
    await page.locator(`.found-papers #${last} summary`).click();
    await page.locator(`.found-papers #${last} .notes`).getByText('Details').waitFor();
    await page.goto(long.at('index.html?sort=title'));
    await found(page).nth(19).waitFor();
    expect(await page.locator('.tldr, .fold').count()).toBe(0);
  });

  test('those that were open are open after Back, in the list and among results', async () => {
    const page = await long.open('notes.html');
    const leave = async () => {
      await page.locator('#paper-paper-400').getByRole('link', { name: 'Permalink' }).first().click();
      await page.waitForURL(/papers\/paper-400\.html/);
      await page.goBack();
    };
    await foldOf(page, 7).locator('summary').click();
    await notesOf(page, 7).getByText('Details').waitFor();
    await leave();
    await notesOf(page, 7).getByText('Details').waitFor();
    expect(await page.locator('.fold[open]').count()).toBe(1);
    await page.goto(long.at('notes.html?sort=added'));
    await found(page).first().waitFor();
    const second = page.locator('.found-papers .entry').nth(1);
    await second.locator('summary').click();
    await second.locator('.notes').getByText('Details').waitFor();
    await second.getByRole('link', { name: 'Permalink' }).click();
    await page.waitForURL(/papers\//);
    await page.goBack();
    await second.locator('.notes').getByText('Details').waitFor();
    expect(await page.locator('.fold[open]').count()).toBe(1);
    await second.locator('summary').press('Enter');
    await page.waitForFunction(() => history.state?.folds?.length === 0);
    await page.reload();
    await found(page).first().waitFor();
    expect(await page.locator('.fold[open]').count()).toBe(0);
  });
});

describe('below nested topics', () => {
  test('links of the notes lead where they lead on the page of the paper', async () => {
    const page = await nested.open('topics/shape.notes.2.html');
    const mesh = page.locator('#paper-mesh');
    expect(await mesh.locator('.tldr').textContent()).toBe('See the points.');
    await mesh.locator('summary').click();
    const link = mesh.locator('.notes').getByRole('link', { name: 'the points' });
    expect(await link.evaluate((element: HTMLAnchorElement) => element.href)).toMatch(
      new RegExp(`^${nested.at('papers/points.html')}#`),
    );
    await link.click();
    await page.waitForURL(/papers\/points\.html/);
    await page.goBack();
    await link.waitFor();
  });

  test('from deep below as well, and among the results', async () => {
    const page = await nested.open('topics/shape/point-clouds.notes.html?q=points');
    const points = page.locator('.found-papers #paper-points');
    await points.locator('summary').click();
    await points.locator('.notes').getByRole('table').waitFor();
  });
});

test('a formula wider than the window that came with them is reached by keyboard', async () => {
  const page = await reading.open('notes.2.html?q=nerf', { viewport: { width: 390, height: 800 } });
  await page.locator('.found-papers .fold summary').click();
  const formula = page.locator('.notes').getByRole('group', { name: 'Formula' });
  await formula.waitFor();
  expect(await formula.getAttribute('tabindex')).toBe('0');
});
