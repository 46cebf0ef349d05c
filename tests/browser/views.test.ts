/** Views: lists with notes and without, and their folds; without scripts nothing is shown that would do nothing. */
import { expect, test } from 'vitest';
import { found, useReadingList } from '../support/reader.ts';

const { at, open } = useReadingList();

test('the choice is remembered, and Back is not trapped by it', async () => {
  const page = await open('index.html');
  await page.getByRole('link', { name: 'with Notes' }).click();
  await page.waitForURL(/notes\.html$/);
  await page.goBack();
  await page.waitForURL(/index\.html$/);
  await page.goto(at('topics/images.html'));
  await page.waitForURL(/topics\/images\.notes\.html$/);
  await page.getByRole('link', { name: 'without Notes' }).click();
  await page.waitForURL(/topics\/images\.html$/);
  await page.goto(at('index.html'));
  expect(page.url()).toMatch(/index\.html$/);
});

test('the switch takes the search along', async () => {
  const page = await open('index.html?q=quokka');
  await found(page).first().waitFor();
  await page.getByRole('link', { name: 'with Notes' }).click();
  await page.waitForURL(/notes\.html\?q=quokka$/);
  await found(page).first().waitFor();
});

test('all notes open and close at once', async () => {
  const page = await open('notes.html');
  const folds = page.locator('.fold');
  await page.getByRole('button', { name: 'Expand all' }).click();
  expect(await folds.evaluateAll((all) => all.every((fold) => (fold as HTMLDetailsElement).open))).toBe(true);
  await page.getByRole('button', { name: 'Collapse all' }).click();
  expect(await page.locator('.fold[open]').count()).toBe(0);
});

test('what the browser looks for on the page opens the notes it stands in', async () => {
  // Find-in-page cannot be reached from a test; a fragment opens by the same "ancestor revealing algorithm" of HTML.
  const page = await open('notes.html');
  expect(await page.getByText('Words that no other entry has').isVisible()).toBe(false);
  await page.goto(at('notes.html#p-styleclip--summary'));
  await page.locator('#paper-styleclip .fold[open]').waitFor();
  expect(await page.getByText('Words that no other entry has').isVisible()).toBe(true);
});

test('no control is shown that would do nothing', async () => {
  for (const path of ['index.html', 'notes.html', 'papers/styleclip.html']) {
    const page = await open(path, { javaScriptEnabled: false });
    expect(await page.locator('button:visible, input:visible, select:visible').count(), path).toBe(0);
  }
});
