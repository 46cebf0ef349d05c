/** A reader at work: searching, filtering, marking, taking away; by mouse, by keyboard, by address. */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launch, openPage, type PageRecord, serve } from '../support/chromium.ts';
import { buildReaderList } from '../support/reader-list.ts';

let browser: Browser;
let site: Awaited<ReturnType<typeof serve>>;
const opened: { page: Page; record: PageRecord }[] = [];

beforeAll(async () => {
  site = await serve(buildReaderList(), '/reading/');
  browser = await launch();
}, 60_000);

afterEach(async () => {
  for (const { page, record } of opened.splice(0)) {
    expect(record.faults).toEqual([]);
    expect(record.foreign).toEqual([]);
    await page.context().close();
  }
});

afterAll(async () => {
  await browser?.close();
  site?.close();
});

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const one = await openPage(browser, options);
  opened.push(one);
  await one.page.goto(site.url + path);
  return one.page;
}

const field = (page: Page) => page.getByRole('searchbox', { name: 'Search' });
const found = (page: Page) => page.locator('.found-papers article .title');
const count = (page: Page) => page.locator('.found-count');
const waitForCount = (page: Page, text: string) => count(page).getByText(text, { exact: true }).waitFor();

describe('search', () => {
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
    await page.waitForResponse(/notes\.json/);
    await found(page).first().getByText(title).waitFor();
    expect(await found(page).first().textContent()).toContain(title);
    expect(new URL(page.url()).searchParams.get('q')).toBe(text);
  });

  test('marks what it found', async () => {
    const page = await open('index.html?q=gunel+manipulation');
    await found(page).first().waitFor();
    expect(await page.locator('.found-papers mark').allTextContents()).toEqual(['Manipulation', 'Günel']);
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

  test('notes that come while the reader walks through the results are searched when they leave', async () => {
    const page = await open('papers/plain.html');
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route(/notes\.json/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${site.url}index.html`);
    await field(page).fill('styleclip');
    await waitForCount(page, '1 of 64 papers');
    await page.keyboard.press('ArrowDown');
    const arrived = page.waitForResponse(/notes\.json/);
    letGo();
    await (await arrived).finished();
    await page.waitForTimeout(200);
    expect(await count(page).textContent()).toBe('1 of 64 papers');
    await page.keyboard.press('Escape');
    await waitForCount(page, '2 of 64 papers');
  });

  test('a search that could not be loaded is loaded at the next letter', async () => {
    const page = await open('papers/plain.html');
    let isDown = true;
    await page.route(/finder\.\w+\.js/, (route) =>
      isDown
        ? route.fulfill({ status: 200, contentType: 'text/javascript', body: 'throw new Error()' })
        : route.continue(),
    );
    await page.goto(`${site.url}index.html`);
    await field(page).focus();
    await page.locator('.announcement').getByText('The search cannot be loaded right now.').waitFor();
    isDown = false;
    await field(page).fill('styleclip');
    await found(page).first().getByText('StyleCLIP').waitFor();
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

  test('a result whose match is in the notes shows the words around it, and opens there', async () => {
    const page = await open('index.html?q=quokka');
    const snippet = page.locator('.snippet');
    await snippet.getByText('quokka').waitFor();
    expect(await snippet.textContent()).toContain('no other entry has: quokka');
    await snippet.getByRole('link').click();
    await page.waitForURL(/papers\/styleclip\.html/);
    const mark = page.locator('.notes mark');
    await mark.waitFor();
    expect(await mark.textContent()).toBe('quokka');
  });

  test('in the view with notes it opens the notes in place, those of another page too', async () => {
    const page = await open('notes.html?q=quokka');
    const snippet = page.locator('.snippet a');
    await snippet.getByText('quokka').waitFor();
    await snippet.click();
    const mark = page.locator('.fold[open] .notes mark');
    await mark.waitFor();
    expect(await mark.isVisible()).toBe(true);
    await field(page).fill('nerf');
    await found(page).getByText('DietNeRF').waitFor();
    await page.getByText('the notes of DietNeRF').waitFor({ state: 'attached' });
    await page.locator('.fold summary').click();
    await page.getByText('It mentions StyleCLIP').waitFor();
    expect(page.url()).toContain('notes.html');
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

  describe('a match in the notes', () => {
    const formula = (page: Page) => page.locator('.notes .katex.match');
    const isInSight = (page: Page) =>
      formula(page).evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });

    test('that is a formula is marked whole and shown, on the page of the paper', async () => {
      const page = await open('index.html?q=mathcal', { viewport: { width: 800, height: 300 } });
      await page.locator('.snippet a').getByText('mathcal').click();
      await page.waitForURL(/papers\/styleclip\.html\?match=mathcal/);
      await formula(page).waitFor();
      await expect.poll(() => isInSight(page)).toBe(true);
      expect(await formula(page).evaluate((element) => getComputedStyle(element).backgroundColor)).not.toBe(
        'rgba(0, 0, 0, 0)',
      );
    });

    test.each([
      ['varnothing', '.notes .katex.match'],
      ['quokka', '.notes mark.match'],
    ])('%s opens its notes, and opens them again', async (text, match) => {
      const page = await open(`notes.html?q=${text}`);
      const snippet = page.locator('.snippet a');
      for (let times = 0; times < 2; times += 1) {
        await snippet.getByText(text).click();
        await page.locator('.fold[open]').waitFor();
        expect(await page.locator(match).isVisible()).toBe(true);
        expect(await page.locator(match).count()).toBe(1);
        await page.locator('.fold summary').click();
        expect(await page.locator('.fold[open]').count()).toBe(0);
      }
    });
  });
});

describe('what cannot be fetched', () => {
  /** Lets requests for a file fail, and later succeed. */
  const cut = async (page: Page, file: string) => {
    await page.route(`**/${file}`, (route) => route.abort());
    return async () => {
      await page.unroute(`**/${file}`);
      const faults = opened.find((one) => one.page === page)?.record.faults ?? [];
      expect(new Set(faults.splice(0))).toEqual(new Set(['Failed to load resource: net::ERR_FAILED']));
    };
  };

  test('the search itself, and the match that an address asks for', async () => {
    const page = await open('papers/dietnerf.html');
    const mend = await cut(page, 'assets/finder.*.js');
    for (const path of ['papers/styleclip.html?match=quokka', 'index.html?q=quokka']) {
      await page.goto(site.url + path);
      await page.getByRole('status').getByText('The search cannot be loaded right now.').waitFor();
    }
    await mend();
  });

  test('results that stand on other pages are missed aloud, and can be tried again', async () => {
    const page = await open('notes.2.html');
    const mend = await cut(page, 'index.html');
    await field(page).fill('nerf');
    await page.getByRole('alert').getByText('Papers of other pages cannot be loaded right now.').waitFor();
    await page.getByRole('button', { name: 'Try again' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Try again');
    await mend();
    await page.keyboard.press('Enter');
    await found(page).getByText('DietNeRF').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('paper-dietnerf');
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('those that are there are shown, each in its place afterwards', async () => {
    const page = await open('notes.2.html');
    const mend = await cut(page, 'index.html');
    await page.getByRole('combobox', { name: 'Sort by' }).selectOption('title');
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    const before = await found(page).count();
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(20);
    await mend();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('button', { name: 'Show 20 more of 44' }).waitFor();
    expect(await found(page).count()).toBe(20);
    expect(await found(page).nth(1).textContent()).toContain('DietNeRF');
  });

  test('notes of another page say so in their fold, opened by hand or from a match', async () => {
    const page = await open('notes.2.html?q=quokka');
    const mend = await cut(page, 'papers/styleclip.html');
    await page.locator('.snippet a').getByText('quokka').waitFor();
    await page.locator('.snippet a').click();
    const message = page.locator('.fold[open]').getByText('The notes cannot be loaded right now.');
    await message.waitFor();
    await page.locator('.fold summary').click();
    const failed = page.waitForEvent('requestfailed');
    await page.locator('.fold summary').click();
    await failed;
    await expect.poll(() => page.locator('.fold .empty').count()).toBe(1);
    await page.locator('.fold summary').click();
    await mend();
    await page.locator('.fold summary').click();
    await page.locator('.fold .notes').getByText('quokka').waitFor();
    expect(await page.locator('.fold .empty').count()).toBe(0);
  });
});

describe('filters', () => {
  const choose = (page: Page, group: string, name: string) =>
    page.getByRole('list', { name: group, exact: true }).getByRole('checkbox', { name: new RegExp(`^${name}`) });
  const leftOf = async (page: Page, group: string, name: string) =>
    (await choose(page, group, name).locator('xpath=..').locator('.count').textContent()) ?? '';

  test('within a facet any, between facets all, each value can be shut out; counts and address follow', async () => {
    const page = await open('index.html');
    await page.getByRole('button', { name: 'Filter' }).click();
    await choose(page, 'Venue', 'ICCV').check();
    await waitForCount(page, '2 of 64 papers');
    expect(await leftOf(page, 'Topic', 'Scenes')).toBe('1');
    await choose(page, 'Topic', 'Scenes').check();
    await waitForCount(page, '1 of 64 papers');
    // Others within the same facet would add to it.
    expect(await leftOf(page, 'Topic', 'Images')).toBe('1');
    await choose(page, 'Topic', 'Images').check();
    await waitForCount(page, '2 of 64 papers');
    await choose(page, 'With', 'Code').check();
    await waitForCount(page, '1 of 64 papers');
    expect(await found(page).allTextContents()).toEqual([expect.stringContaining('StyleCLIP')]);
    expect(new URL(page.url()).search).toBe('?topic=scenes,images&venue=iccv&code=yes');
    await choose(page, 'With', 'Code').uncheck();
    await page.getByRole('button', { name: 'not Images', exact: true }).click();
    await waitForCount(page, '1 of 64 papers');
    expect(new URL(page.url()).search).toBe('?topic=scenes,-images&venue=iccv');
    expect(await page.locator('.chips li').allTextContents()).toEqual(['Scenes', 'not Images', 'ICCV', 'Clear all']);
  });

  test('Escape leaves the filters', async () => {
    const page = await open('index.html');
    await page.getByRole('button', { name: 'Filter' }).press('Enter');
    const box = page.locator('.facet input[type="checkbox"]').first();
    await box.focus();
    await page.keyboard.press('Escape');
    expect(await page.locator('#filters').isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('filter');
  });

  test('all of it by keyboard alone', async () => {
    const page = await open('index.html');
    await page.keyboard.press('/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.facet').first().waitFor();
    const focusOn = async (matches: string) => {
      for (let presses = 0; presses < 100; presses += 1) {
        if (await page.evaluate((selector) => document.activeElement?.matches(selector), matches)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab does not lead to ${matches}`);
    };
    await focusOn('.facet li:nth-child(2) input');
    await page.keyboard.press('Space');
    await waitForCount(page, '2 of 64 papers');
    await focusOn('.facet li:nth-child(3) .shut');
    await page.keyboard.press('Enter');
    await waitForCount(page, '1 of 64 papers');
    await focusOn('.found-actions button');
    await focusOn('.chips button');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.locator('section.topic#topic-images').waitFor();
    await focusOn('.entry .pick');
    await page.keyboard.press('Space');
    await focusOn('.entry .mark');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('To read');
    await page.getByText('1 selected').waitFor();
  });

  test('Back undoes, a chip removes', async () => {
    const page = await open('index.html');
    await page.getByRole('button', { name: 'Filter' }).click();
    await choose(page, 'Venue', 'ICCV').check();
    await waitForCount(page, '2 of 64 papers');
    await choose(page, 'Topic', 'Scenes').check();
    await waitForCount(page, '1 of 64 papers');
    await page.goBack();
    await waitForCount(page, '2 of 64 papers');
    expect(await choose(page, 'Topic', 'Scenes').isChecked()).toBe(false);
    await page.getByRole('button', { name: 'Remove ICCV' }).click();
    await page.locator('section.topic#topic-images').waitFor();
    await page.goBack();
    await waitForCount(page, '2 of 64 papers');
  });

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
    await page.goto(`${site.url}new.html?venue=iccv`);
    await waitForCount(page, '2 of 64 papers');
    expect(await found(page).first().textContent()).toContain('DietNeRF');
    expect(await page.locator('.found-papers .topic-name').count()).toBe(0);
    await page.getByRole('button', { name: 'Clear all' }).click();
    await page.locator('.recent').first().waitFor();
  });

  test('more results come on demand', async () => {
    const page = await open('index.html?q=filler');
    await found(page).first().waitFor();
    expect(await found(page).count()).toBe(20);
    await page.getByRole('button', { name: 'Show 20 more of 40' }).click();
    await found(page).nth(39).waitFor();
  });

  test('what the list does not have is left out of an address, punctuation is no search', async () => {
    const page = await open('index.html?venue=ICCV,nonsense&mark=constructor&code=true&q=%25');
    await waitForCount(page, '2 of 64 papers');
    expect(await page.locator('.chips li').allTextContents()).toEqual(['ICCV', 'Clear all']);
    await page.getByRole('button', { name: 'Remove ICCV' }).click();
    await page.locator('section.topic#topic-images').waitFor();
  });
});

describe('views', () => {
  test('the choice is remembered, and Back is not trapped by it', async () => {
    const page = await open('index.html');
    await page.getByRole('link', { name: 'with Notes' }).click();
    await page.waitForURL(/notes\.html$/);
    await page.goBack();
    await page.waitForURL(/index\.html$/);
    await page.goto(`${site.url}topics/images.html`);
    await page.waitForURL(/topics\/images\.notes\.html$/);
    await page.getByRole('link', { name: 'without Notes' }).click();
    await page.waitForURL(/topics\/images\.html$/);
    await page.goto(`${site.url}index.html`);
    expect(page.url()).toMatch(/index\.html$/);
  });

  test('the switch takes the search along', async () => {
    const page = await open('index.html?q=quokka');
    await found(page).first().waitFor();
    await page.getByRole('link', { name: 'with Notes' }).click();
    await page.waitForURL(/notes\.html\?q=quokka$/);
    await found(page).first().waitFor();
  });

  test('all notes open and close at once', async () => {
    const page = await open('notes.html');
    const folds = page.locator('.fold');
    await page.getByRole('button', { name: 'Expand all' }).click();
    expect(await folds.evaluateAll((all) => all.every((fold) => (fold as HTMLDetailsElement).open))).toBe(true);
    await page.getByRole('button', { name: 'Collapse all' }).click();
    expect(await page.locator('.fold[open]').count()).toBe(0);
  });

  test('what the browser looks for on the page opens the notes it stands in', async () => {
    // Find-in-page cannot be reached from a test; a fragment opens by the same "ancestor revealing algorithm" of HTML.
    const page = await open('notes.html');
    expect(await page.getByText('Words that no other entry has').isVisible()).toBe(false);
    await page.goto(`${site.url}notes.html#p-styleclip--summary`);
    await page.locator('#paper-styleclip .fold[open]').waitFor();
    expect(await page.getByText('Words that no other entry has').isVisible()).toBe(true);
  });
});

describe('taking away', () => {
  const allow = { permissions: ['clipboard-read', 'clipboard-write'] };
  const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
  const said = (page: Page, text: string) => page.getByRole('status').getByText(text).waitFor();

  test('BibTeX, reference and link of a paper', async () => {
    const page = await open('papers/styleclip.html', allow);
    await page.getByRole('button', { name: 'Copy BibTeX' }).click();
    await said(page, 'BibTeX copied.');
    expect(await clipboard(page)).toMatch(/^@inproceedings\{styleclip,\n[\s\S]*\}$/);
    await page.getByRole('button', { name: 'Copy reference' }).click();
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
    await page.goto(`${site.url}topics/scenes.html`);
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
    const text = readFileSync(await download.path(), 'utf8');
    expect(download.suggestedFilename()).toBe('papers.bib');
    expect(text.match(/^@\w+\{filler-\d+,/gm)?.length).toBe(20);
  });
});

describe('the reading list', () => {
  test('marks are kept, filter the list, and go out and in as a file', async () => {
    const page = await open('index.html');
    const mark = page.locator('#paper-styleclip .mark');
    await mark.focus();
    await page.keyboard.press('Enter');
    expect(await mark.textContent()).toBe('To read');
    await mark.click();
    expect(await mark.textContent()).toBe('Reading');
    await page.reload();
    expect(await mark.textContent()).toBe('Reading');
    await page.goto(`${site.url}papers/styleclip.html`);
    expect(await page.locator('.mark').textContent()).toBe('Reading');

    await page.goto(`${site.url}index.html?mark=reading`);
    await waitForCount(page, '1 of 64 papers');
    await page.getByRole('button', { name: 'Filter' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export' }).click(),
    ]);
    const file = await download.path();
    await page.locator('.found-papers .mark').click();
    await page.locator('.found-papers .mark').waitFor({ state: 'detached' });
    await waitForCount(page, '0 of 64 papers');
    await page.locator('input[type="file"]').setInputFiles(file);
    await waitForCount(page, '1 of 64 papers');
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from('[1]') });
    await page.getByText('other.json is not a reading list.').waitFor();
  });
});

describe('the focus', () => {
  const onField = (page: Page) => page.waitForFunction(() => document.activeElement?.matches('.finder input'));

  test.each(['Remove ICCV', 'Clear all'])('goes to the search field after the last chip: %s', async (name) => {
    const page = await open('index.html?venue=iccv');
    await waitForCount(page, '2 of 64 papers');
    await page.getByRole('button', { name }).focus();
    await page.keyboard.press('Enter');
    await onField(page);
    await page.locator('#paper-chinese').waitFor();
  });

  test('calls up no keyboard after a finger on the last chip', async () => {
    const page = await open('index.html?venue=iccv');
    await page.getByRole('button', { name: 'Clear all' }).click();
    await page.waitForFunction(() => document.activeElement?.matches('button.filter'));
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
    await page.goto(`${site.url}topics/scenes.html`);
    await clear.focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.matches('main'));
  });

  test('goes to the entry that takes the place of one whose mark shuts it out, and to the field after the last', async () => {
    const page = await open('index.html');
    for (const slug of ['styleclip', 'dietnerf', 'plain']) await page.locator(`#paper-${slug} .mark`).click();
    await page.goto(`${site.url}index.html?mark=to-read,reading`);
    await waitForCount(page, '3 of 64 papers');
    const marked = () => page.evaluate(() => document.activeElement?.closest('article')?.id);
    await page.locator('.found-papers #paper-dietnerf .mark').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.matches('#paper-dietnerf [data-mark="reading"]'));
    await page.keyboard.press('Enter');
    await waitForCount(page, '2 of 64 papers');
    expect(await marked()).toBe('paper-plain');
    for (const slug of ['plain', 'styleclip']) {
      await page.locator(`.found-papers #paper-${slug} .mark`).focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.matches('[data-mark="reading"]'));
      await page.keyboard.press('Enter');
      if (slug === 'plain') {
        await waitForCount(page, '1 of 64 papers');
        expect(await marked()).toBe('paper-styleclip');
      }
    }
    await onField(page);
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
});

describe('what other pages keep', () => {
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
    await page.goto(`${site.url}topics/scenes.html`);
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
    await page.goto(`${site.url}index.html?mark=to-read`);
    await waitForCount(page, '1 of 64 papers');
    await found(page)
      .first()
      .evaluate((title) => title.classList.add('is-same'));
    const other = await page.context().newPage();
    await other.goto(`${site.url}papers/dietnerf.html`);
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
    await page.goto(`${site.url}papers/styleclip.html`);
    await menu.selectOption('dark');
    await page.goBack({ waitUntil: 'load' });
    await page.waitForFunction(() => document.querySelector<HTMLSelectElement>('[name="theme"]')?.value === 'dark');
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    await comeBack(page, 'localStorage', 'theme', 'light');
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('light');
    expect(await menu.inputValue()).toBe('light');
  });
});

describe('files of the reading list', () => {
  const bring = async (page: Page, marks: unknown) => {
    const buffer = Buffer.from(JSON.stringify({ format: 'papershelf-reading-list', marks }));
    await page.locator('input[type="file"]').setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer });
  };
  const openFilters = async () => {
    const page = await open('index.html');
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('button', { name: 'Import' }).waitFor();
    return page;
  };
  const kept = (page: Page) => page.evaluate(() => localStorage.getItem('papershelf:/reading/:reading'));

  test('what is not of this list is counted, and stays out', async () => {
    const page = await openFilters();
    await bring(page, { elsewhere: 'read', another: 'reading', styleclip: 'read', dietnerf: 'eaten' });
    await page.getByText('Marks of 1 paper of this list imported, 3 left out.', { exact: true }).waitFor();
    expect(await kept(page)).toBe('{"styleclip":"read"}');
    await bring(page, { dietnerf: 'reading' });
    await page.getByText('Marks of 1 paper of this list imported.', { exact: true }).waitFor();
    expect(await kept(page)).toBe('{"styleclip":"read","dietnerf":"reading"}');
  });

  test.each([[['read', 'read']], ['read'], [null], [undefined]])(
    'marks that are none are refused: %j',
    async (marks) => {
      const page = await openFilters();
      await bring(page, marks);
      await page.getByText('mine.json is not a reading list.').waitFor();
      expect(await kept(page)).toBeNull();
    },
  );

  test('that the browser keeps no marks is told, once for marks and with every file', async () => {
    const page = await openFilters();
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    const status = page.locator('.announcement');
    const mark = page.locator('#paper-styleclip .mark');
    await mark.click();
    await status.getByText('The browser cannot keep marks; they will be lost when this page closes.').waitFor();
    expect(await mark.textContent()).toBe('To read');
    await bring(page, { dietnerf: 'read' });
    const told = 'Marks of 1 paper of this list imported. The browser cannot keep them: they are gone with this page.';
    await status.getByText(told, { exact: true }).waitFor();
    await mark.click();
    expect(await mark.textContent()).toBe('Reading');
    expect(await status.textContent()).toBe(told);
  });
});

describe('the theme', () => {
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
});

describe('without scripts', () => {
  test('no control is shown that would do nothing', async () => {
    for (const path of ['index.html', 'notes.html', 'papers/styleclip.html']) {
      const page = await open(path, { javaScriptEnabled: false });
      expect(await page.locator('button:visible, input:visible, select:visible').count(), path).toBe(0);
    }
  });
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
