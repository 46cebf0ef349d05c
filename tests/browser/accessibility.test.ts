/** Accessibility: axe-core finds nothing on any kind of page, wide and narrow, light and dark, as it comes and in use. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COLOURS, findViolations, takeOutAlike } from '../support/axe.ts';
import { build, buildClip, buildExample, buildLong, buildOnce } from '../support/build-once.ts';
import { launch, openPage, serve } from '../support/chromium.ts';
import { toPaper } from '../support/papershelf.ts';
import { buildReaderList } from '../support/reader-list.ts';

let browser: Browser;
/** Served sites by the first part of a path. */
const sites = new Map<string, Awaited<ReturnType<typeof serve>>>();
const addressOf = (path: string) => {
  const [name = '', ...rest] = path.split('/');
  return `${sites.get(name)?.url}${rest.join('/')}`;
};

beforeAll(async () => {
  browser = await launch();
  sites.set('clip', await serve(buildClip(), '/clip/'));
  sites.set('reading', await serve(buildReaderList(), '/reading/'));
  sites.set('own', await serve(buildExample('own'), '/own/'));
  sites.set('nested', await serve(buildExample('nested'), '/nested/'));
}, 60_000);

afterAll(async () => {
  await browser?.close();
  for (const site of sites.values()) site.close();
});

/** What a reader does on a page before it is looked at. */
type Act = (page: Page) => Promise<unknown>;

const openNotes: Act = (page) => page.getByRole('button', { name: 'Expand all' }).click();
const openFilters: Act = async (page) => {
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.locator('.facet').first().waitFor();
  await page.locator('.found-papers .entry').first().waitFor();
  await page.locator('.found-papers .pick').first().check();
};
const fillForm: Act = async (page) => {
  await page.locator('#add-title').fill('A $\\frac{a}{b}$ title');
  await page.locator('#add-year').fill('21');
  await page.locator('#add-notes').fill('## Summary\n\nA $\\frac{a$ b.\n\n$$\nE = mc^2\n$$\n\n## Details\n\nMore.\n');
  await page.locator('.more > summary').click();
  await page.locator('#wrong-notes li').waitFor();
  await page.locator('.preview .katex').first().waitFor();
};
const openFold: Act = async (page) => {
  await page.locator('.fold.remote summary').click();
  await page.locator('.fold .notes').waitFor();
};
const openFoldInVain: Act = async (page) => {
  await page.route('**/papers/*.html', (route) => route.abort());
  await page.locator('.fold.remote summary').click();
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  await page.unrouteAll();
};
const openTopics: Act = (page) => page.locator('.rail').evaluate((rail) => rail.setAttribute('open', ''));

const PAGES: readonly (readonly [path: string, act?: Act])[] = [
  ['clip/index.html'],
  ['clip/index.html', openTopics],
  ['clip/index.html?q=nerf&code=yes', openFilters],
  ['clip/notes.html'],
  ['clip/topics/clip-nerf.notes.html', openNotes],
  ['clip/topics/clip-nerf.html'],
  ['clip/papers/styleclip.html'],
  ['clip/papers/clip.html'],
  ['clip/authors/index.html'],
  ['clip/authors/or-patashnik.html'],
  ['clip/institutions/index.html'],
  ['clip/venues/cvpr.html'],
  ['clip/years/2021.html'],
  ['clip/new.html'],
  ['clip/map.html'],
  ['clip/table.html'],
  ['own/table.html'],
  ['own/skill/index.html'],
  ['own/papers/clicker.html'],
  ['clip/add.html'],
  ['clip/add.html', fillForm],
  ['clip/nowhere.html'],
  ['reading/topics/scenes.html'],
  ['reading/papers/plain.html'],
  ['reading/tags/index.html'],
  ['nested/topics/shape.notes.2.html'],
  ['nested/topics/shape.notes.2.html', openFold],
  ['nested/topics/shape.notes.3.html', openFoldInVain],
];

test.each([
  [1280, 'light', 'dark'],
  [390, 'dark', 'light'],
] as const)('%i px, %s, and %s as far as colours go', { timeout: 180_000 }, async (width, colorScheme, otherScheme) => {
  const { page } = await openPage(browser, { viewport: { width, height: 800 } });
  const faults: string[] = [];
  for (const [path, act] of PAGES) {
    await page.emulateMedia({ colorScheme });
    await page.goto(addressOf(path));
    await act?.(page);
    await takeOutAlike(page);
    const found = await findViolations(page);
    await page.emulateMedia({ colorScheme: otherScheme });
    found.push(...(await findViolations(page, COLOURS)));
    faults.push(...found.map((fault) => `${path} ${fault}`));
  }
  expect(faults.join('\n')).toBe('');
  await page.context().close();
});

test('a map with more points than names passes as well, and names the point in focus', {
  timeout: 60_000,
}, async () => {
  const large = await serve(buildLong(), '/large/');
  const { page } = await openPage(browser);
  await page.goto(`${large.url}map.html`);
  expect(await findViolations(page)).toEqual([]);
  const point = page.locator('.points a').nth(50);
  const opacity = () => point.locator('text').evaluate((text) => getComputedStyle(text).opacity);
  expect(await opacity()).toBe('0');
  await page.locator('.points a').nth(49).focus();
  await page.keyboard.press('Tab');
  expect(await opacity()).toBe('1');
  await page.context().close();
  large.close();
});

/** Text that has links in it, headings that are links, and pictures: their size is that of the letters. */
const RUNNING = '.prose, label, .authors, .where, .title, .reference, .topic-name, .by-hand li, svg';

test('on a touch screen every control that stands by itself is 44 px high', { timeout: 60_000 }, async () => {
  const { page } = await openPage(browser, { viewport: { width: 390, height: 800 }, isMobile: true, hasTouch: true });
  const small: string[] = [];
  for (const [path, act] of PAGES.filter(([path]) => !path.startsWith('reading/'))) {
    await page.goto(addressOf(path));
    await act?.(page);
    const found = await page.evaluate(
      (running) =>
        [...document.querySelectorAll('button, select, summary, input, a')]
          // In running text, and in a label that is itself pressed, the line is what counts.
          .filter((control) => control.checkVisibility() && control.closest(running) === null)
          .map((control) => ({ control, height: control.getBoundingClientRect().height }))
          .filter(({ height }) => height > 0 && height < 44)
          .map(({ control, height }) => `${control.outerHTML.slice(0, 120)}: ${height}`),
      RUNNING,
    );
    small.push(...found.slice(0, 5).map((text) => `${path} ${text}`));
  }
  expect(small.join('\n')).toBe('');
  await page.context().close();
});

test('names as long as they like make no page scroll sideways, and hide behind nothing', {
  timeout: 60_000,
}, async () => {
  const long = (letter: string) => letter.repeat(105);
  const wordy = 'Conference on Everything That Can Be Said about Something in the Fewest Words';
  const paper = (name: string, venue: string, other: string) =>
    toPaper([
      `title: ${name}`,
      `authors: [${long('A')} Writer, B Writer]`,
      `institutions: [${long('I')}]`,
      `venue: ${venue}`,
      'year: 2021',
      `tags: [${'t'.repeat(60)}, other]`,
      `topics: [${'T'.repeat(60)}]`,
      `builds_on: [${other}]`,
    ]);
  const files = {
    'papers/index.md': `---\ntitle: A list whose name is rather longer than one would wish\ntopics: [${'T'.repeat(60)}]\n---\n`,
    'papers/one.md': paper(long('O'), long('V'), 'two'),
    'papers/two.md': paper(`Two ${'words '.repeat(30)}`, wordy, 'one'),
  };
  const extremes = await serve(
    buildOnce('extremes', (out) => build(out, files)),
    '/extremes/',
  );
  const { page } = await openPage(browser, { viewport: { width: 320, height: 800 }, isMobile: true, hasTouch: true });
  const wide: string[] = [];
  for (const path of [
    'index',
    'papers/one',
    'papers/two',
    'add',

    'authors/index',
    'venues/index',
    'tags/index',
  ]) {
    await page.goto(`${extremes.url}${path}.html`);
    const { scrollWidth, name } = await page.evaluate(() => {
      const link = document.querySelector('.list-name a')?.getBoundingClientRect();
      const fold = document.querySelector('.rail > summary')?.getBoundingClientRect();
      return {
        scrollWidth: document.documentElement.scrollWidth,
        name: link === undefined || fold === undefined || link.right <= fold.left,
      };
    });
    if (scrollWidth > 320 || !name) wide.push(`${path}: ${scrollWidth} px, name clear of the fold: ${name}`);
  }
  expect(wide).toEqual([]);
  await page.context().close();
  extremes.close();
});
