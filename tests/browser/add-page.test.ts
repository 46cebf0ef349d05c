/** The add page in a real browser: a paper becomes a file that the command accepts, and nobody is asked unasked. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContextOptions, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { toAtom, toWork } from '../support/answers.ts';
import { launch, openPage, type PageRecord, saveFile, serve } from '../support/chromium.ts';
import { createFolder, papershelf, toPaper } from '../support/papershelf.ts';

const INDEX =
  '---\ntitle: CLIP\nrepository: owner/name\nbranch: trunk/2\ntopics: [CLIP + GAN, {name: CLIP + NeRF, topics: [Editing]}]\n---\n';
const THERE = toPaper(['short: CLIP', 'title: Learning', 'arxiv: 2103.00020', 'topics: [CLIP + GAN]']);
const BIBTEX = `@inproceedings{patashnik2021,
  title = {{StyleCLIP}: Text-Driven Manipulation of {StyleGAN} Imagery},
  author = {Patashnik, Or and Wu, Zongze},
  booktitle = {ICCV},
  year = {2021}
}`;
const NOTES = '## Summary\n\nWords drive pictures.\n\n## Details\n\n$$\n\\mathcal{L} = \\sum_i \\ell(x_i)\n$$\n';

const folder = createFolder({ 'papers/index.md': INDEX, 'papers/clip.md': THERE });
let browser: Browser;
let site: Awaited<ReturnType<typeof serve>>;
const opened: { page: Page; record: PageRecord; isQuiet: boolean }[] = [];

beforeAll(async () => {
  browser = await launch();
  expect(papershelf(folder, ['build'])).toMatchObject({ code: 0 });
  site = await serve(join(folder, 'dist'), '/clip/');
}, 60_000);

afterEach(async () => {
  for (const { page, record, isQuiet } of opened.splice(0)) {
    if (isQuiet) expect(record).toEqual({ faults: [], foreign: [] });
    await page.context().close();
  }
});

afterAll(async () => {
  await browser?.close();
  site?.close();
});

/** Opens the page; `isQuiet` where it has nobody to ask and nothing to complain about, which is then made sure of. */
async function open(options: BrowserContextOptions = {}, isQuiet = true): Promise<{ page: Page; record: PageRecord }> {
  const one = await openPage(browser, { viewport: { width: 1280, height: 900 }, ...options });
  one.page.setDefaultTimeout(10_000);
  opened.push({ ...one, isQuiet });
  await one.page.goto(`${site.url}add.html`);
  return one;
}

const part = (page: Page, name: string) => page.locator(`[data-part="${name}"]`);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const waitFor = (page: Page, name: string, words: string | RegExp) =>
  expect.poll(() => part(page, name).textContent(), { timeout: 10_000 }).toMatch(words);
const file = async (page: Page) => (await part(page, 'file').textContent()) ?? '';

/** What the command says of a file beside the list. */
function check(path: string, text: string) {
  const own = createFolder({ 'papers/index.md': INDEX, 'papers/clip.md': THERE });
  mkdirSync(dirname(join(own, path)), { recursive: true });
  writeFileSync(join(own, path), text);
  return papershelf(own, ['check', '--format', 'json']);
}

/** Fills the form from BibTeX, and adds a topic and notes. */
async function fillAll(page: Page): Promise<void> {
  await page.getByLabel('or pasted BibTeX').fill(BIBTEX);
  await press(page, 'Read');
  await page.getByLabel('CLIP + NeRF').check();
  await page.locator('#add-notes').fill(NOTES);
  // The fields alone are no problem either: what was typed last stands in the file when all of it is shown.
  await expect.poll(() => file(page)).toContain(NOTES.trim());
  await waitFor(page, 'verdict', 'papers/styleclip.md: no problems.');
}

describe('pasted BibTeX', () => {
  test('and notes become a file that the command accepts', async () => {
    const { page } = await open();
    await fillAll(page);
    const text = await file(page);
    expect(text).toContain('authors: [Or Patashnik, Zongze Wu]\n');
    expect(text).toContain('topics: [CLIP + NeRF]\n');
    expect(text).not.toContain('bibtex:');
    // The paper beside it has no date, which `check` hints at.
    expect(check('papers/styleclip.md', text)).toMatchObject({
      code: 0,
      stdout: expect.not.stringContaining('styleclip.md'),
    });
    expect(await page.locator('.preview .title').textContent()).toMatch(/StyleCLIP\s+Text-Driven/);
    expect(await page.locator('.preview .katex-display').count()).toBe(1);
    expect(await page.locator('.preview .label').allTextContents()).toEqual(['Summary', 'Details']);
  });

  test('that is none is told', async () => {
    const { page } = await open();
    await page.getByLabel('or pasted BibTeX').fill('No record.');
    await press(page, 'Read');
    await waitFor(page, 'found', 'No BibTeX record was found.');
  });
});

describe('problems stand where they were made', () => {
  test('a formula at its line of the notes, which a press selects', async () => {
    const { page } = await open();
    await page.locator('#add-notes').fill('\nGood.\n\nA $\\frac{a$ b.\n');
    const item = page.locator('#wrong-notes li');
    await item.getByText('KaTeX cannot read the formula').waitFor();
    expect(await item.locator('.advice').textContent()).toContain('Check the braces');
    expect(await page.locator('#add-notes').getAttribute('aria-invalid')).toBe('true');
    await item.getByRole('button', { name: 'Line 4' }).click();
    const selected = await page
      .locator('#add-notes')
      .evaluate((area: HTMLTextAreaElement) => [
        document.activeElement === area,
        area.value.slice(0, area.selectionStart).split('\n').length,
      ]);
    expect(selected).toEqual([true, 4]);
    await page.locator('#add-notes').fill('A $\\frac{a}{b}$ b.');
    await item.waitFor({ state: 'detached' });
    expect(await page.locator('#add-notes').getAttribute('aria-invalid')).toBeNull();
  });

  test('a year, an address, an id that the list has; what is required only once somebody has been there', async () => {
    const { page } = await open();
    await page.getByLabel('Year').fill('21');
    await page.getByLabel('Code').fill('example.org');
    await page.getByLabel('arXiv id', { exact: true }).fill('2103.00020');
    await page.locator('#wrong-year').getByText('is not a year').waitFor();
    expect(await page.locator('#wrong-code').textContent()).toContain('https://example.org');
    await page.locator('#wrong-arxiv').getByText('papers/clip.md').waitFor();
    expect(await page.locator('#wrong-title li').count()).toBe(0);
    await page.getByLabel('Title', { exact: true }).focus();
    await page.getByLabel('Authors').focus();
    await page.locator('#wrong-title').getByText('is missing').waitFor();
    const described = await page.getByLabel('Title', { exact: true }).getAttribute('aria-describedby');
    expect(described?.split(' ')).toContain('wrong-title');
  });

  test('a topic that the list gave up after it was chosen, and a name that is taken', async () => {
    const { page } = await open();
    await page.getByLabel('Short name').fill('Clip');
    await waitFor(page, 'verdict', 'papers/clip-2.md');
    await page.getByText('More fields').click();
    await page.getByLabel('File name').fill('clip');
    await page.getByText('More fields').click();
    await page.getByLabel('CLIP + GAN').evaluate((box: HTMLInputElement) => {
      box.value = 'CLIP+GAN';
    });
    await page.getByLabel('CLIP + GAN').check();
    await page.locator('#wrong-file').getByText('papers/clip.md').waitFor();
    await page.locator('#wrong-topics').getByText('is not in this list').waitFor();
    expect(await page.locator('details.more').getAttribute('open')).not.toBeNull();
  });
});

describe('asking', () => {
  const answer = (body: string, type: string) => (route: Route) =>
    route.fulfill({ status: 200, contentType: type, headers: { 'access-control-allow-origin': '*' }, body });

  /** It answers, but allows another site alone to read that. */
  const refuse = (route: Route) =>
    route.fulfill({ status: 200, headers: { 'access-control-allow-origin': 'https://example.org' }, body: toAtom({}) });

  test('arXiv fills the form', async () => {
    const { page, record } = await open({}, false);
    const asked: string[] = [];
    await page.route('https://export.arxiv.org/**', (route) => {
      asked.push(route.request().url());
      return answer(toAtom({}), 'application/atom+xml')(route);
    });
    await page.getByLabel('arXiv id, DOI').fill('https://arxiv.org/abs/2103.17249v1');
    await page.waitForTimeout(500);
    expect(asked).toEqual([]);
    await page.keyboard.press('Enter');
    await waitFor(page, 'found', /fields are filled in/);
    expect(asked).toEqual(['https://export.arxiv.org/api/query?id_list=2103.17249&max_results=1']);
    expect(await page.getByLabel('Title', { exact: true }).inputValue()).toContain('StyleGAN Imagery');
    expect(await page.getByLabel('Authors').inputValue()).toBe('Or Patashnik\nZongze Wu');
    await page.getByLabel('CLIP + GAN').check();
    await waitFor(page, 'verdict', 'no problem');
    expect(check('papers/styleclip.md', await file(page)).code).toBe(0);
    expect(record).toEqual({ faults: [], foreign: [] });
  });

  test('Crossref fills the form, and takes away what arXiv had said of another paper', async () => {
    const { page } = await open({}, false);
    await page.route('https://export.arxiv.org/**', answer(toAtom({}), 'application/atom+xml'));
    const work = toWork({
      title: ['Instant NGP'],
      DOI: '10.1145/3528223.3530164',
      author: [{ given: 'T.', family: 'M' }],
    });
    await page.route('https://api.crossref.org/**', answer(work, 'application/json'));
    await page.getByLabel('arXiv id, DOI').fill('2103.17249');
    await press(page, 'Fetch');
    await waitFor(page, 'found', /filled in/);
    await page.getByLabel('arXiv id, DOI').fill('10.1145/3528223.3530164');
    await press(page, 'Fetch');
    await expect.poll(() => page.getByLabel('Title', { exact: true }).inputValue()).toBe('Instant NGP');
    expect(await page.getByLabel('arXiv id', { exact: true }).inputValue()).toBe('');
  });

  test.each<[string, (route: Route) => Promise<void>, string]>([
    ['refuses browsers', refuse, 'refuses requests from this browser'],
    ['is not reached', (route) => route.abort('failed'), 'cannot be reached'],
    [
      'is not working right now',
      (route) => route.fulfill({ status: 503, headers: { 'access-control-allow-origin': '*' } }),
      '503',
    ],
    ['answers in halves', answer(toAtom({}).slice(0, 500), 'application/atom+xml'), 'only part'],
    ['knows no such paper', answer(toAtom(), 'application/atom+xml'), 'has no paper'],
  ])('a service that %s is told, and nothing is lost', async (_, behave, words) => {
    const { page } = await open({}, false);
    await page.route('https://export.arxiv.org/**', behave);
    await page.getByLabel('Title', { exact: true }).fill('Mine');
    await page.getByLabel('arXiv id, DOI').fill('2103.17249');
    await press(page, 'Fetch');
    await waitFor(page, 'found', words);
    if (words !== 'only part' && words !== 'has no paper') {
      expect(await part(page, 'found').textContent()).toContain('BibTeX below instead');
    }
    expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('Mine');
    await page.getByRole('button', { name: 'Fetch' }).and(page.locator(':enabled')).waitFor();
  });
});

describe('taking the file', () => {
  test('as a download', async () => {
    const { page } = await open();
    await fillAll(page);
    const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Download')]);
    expect(download.suggestedFilename()).toBe('styleclip.md');
    const text = readFileSync(await saveFile(download), 'utf8');
    expect(text).toBe(await file(page));
    expect(check('papers/styleclip.md', text).code).toBe(0);
    await waitFor(page, 'taken', 'styleclip.md downloaded.');
  });

  test('as a copy', async () => {
    const { page } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await fillAll(page);
    await page.locator('form [data-action="copy"]').click();
    await waitFor(page, 'taken', 'styleclip.md copied.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await file(page));
  });

  test("in GitHub's form, filled where it fits", async () => {
    const { page } = await open();
    await fillAll(page);
    const link = page.getByRole('link', { name: 'Open on GitHub' });
    const url = new URL((await link.getAttribute('href')) ?? '');
    expect(url.pathname).toBe('/owner/name/new/trunk/2');
    expect(url.searchParams.get('filename')).toBe('papers/styleclip.md');
    expect(url.searchParams.get('value')).toBe(await file(page));
    await page.locator('#add-notes').fill('Many words. '.repeat(900));
    await page.getByRole('link', { name: 'Open an empty file on GitHub' }).waitFor();
    expect(await part(page, 'where-to').textContent()).toContain('copy it first');
  });
});

test('what was typed survives a reload, and goes when it is cleared', async () => {
  const { page } = await open();
  await fillAll(page);
  const text = await file(page);
  await page.reload();
  await waitFor(page, 'verdict', 'no problem');
  expect(await file(page)).toBe(text);
  expect(await page.getByLabel('CLIP + NeRF').isChecked()).toBe(true);
  await press(page, 'Clear the form');
  expect(await file(page)).toBe('');
  await page.reload();
  await page.getByLabel('Title', { exact: true }).focus();
  await expect.poll(() => page.locator('#add-added').inputValue(), { timeout: 10_000 }).not.toBe('');
  expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('');
});

test('a picture of another host is not fetched for the preview', async () => {
  const { page } = await open();
  await page.locator('#add-notes').fill('![A cat](https://example.org/cat.png)\n\n![Mine](mine.png)\n');
  await page.locator('.preview').getByText('Picture: A cat').waitFor();
  await page.locator('.preview').getByText('Picture: Mine').waitFor();
});

test('the keyboard alone is enough', async () => {
  const { page } = await open();
  const bibtex = page.getByLabel('or pasted BibTeX');
  await bibtex.focus();
  await page.keyboard.insertText(BIBTEX);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await waitFor(page, 'found', /filled in/);
  await page.getByLabel('Title', { exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Editing').focus();
  await page.keyboard.press('Space');
  await waitFor(page, 'verdict', 'no problem');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('button', { name: 'Download' })
      .focus()
      .then(() => page.keyboard.press('Enter')),
  ]);
  expect(download.suggestedFilename()).toBe('styleclip.md');
});

test('from disk the form works, and without JavaScript the way by hand is there', async () => {
  const address = `file://${join(folder, 'dist/add.html')}`;
  const { page } = await open();
  await page.goto(address);
  await fillAll(page);
  const bare = await open({ javaScriptEnabled: false });
  expect(await bare.page.locator('form.add').isVisible()).toBe(false);
  const sample = (await bare.page.locator('#sample').textContent()) ?? '';
  expect(check('papers/name-of-the-paper.md', sample)).toMatchObject({ code: 0, stdout: '[]\n' });
  expect(await bare.page.locator('.topic-names li').allTextContents()).toEqual([
    'CLIP + GAN',
    'CLIP + NeRF',
    'Editing',
  ]);
  const link = bare.page.getByRole('link', { name: 'GitHub has a form' });
  expect(await link.getAttribute('href')).toContain('https://github.com/owner/name/new/trunk/2?filename=');
});

test('the script is loaded on this page alone, and only once it is wanted', async () => {
  const { page } = await open();
  const loaded = () =>
    page.evaluate(
      () => performance.getEntriesByType('resource').filter(({ name }) => /\/add\.\w+\.js/.test(name)).length,
    );
  await page.waitForTimeout(500);
  expect(await loaded()).toBe(0);
  await page.getByLabel('Short name').focus();
  await expect.poll(loaded).toBe(1);
  const bytes = readFileSync(join(folder, 'dist/index.html'), 'utf8');
  expect(bytes).not.toMatch(/add\.\w+\.js|export\.arxiv\.org|crossref/);
  expect(await page.locator('meta[http-equiv]').getAttribute('content')).toContain(
    "connect-src 'self' https://export.arxiv.org https://api.crossref.org;",
  );
});
