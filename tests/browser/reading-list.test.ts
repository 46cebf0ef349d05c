/** Reading list: marks are kept, filter the list, and go out and in as a file. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { saveFile } from '../support/chromium.ts';
import { onField, useReadingList, waitForCount } from '../support/reader.ts';

const { at, open } = useReadingList();

test('marks are kept, filter the list, and go out and in as a file', async () => {
  const page = await open('index.html');
  const mark = page.locator('#paper-styleclip .mark');
  await mark.focus();
  await page.keyboard.press('Enter');
  expect(await mark.textContent()).toBe('To read');
  await mark.click();
  expect(await mark.textContent()).toBe('Reading');
  await page.reload();
  expect(await mark.textContent()).toBe('Reading');
  await page.goto(at('papers/styleclip.html'));
  expect(await page.locator('.mark').textContent()).toBe('Reading');

  await page.goto(at('index.html?mark=reading'));
  await waitForCount(page, '1 of 64 papers');
  await page.getByRole('button', { name: 'Filter' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export' }).click(),
  ]);
  const file = await saveFile(download);
  await page.locator('.found-papers .mark').click();
  await page.locator('.found-papers .mark').waitFor({ state: 'detached' });
  await waitForCount(page, '0 of 64 papers');
  await page.locator('input[type="file"]').setInputFiles(file);
  await waitForCount(page, '1 of 64 papers');
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from('[1]') });
  await page.getByText('other.json is not a reading list.').waitFor();
});

test('goes to the entry that takes the place of one whose mark shuts it out, and to the field after the last', async () => {
  const page = await open('index.html');
  for (const slug of ['styleclip', 'dietnerf', 'plain']) await page.locator(`#paper-${slug} .mark`).click();
  await page.goto(at('index.html?mark=to-read,reading'));
  await waitForCount(page, '3 of 64 papers');
  const marked = () => page.evaluate(() => document.activeElement?.closest('article')?.id);
  await page.locator('.found-papers #paper-dietnerf .mark').focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.matches('#paper-dietnerf [data-mark="reading"]'));
  await page.keyboard.press('Enter');
  await waitForCount(page, '2 of 64 papers');
  expect(await marked()).toBe('paper-plain');
  for (const slug of ['plain', 'styleclip']) {
    await page.locator(`.found-papers #paper-${slug} .mark`).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.matches('[data-mark="reading"]'));
    await page.keyboard.press('Enter');
    if (slug === 'plain') {
      await waitForCount(page, '1 of 64 papers');
      expect(await marked()).toBe('paper-styleclip');
    }
  }
  await onField(page);
});

describe('files of the reading list', () => {
  const bring = async (page: Page, marks: unknown) => {
    const buffer = Buffer.from(JSON.stringify({ format: 'papershelf-reading-list', marks }));
    await page.locator('input[type="file"]').setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer });
  };
  const openFilters = async () => {
    const page = await open('index.html');
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('button', { name: 'Import' }).waitFor();
    return page;
  };
  const kept = (page: Page) => page.evaluate(() => localStorage.getItem('papershelf:/reading/:reading'));

  test('what is not of this list is counted, and stays out', async () => {
    const page = await openFilters();
    await bring(page, { elsewhere: 'read', another: 'reading', styleclip: 'read', dietnerf: 'eaten' });
    await page.getByText('Marks of 1 paper of this list imported, 3 left out.', { exact: true }).waitFor();
    expect(await kept(page)).toBe('{"styleclip":"read"}');
    await bring(page, { dietnerf: 'reading' });
    await page.getByText('Marks of 1 paper of this list imported.', { exact: true }).waitFor();
    expect(await kept(page)).toBe('{"styleclip":"read","dietnerf":"reading"}');
  });

  test.each([[['read', 'read']], ['read'], [null], [undefined]])(
    'marks that are none are refused: %j',
    async (marks) => {
      const page = await openFilters();
      await bring(page, marks);
      await page.getByText('mine.json is not a reading list.').waitFor();
      expect(await kept(page)).toBeNull();
    },
  );

  test('that the browser keeps no marks is told, once for marks and with every file', async () => {
    const page = await openFilters();
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    const status = page.locator('.announcement');
    const mark = page.locator('#paper-styleclip .mark');
    await mark.click();
    await status.getByText('The browser cannot keep marks; they will be lost when this page closes.').waitFor();
    expect(await mark.textContent()).toBe('To read');
    await bring(page, { dietnerf: 'read' });
    const told = 'Marks of 1 paper of this list imported. The browser cannot keep them: they are gone with this page.';
    await status.getByText(told, { exact: true }).waitFor();
    await mark.click();
    expect(await mark.textContent()).toBe('Reading');
    expect(await status.textContent()).toBe(told);
  });
});
