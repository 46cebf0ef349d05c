/** The pictures of the CLIP site in a real browser: readable, reachable, within the window. */
import { expect, test } from 'vitest';
import { findViolations, takeOutAlike } from '../support/axe.ts';
import { buildClip } from '../support/build-once.ts';
import { useSite } from '../support/reader.ts';

const { at, open } = useSite(buildClip, '/clip/');

test.each([
  [1280, 'light'],
  [390, 'dark'],
] as const)('%i px, %s: nothing stands in the way of anybody', async (width, colorScheme) => {
  const page = await open('index.html', { viewport: { width, height: 800 }, colorScheme });
  for (const file of ['index.html', 'map.html', 'new.html']) {
    await page.goto(at(file));
    for (const details of await page.locator('main details').all()) {
      await details.evaluate((element) => element.setAttribute('open', ''));
    }
    await takeOutAlike(page);
    expect(await findViolations(page), file).toEqual([]);
  }
});

test('on a phone the map scrolls inside itself, by keyboard too, and its lanes keep their names in sight', async () => {
  const page = await open('map.html', { viewport: { width: 390, height: 800 } });
  const map = page.getByRole('region', { name: 'Map of the papers' });
  expect(await map.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true);
  await map.focus();
  await map.press('ArrowRight');
  await expect.poll(() => map.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  await map.evaluate((element) => element.scrollTo({ left: 400, behavior: 'instant' }));
  const name = await page.locator('.lanes text').first().boundingBox();
  const box = await map.boundingBox();
  expect(Math.abs((name?.x ?? 0) - (box?.x ?? 0))).toBeLessThan(5);
});

test('the curves of a point show when it is pointed at or focused', async () => {
  const page = await open('map.html', { viewport: { width: 1280, height: 1000 } });
  const point = page.getByRole('link', { name: 'DALL·E 2' }).first();
  const shown = () => point.locator('use').evaluateAll((uses) => uses.map((use) => getComputedStyle(use).display));
  expect(new Set(await shown())).toEqual(new Set(['none']));
  await point.focus();
  expect(new Set(await shown())).toEqual(new Set(['inline']));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/papers/dall-e-2.html');
});

test('the letters of the chart are large enough on a phone', async () => {
  const page = await open('index.html', { viewport: { width: 390, height: 800 } });
  const scale = await page
    .locator('.chart svg')
    .evaluate((element) => element.getBoundingClientRect().width / Number(element.getAttribute('width')));
  const size = await page
    .locator('.chart text')
    .first()
    .evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  expect(scale * size).toBeGreaterThanOrEqual(11);
});
