/** What other pages keep: picks, marks and the theme follow what a reader did on a later page or in another window. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { found, useReadingList, waitForCount } from '../support/reader.ts';

const { at, open } = useReadingList();

/** As after Back to a page that the browser held as it was left, while another one kept `text` under a name. */
const comeBack = (page: Page, keeper: 'localStorage' | 'sessionStorage', name: string, text: string) =>
  page.evaluate(
    ([keeper, name, text]) => {
      window[keeper].setItem(`papershelf:/reading/:${name}`, text);
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    },
    [keeper, name, text] as const,
  );
const picks = (page: Page) => page.evaluate(() => sessionStorage.getItem('papershelf:/reading/:selection'));
const pick = (page: Page, slug: string) => page.locator(`#paper-${slug} .pick`);

test('picks of a later page are there after Back, and are not lost by the next one', async () => {
  const page = await open('index.html');
  await pick(page, 'styleclip').check();
  await comeBack(page, 'sessionStorage', 'selection', 'styleclip dietnerf');
  await page.getByText('2 selected').waitFor();
  expect(await pick(page, 'dietnerf').isChecked()).toBe(true);
  await pick(page, 'chinese').check();
  expect(await picks(page)).toBe('styleclip dietnerf chinese');
});

test('boxes that the browser fills in after Back show the picks', async () => {
  const page = await open('index.html');
  await pick(page, 'styleclip').check();
  await page.goto(at('topics/scenes.html'));
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await page.goBack({ waitUntil: 'load' });
  await page.waitForFunction(() => document.querySelector('.pick:checked') === null);
});

test('marks of a later page are there after Back, and are not lost by the next one', async () => {
  const page = await open('index.html');
  await comeBack(page, 'localStorage', 'reading', '{"dietnerf":"read"}');
  expect(await page.locator('#paper-dietnerf .mark').textContent()).toBe('Read');
  await page.locator('#paper-styleclip .mark').click();
  expect(await page.evaluate(() => localStorage.getItem('papershelf:/reading/:reading'))).toBe(
    '{"dietnerf":"read","styleclip":"to-read"}',
  );
});

test('another window is followed in what it changes, and in nothing else', async () => {
  const page = await open('index.html');
  await page.locator('#paper-styleclip .mark').click();
  await page.goto(at('index.html?mark=to-read'));
  await waitForCount(page, '1 of 64 papers');
  await found(page)
    .first()
    .evaluate((title) => title.classList.add('is-same'));
  const other = await page.context().newPage();
  await other.goto(at('papers/dietnerf.html'));
  await other.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
  expect(await page.locator('.is-same').count()).toBe(1);
  await other.locator('.mark').click();
  await waitForCount(page, '2 of 64 papers');
  await other.evaluate(() => localStorage.clear());
  await waitForCount(page, '0 of 64 papers');
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBeUndefined();
});

test('the theme is that of the later page after Back, and so says its menu', async () => {
  const page = await open('index.html');
  const menu = page.getByRole('combobox', { name: 'Theme' });
  await menu.selectOption('light');
  await menu.selectOption('');
  await page.goto(at('papers/styleclip.html'));
  await menu.selectOption('dark');
  await page.goBack({ waitUntil: 'load' });
  await page.waitForFunction(() => document.querySelector<HTMLSelectElement>('[name="theme"]')?.value === 'dark');
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  await comeBack(page, 'localStorage', 'theme', 'light');
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('light');
  expect(await menu.inputValue()).toBe('light');
});
