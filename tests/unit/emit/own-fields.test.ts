/** Own fields: what a declaration in `papers/index.md` brings to pages, search, feeds and the form, and that it stays text. */
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { FORM_BY_TYPE } from '../../../src/model/own-field.ts';
import { type PapersData, toNumbers } from '../../../src/model/search-data.ts';
import { layOutFolder, printSite } from '../../support/lay-out-folder.ts';
import { root } from '../../support/papershelf.ts';
import { runSearchScripts } from '../../support/search-scripts.ts';
import { pageOf } from '../../support/site.ts';

let site: ReadonlyMap<string, string> = new Map();
beforeAll(async () => {
  site = await printSite(await layOutFolder(join(root, 'tests/sites/own')));
});

const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('the page of a paper', () => {
  const factOf = (label: string, page = 'papers/clicker.html') =>
    pageOf(site, page).split(`<dt>${label}</dt>`)[1]?.split('</dd>')[0];

  test('has a fact for each field that the paper fills, in the order of the declarations', () => {
    const labels = [...pageOf(site, 'papers/clicker.html').matchAll(/<dt>(.*?)<\/dt>/g)].map((match) => match[1]);
    expect(labels.slice(-8)).toEqual([
      'Environment',
      '&lt;b&gt;Skill&lt;/b&gt; &amp; &quot;more&quot; &lt;script&gt;alert(1)&lt;/script&gt;',
      'Parameters',
      'Leaderboard',
      'Open weights',
      'Released',
      'Hardware',
      'Also known as',
    ]);
    expect(factOf('Environment', 'papers/bare.html')).toBeUndefined();
  });

  test('links values of a facet to their pages and an address to where it leads; the rest is text', () => {
    expect(factOf('Environment')).toContain('<a href="../env/web.html" dir="auto">Web</a>');
    expect(factOf('Leaderboard')).toContain(
      '<a href="https://www.example.org/board/" dir="auto">example.org/board</a>',
    );
    expect(textOf(factOf('Open weights') ?? '')).toBe('Yes');
    expect(textOf(factOf('Open weights', 'papers/typer.html') ?? '')).toBe('No');
    expect(textOf(factOf('Released') ?? '')).toBe('2023-05');
    expect(factOf('Also known as')).toContain('<span dir="auto">Buttonette</span>');
    expect(factOf('Hardware', 'papers/typer.html')).toContain('-1+1 &lt;i&gt;cores&lt;/i&gt;');
  });
});

test('entries link values of facets, as the list declares them, and show no others', () => {
  const entry = /<article class="entry" id="paper-clicker">[\s\S]*?<\/article>/.exec(pageOf(site, 'index.html'))?.[0];
  expect(entry).toContain('<a href="env/web.html" class="own">Web</a>');
  expect(entry).toContain('<a href="skill/clicking.html" class="own">');
  expect(entry).not.toMatch(/7000000000|Buttonette|A100/);
});

test('the rail names the facet as text', () => {
  expect(pageOf(site, 'index.html')).toContain('<a href="env/index.html">Environment</a>');
  expect(pageOf(site, 'index.html')).toContain(
    '<a href="skill/index.html">&lt;b&gt;Skill&lt;/b&gt; &amp; &quot;more&quot;',
  );
});

test('the page of a value says what it is, and lists its papers', () => {
  const page = pageOf(site, 'env/web.html');
  expect(page).toContain('content="3 papers under Environment: Web in the list Agents."');
  expect([...page.matchAll(/<article class="entry" id="([\w-]+)"/g)].map((match) => match[1])).toEqual([
    'paper-clicker',
    'paper-typer',
    'paper-walker',
  ]);
  expect(page).toContain('data-scope="env:web"');
});

test('a value with three papers has a feed, which its page links, and one with two has none', () => {
  const feeds = [...site.keys()].filter((path) => /^(?:env|skill)\/.*\.feed\.xml$/.test(path));
  expect(feeds).toEqual(['env/web.feed.xml']);
  expect(pageOf(site, 'env/web.html')).toContain('<a href="web.feed.xml">Follow</a>');
  expect(pageOf(site, 'env/web.feed.xml')).toContain('<title>Web · Agents</title>');
});

describe('search', () => {
  const read = () => runSearchScripts(site).get('papers') as PapersData;

  test('the facets are filters, the last before code and notes', () => {
    const { facets, slugs } = read();
    expect(facets.map(({ parameter }) => parameter).slice(-4)).toEqual(['env', 'skill', 'code', 'notes']);
    const env = facets.find(({ parameter }) => parameter === 'env');
    expect(env?.label).toBe('Environment');
    const papers = env?.values.map(([slug, , steps]) => [slug, toNumbers(steps).map((paper) => slugs[paper])]);
    expect(Object.fromEntries(papers ?? [])).toMatchObject({
      web: ['clicker', 'typer', 'walker'],
      mobile: ['clicker'],
    });
    expect(pageOf(site, 'index.html')).toMatch(/data-facets="author institution venue year award tag env skill"/);
  });

  test('terms and texts are found, numbers and addresses are not', () => {
    const { terms, fields } = read().index;
    const field = fields.indexOf('own');
    const found = (word: string) => new RegExp(`^${word} (?:.* )?${field}:`, 'm').test(terms);
    for (const word of ['mobile', 'clicking', 'quokka', 'buttonette', 'a100']) expect(found(word), word).toBe(true);
    for (const word of ['7000000000', 'board', 'yes']) expect(found(word), word).toBe(false);
  });
});

describe('the add page', () => {
  test('has an input for each field, which says what belongs there', () => {
    const page = pageOf(site, 'add.html');
    for (const name of ['env', 'skill', 'size', 'board', 'open', 'since', 'hardware', 'kin'])
      expect(page).toMatch(new RegExp(`<input id="add-${name}" name="${name}" type="text"`));
    expect(page).toContain('<label for="add-env">Environment</label>');
    expect(page).toContain('One or more of Web, Mobile, Robot, C++, C, with commas between them');
  });

  test('names the fields to those who write the file by hand', () => {
    const byHand = pageOf(site, 'add.html').split('<section class="by-hand"')[1] ?? '';
    expect(byHand).toContain('<li><code>env</code> <span dir="auto">Environment</span>: One or more of Web, Mobile');
    expect(byHand).toContain('<li><code>hardware</code> <span dir="auto">Hardware</span></li>');
  });

  test('lends the declarations to its script', () => {
    const written = /data-fields="([^"]*)"/.exec(pageOf(site, 'add.html'))?.[1] ?? '';
    const fields = JSON.parse(
      written.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
    );
    expect(fields[0]).toEqual({
      name: 'env',
      type: 'terms',
      label: 'Environment',
      isFacet: true,
      isInTable: true,
      values: ['Web', 'Mobile', 'Robot', 'C++', 'C'],
    });
    expect(Object.keys(FORM_BY_TYPE)).toEqual(expect.arrayContaining(fields.map(({ type }: { type: string }) => type)));
  });
});

test('the schema for editors has the fields behind the award, with their values', () => {
  const { properties, additionalProperties } = JSON.parse(pageOf(site, 'paper.schema.json'));
  const names = Object.keys(properties);
  expect(names.slice(names.indexOf('award') + 1, names.indexOf('abstract'))).toEqual(
    'env skill size board open since hardware kin'.split(' '),
  );
  expect(properties.env.anyOf[1].items.enum).toEqual(['Web', 'Mobile', 'Robot', 'C++', 'C']);
  expect(properties.size.type).toEqual(['number', 'string']);
  expect(additionalProperties).toBe(false);
});

test('labels and values are text wherever they stand', () => {
  for (const [path, text] of site) {
    if (!path.endsWith('.html')) continue;
    const scripts = text.match(/<script[^>]*>[^<]*<\/script>/g) ?? [];
    for (const script of scripts) expect(script, path).not.toContain('alert');
    expect(text.replace(/<script[^>]*>[^<]*<\/script>/g, ''), path).not.toMatch(/<script|<img src=x|<b>Skill|<i>cores/);
  }
});
