/** The table of all papers, as pages and as CSV. */
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { FIELD_ROWS } from '../../../src/model/fields.ts';
import { layOutFolder, printSite } from '../../support/lay-out-folder.ts';
import { root } from '../../support/papershelf.ts';
import { emit, FORMULA, makePaper, makeSite, pageOf } from '../../support/site.ts';

/** The text of every cell, row by row; the first row is that of the headings. */
function readTable(page: string): string[][] {
  const table = /<table>([\s\S]*?)<\/table>/.exec(page)?.[1] ?? '';
  const toText = (html: string) =>
    html
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  return [...table.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<(?:th|td)[^>]*>(.*?)<\/(?:th|td)>/g)].map(([, cell = '']) => toText(cell)),
  );
}

const readCsv = (text: string): Record<string, string>[] => parse(text, { columns: true });

describe('a list with own fields', () => {
  let site: ReadonlyMap<string, string> = new Map();
  beforeAll(async () => {
    site = await printSite(await layOutFolder(join(root, 'tests/sites/own')));
  });

  test('every paper is a row, newest first, own fields that ask for it are columns', () => {
    const [head, ...rows] = readTable(pageOf(site, 'table.html'));
    expect(head).toEqual([
      'Title',
      'Authors',
      'Venue',
      'Year',
      'Topics',
      'Code',
      'Environment',
      '&lt;b&gt;Skill&lt;/b&gt; &amp; &quot;more&quot; &lt;script&gt;alert(1)&lt;/script&gt;',
      'Parameters',
      'Leaderboard',
      'Open weights',
      'Hardware',
    ]);
    expect(rows.map(([title]) => title)).toEqual([
      'Clicker Clicking Buttons',
      expect.stringContaining('HYPERLINK'),
      expect.any(String),
      expect.any(String),
    ]);
    expect(rows[0]?.slice(1, 7)).toEqual(['Ada One +1', 'CVPR', '2023', 'Web', 'Code', 'Web, Mobile']);
    expect(rows[0]?.slice(8)).toEqual(['7000000000', 'example.org/board', 'Yes', '8 × A100, quokka-cooled']);
    expect(rows[1]?.slice(1, 7)).toEqual(['Bo Two +3', '', '2022', 'Web, Robots', '', 'Web']);
    expect(rows.map((row) => row.length)).toEqual(rows.map(() => 12));
  });

  test('cells link to the paper, its pages of values and its code, whose link names the paper', () => {
    const page = pageOf(site, 'table.html');
    expect(page).toContain(
      '<th scope="row" dir="auto"><a href="papers/clicker.html"><b>Clicker</b> Clicking Buttons</a>',
    );
    expect(page).toContain('<a href="env/mobile.html">Mobile</a>');
    expect(page).toContain('<a href="topics/robots.html">Robots</a>');
    expect(page).toContain('<a href="https://example.org/clicker" aria-label="Code of Clicker">Code</a>');
    expect(page).toContain('<caption><span>All 4 papers, newest first.</span></caption>');
  });

  test('the rail leads to it, and it to the file', () => {
    const home = pageOf(site, 'index.html');
    expect(home).toContain('<li class="special"><a href="table.html">Table</a></li>');
    expect(pageOf(site, 'topics/web.html')).not.toContain('CSV');
    expect(pageOf(site, 'table.html')).toContain('<a href="table.html" aria-current="page">Table</a>');
    expect(pageOf(site, 'table.html')).toContain('<a href="papers.csv">CSV</a>');
  });

  test('the file has a column for each field, own ones behind the award', () => {
    const [head = ''] = pageOf(site, 'papers.csv').split('\r\n');
    const own = ['env', 'skill', 'size', 'board', 'open', 'since', 'hardware', 'kin'];
    const names = FIELD_ROWS.map(({ name }) => name).filter((name) => !/^(?:abstract|bibtex|draft)$/.test(name));
    const at = names.indexOf('award') + 1;
    expect(head.split(',')).toEqual(['slug', ...names.slice(0, at), ...own, ...names.slice(at)]);
  });

  test('a reader of CSV finds what the papers say, and nothing that a spreadsheet runs', () => {
    const rows = readCsv(pageOf(site, 'papers.csv'));
    expect(rows.map(({ slug }) => slug)).toEqual(['clicker', 'typer', 'bare', 'walker']);
    expect(rows[0]).toMatchObject({
      title: 'Clicking Buttons',
      authors: 'Ada One; Bo Two',
      venue: 'CVPR',
      year: '2023',
      code: 'https://example.org/clicker',
      env: 'Web; Mobile',
      size: '7000000000',
      board: 'https://www.example.org/board/',
      open: 'yes',
      kin: 'Buttonette',
      added: '2023-06-01',
    });
    expect(rows[1]).toMatchObject({
      title: '\'=HYPERLINK("https://example.org","Typing") at $\\alpha$ Words',
      size: '-1.5e3',
      hardware: "'-1+1 <i>cores</i>",
    });
  });
});

test('what a file says in other fields is in the file too', () => {
  const paper = makePaper('p', {
    authors: ['Dee, Cy'],
    hasMoreAuthors: true,
    editors: ['Eve Fox'],
    institutions: ['TAU', 'Tel Aviv University'],
    links: [
      { name: 'video', url: 'https://example.org/v' },
      { name: 'Blog', url: 'https://example.org/b' },
    ],
    buildsOn: ['q' as never],
    volume: '41',
    abstract: 'Long.',
  });
  const institutions = [{ name: 'TAU', aliases: ['Tel Aviv University'] }];
  const tree = emit(makeSite([paper, makePaper('q', {})], { institutions }));
  expect(readCsv(pageOf(tree, 'papers.csv'))[0]).toMatchObject({
    authors: 'Cy Dee; et al.',
    editors: 'Eve Fox',
    institutions: 'TAU',
    video: 'https://example.org/v',
    links: 'Blog: https://example.org/b',
    builds_on: 'q',
    volume: '41',
  });
  expect(pageOf(tree, 'papers.csv')).not.toContain('Long.');
});

test('a list that knows only titles and topics has only these columns', () => {
  const page = pageOf(emit(makeSite([makePaper('p', {})])), 'table.html');
  expect(readTable(page)).toEqual([
    ['Title', 'Topics'],
    ['The title of p', 'One'],
  ]);
  expect(page).toContain('<caption><span>One paper, newest first.</span></caption>');
});

test('authors of whom not all are known', () => {
  const page = pageOf(emit(makeSite([makePaper('p', { authors: ['Dee, Cy'], hasMoreAuthors: true })])), 'table.html');
  expect(readTable(page)[1]).toEqual(['The title of p', 'Cy Dee et al.', 'One']);
});

test('a formula in a title brings the style of KaTeX', () => {
  const page = pageOf(emit(makeSite([makePaper('p', {}, { title: FORMULA })])), 'table.html');
  expect(page).toMatch(/<link [^>]*katex\.0123456789\.css/);
});

test('a list without papers has no table, and a long one has a page for each thousand', () => {
  const none = emit(makeSite([]));
  expect(none.has('table.html')).toBe(false);
  expect(pageOf(none, 'index.html')).not.toContain('table.html');
  expect(pageOf(none, 'papers.csv').split('\r\n')).toHaveLength(2);

  const long = emit(makeSite(Array.from({ length: 1001 }, (_, index) => makePaper(`p${index}`, {}))));
  expect(readTable(pageOf(long, 'table.html'))).toHaveLength(1001);
  expect(pageOf(long, 'table.html')).toContain('Papers 1 to 1000 of 1001, newest first.');
  const second = pageOf(long, 'table.2.html');
  expect(readTable(second)).toHaveLength(2);
  expect(second).toContain('Papers 1001 to 1001 of 1001, newest first.');
  expect(second).toContain('<a href="table.html"');
  expect(readCsv(pageOf(long, 'papers.csv'))).toHaveLength(1001);
});
