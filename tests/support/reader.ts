/** A reader at work: opens pages of a built site, and lets no test pass on whose pages something went wrong. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launch, openPage, type PageRecord, serve } from './chromium.ts';
import { buildReaderList } from './reader-list.ts';

export interface Reader {
  /** Opens a page of the site in a window of its own. */
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<Page>;
  /** The address of a page. */
  readonly at: (path: string) => string;
  /** What went wrong on a page so far; a test that made it go wrong takes it out. */
  readonly recordOf: (page: Page) => PageRecord;
}

/** Serves the folder that `build` gives to the tests of a file, under a base path. */
export function useSite(build: () => string, base: string): Reader {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serve>>;
  const opened: { page: Page; record: PageRecord }[] = [];

  beforeAll(async () => {
    browser = await launch();
    site = await serve(build(), base);
  }, 120_000);

  afterEach(async () => {
    const all = opened.splice(0);
    for (const { page } of all) await page.context().close();
    for (const { record } of all) expect(record).toEqual({ faults: [], foreign: [] });
  });

  afterAll(() => site?.close());

  return {
    async open(path, options = {}) {
      const one = await openPage(browser, options);
      opened.push(one);
      await one.page.goto(site.url + path);
      return one.page;
    },
    at: (path) => site.url + path,
    recordOf: (page) => opened.find((one) => one.page === page)?.record as PageRecord,
  };
}

/** The list that was made for readers. */
export function useReadingList(): Reader {
  return useSite(buildReaderList, '/reading/');
}

export const field = (page: Page) => page.getByRole('searchbox', { name: 'Search' });
export const found = (page: Page) => page.locator('.found-papers article .title');
export const count = (page: Page) => page.locator('.found-count');
/** The focus is on the search field. */
export const onField = (page: Page) => page.waitForFunction(() => document.activeElement?.matches('.finder input'));
export const waitForCount = (page: Page, text: string) => count(page).getByText(text, { exact: true }).waitFor();
