/** Addresses: what a reader asks for is in the address of the page, on every page of a part of the list. */
import { expect, test } from 'vitest';
import { found, useReadingList, waitForCount } from '../support/reader.ts';

const { at, open } = useReadingList();

test.each([
  ['?year=2020..2021&venue=cvpr', '40 of 64 papers'],
  ['?year=2022..', '1 of 64 papers'],
  ['?author=emre-gunel', '1 of 64 papers'],
  ['?tag=editing', '1 of 64 papers'],
  ['?topic=scenes', '2 of 64 papers'],
  ['?topic=scenes/editing', '1 of 64 papers'],
  ['?notes=no', '2 of 64 papers'],
  ['?venue=-cvpr,-iccv', '1 of 64 papers'],
  ['?q=filler&year=2019', '20 of 64 papers'],
])('an address is shared: %s', async (search, text) => {
  const page = await open(`index.html${search}`);
  await waitForCount(page, text);
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.locator('.facet').first().waitFor();
});

test('the page of a topic asks within it, and can let go of it', async () => {
  const page = await open('topics/scenes.html?year=2021');
  await waitForCount(page, '1 of 2 papers');
  await page.getByRole('link', { name: 'Remove: in Scenes' }).click();
  await waitForCount(page, '22 of 64 papers');
  expect(page.url()).toMatch(/\/index\.html\?year=2021$/);
});

test('orders: newest, recently added, title', async () => {
  const page = await open('index.html');
  const first = async (sort: string) => {
    await page.getByRole('combobox', { name: 'Sort by' }).selectOption(sort);
    await page.waitForURL(new RegExp(`sort=${sort}`));
    await found(page).first().waitFor();
    return found(page).first().textContent();
  };
  expect(await first('newest')).toContain('文本驱动');
  expect(await first('added')).toContain('DietNeRF');
  expect(await first('title')).toContain('A paper of which');
});

test('the page of recent papers asks the whole list, the latest first', async () => {
  const page = await open('new.html');
  await page.keyboard.press('/');
  await page.keyboard.type('diet');
  await waitForCount(page, '1 of 64 papers');
  await page.goto(at('new.html?venue=iccv'));
  await waitForCount(page, '2 of 64 papers');
  expect(await found(page).first().textContent()).toContain('DietNeRF');
  expect(await page.locator('.found-papers .topic-name').count()).toBe(0);
  await page.getByRole('button', { name: 'Clear all' }).click();
  await page.locator('.recent').first().waitFor();
});

test('what the list does not have is left out of an address, punctuation is no search', async () => {
  const page = await open('index.html?venue=ICCV,nonsense&mark=constructor&code=true&q=%25');
  await waitForCount(page, '2 of 64 papers');
  expect(await page.locator('.chips li').allTextContents()).toEqual(['ICCV', 'Clear all']);
  await page.getByRole('button', { name: 'Remove ICCV' }).click();
  await page.locator('section.topic#topic-images').waitFor();
});

test('results that an address asks for do not push anything about', async () => {
  const page = await open('index.html?venue=iccv&q=gunel');
  await waitForCount(page, '1 of 64 papers');
  await page.waitForLoadState('networkidle');
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const add = (list: PerformanceObserverEntryList) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        };
        new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 300);
      }),
  );
  expect(shift).toBe(0);
});
