/** The CLIP site in a real browser. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildClip, buildOnce } from '../support/build-once.ts';
import { launch, openPage, serve } from '../support/chromium.ts';
import { papershelf, root } from '../support/papershelf.ts';

let out: string;
let browser: Browser;
let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  browser = await launch();
  out = buildClip();
  site = await serve(out, '/clip/');
});

afterAll(async () => {
  await browser?.close();
  site?.close();
});

/** Every page of a kind that there are few of, and some of the papers. */
const pages = () =>
  readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html') && file !== '404.html')
    .sort()
    .filter(
      (file, index) =>
        !/^(?:papers|authors|institutions)\//.test(file) ||
        index % (file.startsWith('papers/') ? 16 : 60) === 0 ||
        /styleclip|dietnerf|clip\.html|index\.html/.test(file),
    );
/** One page of each kind: those of a folder are made alike, apart from its index and with notes or without. */
const kinds = () => {
  const toKind = (file: string) => file.replace(/\/(?!index\.)[^.]*/, '/');
  const all = pages().map(toKind);
  return pages().filter((_, at) => all.indexOf(all[at] as string) === at);
};
const FIGURE = /^https:\/\/raw\.githubusercontent\.com\/yzy1996\/Image-Hosting\/master\/20210504143826\.png$/;

describe('every page', () => {
  type Screen = readonly [width: number, colorScheme: 'light' | 'dark'];

  async function show(page: Page, [width, colorScheme]: Screen): Promise<void> {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
  }

  // Loading is what costs. What scripts make of a window while they are loaded depends on the kind of page.
  test.each<[string, readonly [Screen, Screen], () => string[]]>([
    [
      'each page loaded wide and light, then narrow and dark',
      [
        [1280, 'light'],
        [390, 'dark'],
      ],
      pages,
    ],
    [
      'a page of each kind loaded narrow and light, then wide and dark',
      [
        [390, 'light'],
        [1280, 'dark'],
      ],
      kinds,
    ],
  ])(
    '%s: no fault, no foreign request but the figure, nothing wider than the window',
    { timeout: 240_000 },
    async (_, [first, second], listPages) => {
      const { page, record } = await openPage(browser);
      expect(listPages().length).toBeGreaterThan(10);
      for (const file of listPages()) {
        await show(page, first);
        await page.goto(site.url + file);
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        const widthOf = () => page.evaluate(() => document.documentElement.scrollWidth);
        expect(await widthOf(), `${file}, ${first.join()}`).toBeLessThanOrEqual(first[0]);
        await show(page, second);
        expect(await widthOf(), `${file}, ${second.join()}`).toBeLessThanOrEqual(second[0]);
      }
      expect(record.faults).toEqual([]);
      expect(record.foreign.filter((url) => !FIGURE.test(url))).toEqual([]);
      await page.context().close();
    },
  );

  test('opens from disk, without JavaScript', async () => {
    const { page, record } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(pathToFileURL(join(out, 'index.html')).href);
    await page.getByRole('link', { name: 'with Notes', exact: true }).click();
    expect(page.url()).toContain('notes.html');
    const note = page.locator('details', { hasText: 'There are three ways' }).last();
    await note.locator('summary').first().click();
    expect(await note.getByText('There are three ways').isVisible()).toBe(true);
    expect(record.faults).toEqual([]);
    await page.context().close();
  });
});

describe('notes', () => {
  test('fold and unfold by mouse and keyboard', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${site.url}notes.html`);
    const text = page.getByText('StyleCLIP combines the generative power');
    expect(await text.isVisible()).toBe(false);
    const summary = page.locator('#paper-styleclip summary').first();
    await summary.focus();
    await page.keyboard.press('Enter');
    expect(await text.isVisible()).toBe(true);
    await summary.click();
    expect(await text.isVisible()).toBe(false);
    await page.context().close();
  });

  test('formulas have the layout and the fonts of KaTeX, and scroll inside themselves on a phone', async () => {
    const { page } = await openPage(browser, { viewport: { width: 390, height: 800 } });
    await page.goto(`${site.url}papers/styleclip.html`);
    const display = page.locator('.katex-display').first();
    await display.scrollIntoViewIfNeeded();
    const seen = await display.evaluate(async (element) => {
      await document.fonts.ready;
      const base = element.querySelector('.base') as Element;
      const loaded = [...document.fonts]
        .filter((font) => font.status === 'loaded')
        .map((font) => font.family.replaceAll('"', ''));
      const { width } = element.getBoundingClientRect();
      return { display: getComputedStyle(base).display, loaded, width, inner: element.scrollWidth };
    });
    expect(seen.display).toBe('inline-block');
    expect(seen.loaded).toEqual(expect.arrayContaining(['KaTeX_Main', 'KaTeX_Math']));
    expect(seen.inner).toBeGreaterThan(seen.width);
    await page.context().close();
  });

  test('are all open on paper', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${site.url}notes.html`);
    await page.emulateMedia({ media: 'print' });
    for (const text of ['StyleCLIP combines the generative power', 'render a scene from novel poses']) {
      expect(await page.getByText(text).first().isVisible()).toBe(true);
    }
    await page.context().close();
  });
});

test('a page that is not there is answered by ours, with links that work from any depth', async () => {
  const built = buildOnce('based', (folder) => {
    const run = papershelf(join(root, 'tests/sites/nested'), ['build', '--out', folder, '--base', '/clip/']);
    expect(run.code).toBe(0);
  });
  const based = await serve(built, '/clip/');
  const { page } = await openPage(browser);
  await page.goto(`${based.url}papers/deep/nowhere.html`);
  await page.getByRole('main').getByRole('link').first().click();
  expect(page.url()).toMatch(/\/clip\/(?:index\.html)?$/);
  await page.context().close();
  based.close();
});

test('the scheme of the system decides between ink on paper and paper on ink', async () => {
  const luminance = async (colorScheme: 'light' | 'dark') => {
    const { page } = await openPage(browser, { colorScheme });
    await page.goto(`${site.url}index.html`);
    const colour = await page.evaluate(
      () =>
        getComputedStyle(document.documentElement).backgroundColor + getComputedStyle(document.body).backgroundColor,
    );
    await page.context().close();
    const numbers = [...colour.matchAll(/rgb\((\d+), (\d+), (\d+)\)/g)].at(-1) as RegExpMatchArray;
    return Number(numbers[1]) + Number(numbers[2]) + Number(numbers[3]);
  };
  expect(await luminance('light')).toBeGreaterThan(700);
  expect(await luminance('dark')).toBeLessThan(150);
});
