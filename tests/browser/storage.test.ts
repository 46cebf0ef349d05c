/** The storage of the browser is input: with garbage in every key, or none to be had, every page works and is silent. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as kept from '../../src/browser/kept.ts';
import { GARBAGE } from '../garbage.ts';
import { launch, openPage, type PageRecord, serve } from '../support/chromium.ts';
import { buildReaderList } from '../support/reader-list.ts';

/** One of every kind of page that has a script. */
const PAGES = [
  'index.html',
  'notes.html',
  'topics/images.html',
  'papers/styleclip.html',
  'venues/iccv.html',
  'new.html',
  'add.html',
  '404.html',
];
const KEYS = Object.values(kept).map(({ name, keeper }) => [keeper, `papershelf:/reading/:${name}`] as const);

let browser: Browser;
let site: Awaited<ReturnType<typeof serve>>;
let opened: { page: Page; record: PageRecord; visits: string[] };

beforeAll(async () => {
  browser = await launch();
  site = await serve(buildReaderList(), '/reading/');
}, 60_000);

afterEach(async () => {
  expect(opened.record).toEqual({ faults: [], foreign: [] });
  await opened.page.context().close();
});

afterAll(async () => {
  await browser?.close();
  site?.close();
});

async function openEmpty(): Promise<Page> {
  const { page, record } = await openPage(browser, { viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(15_000);
  const visits: string[] = [];
  page.on('framenavigated', (frame) => visits.push(frame.url()));
  page.on('dialog', (dialog) => {
    record.faults.push(`dialog ${dialog.message()}`);
    return dialog.dismiss();
  });
  opened = { page, record, visits };
  // From here the storage is filled: no script of ours runs there.
  const body = '<!doctype html><title>Empty</title><link rel="icon" href="data:,">';
  await page.route(`${site.url}empty.html`, (route) => route.fulfill({ contentType: 'text/html', body }), { times: 1 });
  await page.goto(`${site.url}empty.html`);
  return page;
}

/** Puts a text under every key at once. */
function fill(page: Page, toText: (at: number) => string): Promise<void> {
  return page.evaluate(
    (entries) => {
      for (const [keeper, key, text] of entries) window[keeper].setItem(key, text);
    },
    KEYS.map(([keeper, key], at) => [keeper, key, toText(at)] as const),
  );
}

/** Goes to a page, which leads nowhere else. */
async function visit(page: Page, path: string): Promise<void> {
  opened.visits.length = 0;
  await page.goto(site.url + path, { waitUntil: 'domcontentloaded' });
  // A page that would go on has begun to before it is painted.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))));
  expect(opened.visits).toEqual([site.url + path]);
}

/** The script of the form comes later than the page; it fills in the day where it finds no draft. */
async function awaitForm(page: Page): Promise<void> {
  await page.locator('#add-title').focus();
  await expect.poll(() => page.locator('#add-added').inputValue(), { timeout: 10_000 }).not.toBe('');
}

/** Searches, marks, picks, chooses a theme, changes the view, and writes a draft. */
async function useEverything(page: Page, isKept: boolean): Promise<void> {
  await visit(page, 'index.html?q=styleclip');
  await page.locator('.found-papers article .title').first().getByText('StyleCLIP').waitFor();

  await visit(page, 'index.html');
  const entry = page.locator('#paper-styleclip');
  await entry.locator('.mark').click();
  await entry.locator('.mark').getByText('To read').waitFor();
  await entry.locator('.pick').check();
  await page.locator('.picked').waitFor();
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  await page.locator('.views a:not([aria-current])').click();
  await page.waitForURL(`${site.url}notes.html`);
  await page
    .locator('#paper-styleclip .mark')
    .getByText(isKept ? 'To read' : 'Mark')
    .waitFor();

  opened.visits.length = 0;
  await page.goto(`${site.url}index.html`);
  await page.waitForURL(`${site.url}${isKept ? 'notes' : 'index'}.html`);

  await visit(page, 'add.html');
  await page.locator('#add-title').fill('A title');
  const verdict = page.locator('[data-part="verdict"]');
  await verdict.getByText('a-title.md').waitFor();
  await page.locator('#add-notes').fill('Words.');
  await page.reload();
  const value = (id: string) => page.locator(id).inputValue();
  const values = async () => [await value('#add-title'), await value('#add-notes')];
  await expect.poll(values, { timeout: 10_000 }).toEqual(isKept ? ['A title', 'Words.'] : ['', '']);
}

describe('garbage in every key', () => {
  const names = Object.keys(GARBAGE);
  /** Loads a page, each key with the text of this name. */
  const load = async (page: Page, path: string, toName: (at: number) => string) => {
    await fill(page, (at) => GARBAGE[toName(at)] as string);
    await visit(page, path);
    if (path === 'add.html') await awaitForm(page);
    expect(opened.record, KEYS.map((_, at) => toName(at)).join()).toEqual({ faults: [], foreign: [] });
  };

  // Whatever is kept is used on one of these two.
  const whole = ['index.html', 'add.html'];
  test.each(whole)('%s loads, stays, and is silent, whatever the text', { timeout: 180_000 }, async (path) => {
    const page = await openEmpty();
    for (const name of names) await load(page, path, () => name);
  });

  // On the others all keys have what cannot be read, then what reads as nothing; then each has another text, and between
  // these pages every key has had all of them.
  const others = PAGES.filter((path) => !whole.includes(path));
  const rounds = Math.ceil(names.length / others.length);
  test.each(others)('%s loads, stays, and is silent', { timeout: 120_000 }, async (path) => {
    const page = await openEmpty();
    for (const name of ['JSON cut off', 'null']) await load(page, path, () => name);
    for (let round = 0; round < rounds; round += 1) {
      const first = others.indexOf(path) * rounds + round;
      await load(page, path, (at) => names[(first + at) % names.length] as string);
    }
  });

  // What is written afterwards depends on what was read, of which `tests/unit/browser/kept.test.ts` knows every case.
  test.each([0, 2])('everything works: %#', { timeout: 120_000 }, async (first) => {
    const hostile = [
      'null',
      'names of every object',
      'texts that are none',
      'the shape of another version',
      'a huge text',
    ];
    const page = await openEmpty();
    await fill(page, (at) => GARBAGE[hostile[(first + at) % hostile.length] as string] as string);
    await useEverything(page, true);
  });
});

test('no view kept leads round in a circle', async () => {
  const page = await openEmpty();
  for (const view of ['with-notes', 'without-notes']) {
    await fill(page, () => view);
    for (const path of ['index.html', 'notes.html', 'topics/images.html', 'topics/images.notes.html']) {
      opened.visits.length = 0;
      await page.goto(site.url + path);
      await page.waitForTimeout(300);
      expect(opened.visits.length).toBeLessThanOrEqual(2);
      expect(/notes\.html$/.test(page.url())).toBe(view === 'with-notes');
    }
  }
});

test.each(['localStorage and sessionStorage refuse to be asked', 'they refuse to answer'])(
  '%s',
  { timeout: 120_000 },
  async (how) => {
    const page = await openEmpty();
    await page.addInitScript((isAsking) => {
      const refuse = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
      if (isAsking)
        for (const keeper of ['localStorage', 'sessionStorage']) Object.defineProperty(window, keeper, { get: refuse });
      else Object.assign(Storage.prototype, { getItem: refuse, setItem: refuse, removeItem: refuse });
    }, how.includes('asked'));
    for (const path of PAGES) await visit(page, path);
    await useEverything(page, false);
  },
);

test('what a step of the history holds may be of another version', async () => {
  const page = await openEmpty();
  await visit(page, 'index.html?q=filler');
  for (const state of [
    7,
    'x',
    [null],
    { shown: 'far' },
    { shown: -3 },
    { shown: [null] },
    { shown: { a: 1 } },
    { shown: 1e9 },
  ]) {
    await page.evaluate((value) => history.replaceState(value, ''), state);
    await page.reload();
    await page.locator('.found-papers article .title').first().waitFor();
  }
});
