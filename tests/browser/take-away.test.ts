/** Taking away: records, references and links copied and downloaded, of one paper and of those picked. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { saveFile } from '../support/chromium.ts';
import { useReadingList, waitForCount } from '../support/reader.ts';

const { at, open } = useReadingList();

const allow = { permissions: ['clipboard-read', 'clipboard-write'] };
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const said = (page: Page, text: string) => page.getByRole('status').getByText(text).waitFor();

test('BibTeX, reference and link of a paper', async () => {
  const page = await open('papers/styleclip.html', allow);
  await page.getByRole('button', { name: 'Copy BibTeX' }).click();
  await said(page, 'BibTeX copied.');
  expect(await clipboard(page)).toMatch(/^@inproceedings\{styleclip,\n[\s\S]*\}$/);
  await page.getByRole('button', { name: 'Copy the reference in APA style' }).click();
  await said(page, 'Reference copied.');
  expect(await clipboard(page)).toMatch(/^Patashnik, O\., & Günel, E\. \(2021\)\. Text-Driven Manipulation\. In /);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await said(page, 'Link copied.');
  expect(await clipboard(page)).toBe('https://example.org/reading/papers/styleclip.html');
});

test('papers picked on several pages, by keyboard', async () => {
  const page = await open('index.html', allow);
  await page.locator('#paper-styleclip .pick').focus();
  await page.keyboard.press('Space');
  await page.goto(at('topics/scenes.html'));
  await page.getByRole('checkbox', { name: 'Select DietNeRF' }).check();
  await page.getByText('2 selected').waitFor();
  await page.getByRole('region', { name: 'Selected papers' }).getByRole('button', { name: 'Copy BibTeX' }).click();
  await said(page, 'BibTeX of 2 papers copied.');
  expect([...(await clipboard(page)).matchAll(/^@\w+\{([\w-]+),/gm)].map((match) => match[1])).toEqual([
    'dietnerf',
    'styleclip',
  ]);
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  expect(await page.getByText('2 selected').isVisible()).toBe(false);
});

test('the format is chosen: RIS of picked papers, references of what a search finds, a file of one paper', async () => {
  const page = await open('index.html', allow);
  for (const slug of ['styleclip', 'dietnerf']) await page.locator(`#paper-${slug} .pick`).check();
  const bar = page.getByRole('region', { name: 'Selected papers' });
  await bar.getByRole('combobox', { name: 'Format' }).selectOption('RIS');
  await bar.getByRole('button', { name: 'Copy RIS' }).click();
  await said(page, 'RIS of 2 papers copied.');
  expect((await clipboard(page)).match(/^ID {2}- .*/gm)).toEqual(['ID  - dietnerf', 'ID  - styleclip']);
  await page.goto(at('index.html?q=styleclip'));
  const found = page.locator('.found-actions');
  await found.getByRole('combobox', { name: 'Format' }).selectOption('IEEE');
  await found.getByRole('button', { name: 'Copy IEEE' }).click();
  await page.getByText(/IEEE of \d+ papers? copied\./).waitFor();
  expect(await clipboard(page)).toMatch(/^O\. Patashnik and E\. Günel, “Text-Driven Manipulation,” in /m);
  await page.goto(at('papers/styleclip.html'));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'RIS file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('styleclip.ris');
  expect(readFileSync(await saveFile(download), 'utf8')).toMatch(
    /^TY {2}- CONF\r\nID {2}- styleclip\r\n[\s\S]*ER {2}- \r\n$/,
  );
});

test('how many are picked is heard, and not shown a second time', async () => {
  const page = await open('index.html');
  const status = page.getByRole('status').filter({ hasText: 'selected' });
  const pick = page.locator('#paper-styleclip .pick');
  await pick.check();
  await status.getByText('1 paper selected').waitFor();
  expect((await status.boundingBox())?.width).toBe(1);
  await page.locator('#paper-dietnerf .pick').check();
  await status.getByText('2 papers selected').waitFor();
  await page.reload();
  await page.getByText('2 selected').waitFor();
  expect(await status.count()).toBe(0);
});

test('the records of what a filter leaves, as a file', async () => {
  const page = await open('index.html?venue=cvpr&year=2019');
  await waitForCount(page, '20 of 64 papers');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download BibTeX' }).click(),
  ]);
  const text = readFileSync(await saveFile(download), 'utf8');
  expect(download.suggestedFilename()).toBe('papers.bib');
  expect(text.match(/^@\w+\{filler-\d+,/gm)?.length).toBe(20);
});

test('goes to the last picked box of the page after Clear, else to the content', async () => {
  const page = await open('index.html');
  const clear = page.getByRole('button', { name: 'Clear', exact: true });
  for (const slug of ['styleclip', 'dietnerf']) await page.locator(`#paper-${slug} .pick`).check();
  await clear.focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.matches('#paper-dietnerf .pick'));
  await page.locator('#paper-styleclip .pick').check();
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const top = await page.evaluate(() => scrollY);
  await clear.click();
  await page.waitForFunction(() => document.activeElement?.matches('#paper-styleclip .pick'));
  expect(await page.evaluate(() => scrollY)).toBeGreaterThanOrEqual(top);
  await page.locator('#paper-styleclip .pick').check();
  await page.goto(at('topics/scenes.html'));
  await clear.focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.matches('main'));
});

test('stays on a button that copies without a clipboard to write to', async () => {
  const page = await open('index.html');
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.locator('#paper-styleclip .pick').check();
  await page.locator('.picked [data-action="copy"]').focus();
  await page.keyboard.press('Enter');
  await page.getByText('BibTeX of 1 paper copied.').waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Copy BibTeX');
});
