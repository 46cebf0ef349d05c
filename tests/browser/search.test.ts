/** Search: a reader types, and walks through what is found by keyboard; the list comes back as it was. */
import { expect, test } from 'vitest';
import { field, found, useReadingList, waitForCount } from '../support/reader.ts';

const { open } = useReadingList();

test.each([
  ['styleclip', 'StyleCLIP', 'a name, above the notes that mention it'],
  ['sytleclip', 'StyleCLIP', 'a typo'],
  ['gunel', 'StyleCLIP', 'an accent left out'],
  ['patash', 'StyleCLIP', 'the beginning of an author'],
  ['nerf', 'DietNeRF', 'a part of a name'],
  ['j', 'DietNeRF', 'the first letter of an author'],
  ['putting o', 'DietNeRF', 'the first letter of the word that is being typed'],
  ['图像', '文本驱动的图像编辑', 'Chinese'],
  ['王伟', '文本驱动的图像编辑', 'a Chinese name'],
  ['quokka', 'StyleCLIP', 'a word of the notes'],
  ['\\varnothing', 'StyleCLIP', 'a TeX command'],
  ['iccv 2021 diet', 'DietNeRF', 'words of several fields'],
  ['styleclip quokka', 'StyleCLIP', 'words of data and notes'],
])('%s finds %s: %s', async (text, title) => {
  const page = await open('index.html');
  await field(page).fill(text);
  await page.waitForResponse(/notes\.\w+\.js/);
  await found(page).first().getByText(title).waitFor();
  expect(await found(page).first().textContent()).toContain(title);
  expect(new URL(page.url()).searchParams.get('q')).toBe(text);
});

test('marks what it found', async () => {
  const page = await open('index.html?q=gunel+manipulation');
  await found(page).first().waitFor();
  expect(await page.locator('.found-papers mark').allTextContents()).toEqual(['Manipulation', 'Günel']);
});

test('tells reference managers when results come and go, and offers those whose records the page has', async () => {
  const page = await open('index.html');
  const all = await page.locator('.Z3988').count();
  await page.evaluate(() => {
    document.addEventListener('ZoteroItemUpdated', () => {
      document.body.dataset.updates = String(Number(document.body.dataset.updates ?? 0) + 1);
    });
  });
  const updates = () => page.evaluate(() => Number(document.body.dataset.updates ?? 0));
  await field(page).fill('quokka');
  await expect.poll(updates).toBeGreaterThan(0);
  await found(page).first().getByText('StyleCLIP').waitFor();
  await expect.poll(() => page.locator('.Z3988').count()).toBe(await found(page).count());
  const before = await updates();
  await field(page).fill('');
  await expect.poll(() => page.locator('.Z3988').count()).toBe(all);
  expect(await updates()).toBeGreaterThan(before);
});

test('what is picked and marked among the results is so in the list that comes back', async () => {
  const page = await open('index.html?q=styleclip');
  await found(page).first().waitFor();
  await page.locator('.found-papers .pick').first().check();
  await page.locator('.found-papers .mark').first().click();
  await field(page).fill('');
  const entry = page.locator('#paper-styleclip');
  await entry.locator('.mark').getByText('To read').waitFor();
  expect(await entry.locator('.pick').isChecked()).toBe(true);
});

test('Back from a paper finds as many results as were shown', async () => {
  const page = await open('index.html?q=filler');
  await page.getByRole('button', { name: 'Show 20 more of 40' }).click();
  await page.getByRole('button', { name: 'Show 20 more of 20' }).waitFor();
  await found(page).nth(35).scrollIntoViewIfNeeded();
  await page.locator('.found-papers article').nth(35).getByRole('link', { name: 'Permalink' }).click();
  await page.waitForURL(/papers\//);
  await page.goBack();
  await found(page).nth(39).waitFor();
  expect(await page.evaluate(() => document.activeElement === document.querySelector('[type="search"]'))).toBe(false);
  await page.evaluate(() => {
    location.hash = 'main';
  });
  await page.waitForTimeout(200);
  expect(await found(page).count()).toBe(40);
});

test('results come into sight of who types on a phone', async () => {
  const page = await open('index.html', { viewport: { width: 390, height: 450 } });
  await page.keyboard.press('/');
  await page.keyboard.type('gunel');
  await found(page).first().getByText('StyleCLIP').waitFor();
  await page.waitForFunction(() => {
    const [typed, answer] = ['[type="search"]', '.found-papers .title'].map((selector) =>
      document.querySelector(selector)?.getBoundingClientRect(),
    );
    return typed && answer && typed.top >= 0 && answer.bottom <= innerHeight;
  });
});

test('the keys: / and Escape, arrows and Enter', async () => {
  const page = await open('index.html');
  await page.keyboard.press('/');
  expect(await field(page).evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.type('filler');
  await waitForCount(page, '60 of 64 papers');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const second = await found(page).nth(1).textContent();
  expect(await page.evaluate(() => document.activeElement?.querySelector('.title')?.textContent)).toBe(second);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  expect(await field(page).inputValue()).toBe('filler');
  await page.keyboard.press('/');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.waitForURL(/papers\/filler-\d+\.html$/);
  await page.keyboard.press('/');
  await page.waitForURL(/index\.html\?q=$/);
  await page.waitForFunction(() => document.activeElement?.matches('[type="search"]'));
});

test('nothing found is said, and clearing leads back to the list as it was', async () => {
  const page = await open('index.html');
  const before = await page.locator('.topic').allTextContents();
  await field(page).fill('xyzzyx');
  await waitForCount(page, '0 of 64 papers');
  expect(await page.locator('.found-papers').textContent()).toBe(
    'No paper has all of this. Try fewer words or filters.',
  );
  await page.getByRole('button', { name: 'Clear all' }).click();
  await page.locator('#paper-styleclip').waitFor();
  expect(await page.locator('.topic').allTextContents()).toEqual(before);
  expect(page.url()).toMatch(/index\.html$/);
});

test('more results come on demand', async () => {
  const page = await open('index.html?q=filler');
  await found(page).first().waitFor();
  expect(await found(page).count()).toBe(20);
  await page.getByRole('button', { name: 'Show 20 more of 40' }).click();
  await found(page).nth(39).waitFor();
});
