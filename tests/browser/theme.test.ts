/** Theme: light or dark, chosen once for all pages. */
import { expect, test } from 'vitest';
import { useReadingList } from '../support/reader.ts';

const { open } = useReadingList();

test('is chosen, kept, and there before anything is painted', async () => {
  const page = await open('index.html', { colorScheme: 'light' });
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(await background()).toBe('rgb(19, 21, 19)');
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.body !== null)
        (window as { theme?: string }).theme ??= document.documentElement.dataset.theme ?? 'none';
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  expect(await page.evaluate(() => (window as { theme?: string }).theme)).toBe('dark');
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('');
  expect(await background()).toBe('rgb(253, 253, 251)');
});
