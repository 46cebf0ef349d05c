/** Feeds: what readers who follow a list get, as an independent reader of feeds understands it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { buildClip } from './support/build-once.ts';
import { createFolder, papershelf, readTree, toPaper } from './support/papershelf.ts';

const INDEX = `---
title: Views & <i>Words</i>
url: https://example.org/views/
topics: [{ name: Shape, topics: [Mesh] }, Empty]
---
`;

const paper = (title: string, ...lines: string[]) =>
  toPaper([`title: ${JSON.stringify(title)}`, 'topics: [Shape]', ...lines]);

function readFeeds(folder: string) {
  const tree = readTree(join(folder, 'dist'));
  return new Map(
    [...tree]
      .filter(([path]) => /(?:^|\.)feed\.(?:xml|json)$/.test(path))
      .map(([path, bytes]) => [path, bytes.toString()]),
  );
}

/** Throws if the text is not well-formed XML. */
function parseXml(text: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
}

/** What RFC 4287 says a feed must have. */
function expectAtom(text: string, path: string) {
  parseXml(text);
  const feed = parseAtomFeed(text);
  expect(feed).toMatchObject({ id: expect.stringMatching(/^https:/), title: { value: expect.anything() } });
  expect(feed.links?.filter(({ rel }) => rel === 'self')).toEqual([
    { rel: 'self', type: 'application/atom+xml', href: `https://example.org/views/${path}` },
  ]);
  const ids = feed.entries?.map(({ id }) => id) ?? [];
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(0);
  for (const entry of feed.entries ?? []) {
    expect(entry.id).toMatch(/^https:\/\/example\.org\/views\/papers\/[\w-]+\.html$/);
    expect(entry.updated).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
    expect(entry.links?.filter(({ rel }) => rel === 'alternate')).toHaveLength(1);
  }
  const days = feed.entries?.map(({ updated }) => updated) ?? [];
  expect(days).toEqual(days.toSorted().reverse());
  expect(feed.updated).toBe(days[0]);
  return feed;
}

describe('a list with dates', () => {
  const folder = createFolder({
    'papers/index.md': INDEX,
    'papers/one.md': paper(
      'One <script>alert("1")</script> & $\\alpha_1$',
      'authors: ["Jane Q. Public", "]]><x/>"]',
      'added: 2024-05-02',
      'aliases: [uno, eins]',
      'tags: [Meshes, "Only here"]',
      'arxiv: 2103.17249',
    ).replace(
      /\n---\n[\s\S]*$/,
      '\n---\n## Summary\n\nIt bends $x^2$. See [two](two.md) & more.[^1]\n\n![A square](square.svg)\n\n$$\\frac{a}{b}$$\n\n[^1]: A footnote.\n',
    ),
    'papers/square.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"/>',
    'papers/two.md': paper('Two', 'added: 2024-05-03', 'tags: [meshes]'),
    'papers/three.md': paper('Three', 'added: 2024-05-01', 'tags: [meshes]').replace('[Shape]', '[Mesh]'),
    'papers/four.md': paper('Four', 'added: 2019-01-01', 'draft: true'),
    'papers/five.md': paper('Five'),
  });
  const run = papershelf(folder, ['build']);
  const feeds = readFeeds(folder);

  test('has feeds of the list, of each topic with papers, and of each tag with three', () => {
    expect(run).toMatchObject({ code: 0 });
    expect([...feeds.keys()].sort()).toEqual([
      'feed.json',
      'feed.xml',
      'tags/meshes.feed.xml',
      'topics/shape.feed.xml',
      'topics/shape/mesh.feed.xml',
    ]);
    const titlesOf = (path: string) => parseAtomFeed(feeds.get(path) ?? '').entries?.map(({ title }) => title?.value);
    expect(titlesOf('topics/shape/mesh.feed.xml')).toEqual(['Three']);
    expect(titlesOf('tags/meshes.feed.xml')).toHaveLength(3);
  });

  test('each Atom feed is as RFC 4287 has it, newest first, hostile text as text', () => {
    for (const [path, text] of feeds) if (path.endsWith('.xml')) expectAtom(text, path);
    const feed = expectAtom(feeds.get('feed.xml') ?? '', 'feed.xml');
    expect(feed.title?.value).toBe('Views & <i>Words</i>');
    expect(feed.entries?.map(({ title }) => title?.value)).toEqual([
      'Two',
      'One <script>alert("1")</script> & alpha_1',
      'Three',
    ]);
    const [, one] = feed.entries ?? [];
    expect(one?.id).toBe('https://example.org/views/papers/uno.html');
    expect(one?.authors).toEqual([{ name: 'Jane Q. Public' }, { name: ']]><x/>' }]);
    expect(one?.categories).toEqual([{ term: 'Shape' }]);
    expect(one?.summary?.value).toContain('It bends x².');
  });

  test('the notes come in full, with MathML and absolute addresses', () => {
    const [, one] = parseAtomFeed(feeds.get('feed.xml') ?? '').entries ?? [];
    const html = one?.content?.value ?? '';
    expect(html).toContain('<math');
    expect(html).toContain('<annotation encoding="application/x-tex">\\frac{a}{b}</annotation>');
    expect(html).not.toContain('katex-html');
    expect(html).not.toContain('vlist');
    expect(html.match(/<span\b/g)?.length ?? 0).toBe(html.match(/<\/span>/g)?.length ?? 0);
    const addresses = [...html.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses.length).toBeGreaterThanOrEqual(3);
    for (const address of addresses)
      expect(address).toMatch(/^https:\/\/example\.org\/views\/(?:papers\/|assets\/square\.)/);
    expect(feeds.get('topics/shape.feed.xml')).not.toContain('<content');
  });

  test('JSON Feed says the same', () => {
    const feed = parseJsonFeed(feeds.get('feed.json') ?? '');
    expect(feed).toMatchObject({ title: 'Views & <i>Words</i>', feed_url: 'https://example.org/views/feed.json' });
    expect(feed.items?.map(({ id, external_url }) => [id, external_url])).toEqual([
      ['https://example.org/views/papers/two.html', undefined],
      ['https://example.org/views/papers/uno.html', 'https://arxiv.org/abs/2103.17249'],
      ['https://example.org/views/papers/three.html', undefined],
    ]);
    expect(feed.items?.[1]).toMatchObject({ tags: ['Shape', 'Meshes', 'Only here'] });
  });

  test('pages lead to the feed of what they list', () => {
    const tree = readTree(join(folder, 'dist'));
    const findFeed = (path: string) => {
      const html = tree.get(path)?.toString() ?? '';
      const found = /<link rel="alternate" type="application\/atom\+xml" title="([^"]*)" href="([^"]*)">/.exec(html);
      const href = / href="([^"]*)">Follow<\/a>/.exec(html)?.[1];
      expect(href).toBe(found?.[2]);
      return found?.slice(1);
    };
    expect(findFeed('index.html')).toEqual(['Views &amp; &lt;i&gt;Words&lt;/i&gt;', 'feed.xml']);
    expect(findFeed('topics/shape/mesh.notes.html')?.[1]).toBe('mesh.feed.xml');
    expect(findFeed('tags/meshes.html')?.[1]).toBe('meshes.feed.xml');
    expect(findFeed('new.html')?.[1]).toBe('feed.xml');
    expect(findFeed('topics/empty.html')).toBeUndefined();
    expect(findFeed('tags/only-here.html')).toBeUndefined();
  });

  test('check hints at the paper that is in no feed', () => {
    const { code, stdout } = papershelf(folder, ['check']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^papers\/five\.md:2:\d+ hint added-missing\n/m);
    expect(stdout).not.toContain('papers/four.md');
  });
});

test('a list without an address, or without dates, has no feed', () => {
  const undated = createFolder({ 'papers/index.md': INDEX, 'papers/one.md': paper('One') });
  const nowhere = createFolder({
    'papers/index.md': INDEX.replace(/^url: .*\n/m, ''),
    'papers/one.md': paper('One', 'added: 2024-05-02'),
  });
  for (const folder of [undated, nowhere]) {
    expect(papershelf(folder, ['build']).code).toBe(0);
    expect(readFeeds(folder).size).toBe(0);
    expect(readFileSync(join(folder, 'dist/index.html'), 'utf8')).not.toContain('atom+xml');
  }
  expect(papershelf(undated, ['check'])).toMatchObject({ code: 0, stdout: '' });
  papershelf(nowhere, ['build', '--base', 'https://example.org/views/']);
  expect([...readFeeds(nowhere).keys()]).toContain('feed.xml');
});

describe('a list in git', () => {
  const folder = createFolder({
    'papers/index.md': INDEX,
    'papers/ä one.md': paper('One'),
    'papers/two.md': paper('Two', 'added: 2023-01-01'),
  });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], { cwd: folder });
  const commit = (day: string) => {
    git('add', '-A');
    git('commit', '-q', '-m', 'Change', '--date', `${day}T12:00:00Z`);
  };
  const build = () => {
    const { code } = papershelf(folder, ['build']);
    expect(code).toBe(0);
    const feed = parseAtomFeed(readFeeds(folder).get('feed.xml') ?? '<feed xmlns="http://www.w3.org/2005/Atom"/>');
    return feed.entries?.map(({ title, updated }) => `${title?.value} ${updated?.slice(0, 10)}`);
  };

  test('a paper without `added` has the day of its first commit, whatever its name was', () => {
    renameSync(join(folder, 'papers/ä one.md'), join(folder, 'papers/one.md'));
    git('init', '-q');
    expect(build()).toEqual(['Two 2023-01-01']);
    commit('2022-03-04');
    expect(build()).toEqual(['Two 2023-01-01', 'One 2022-03-04']);
    writeFileSync(join(folder, 'papers/three.md'), paper('Three'));
    expect(build()).toEqual(['Two 2023-01-01', 'One 2022-03-04']);
    commit('2024-05-06');
    expect(build()).toEqual(['Three 2024-05-06', 'Two 2023-01-01', 'One 2022-03-04']);
    mkdirSync(join(folder, 'papers/one'));
    git('mv', 'papers/one.md', 'papers/one/index.md');
    commit('2025-01-01');
    expect(build()).toEqual(['Three 2024-05-06', 'Two 2023-01-01', 'One 2022-03-04']);
    expect(papershelf(folder, ['check'])).toMatchObject({ code: 0, stdout: '' });
  });

  test('a shallow clone does not know when its files were new', () => {
    const clone = join(createFolder(), 'clone');
    execFileSync('git', ['clone', '-q', '--depth', '1', `file://${folder}`, clone]);
    expect(papershelf(clone, ['build']).code).toBe(0);
    const { code, stdout } = papershelf(clone, ['check']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^papers\/index\.md:1:1 hint history-shallow\n.* the 2 papers without /m);
    expect(parseAtomFeed(readFeeds(clone).get('feed.xml') ?? '').entries?.map(({ title }) => title?.value)).toEqual([
      'Two',
    ]);
  });
});

test('the feeds of the CLIP list', () => {
  const tree = readTree(buildClip());
  const text = tree.get('feed.xml')?.toString() ?? '';
  parseXml(text);
  const feed = parseAtomFeed(text);
  expect(feed.entries).toHaveLength(50);
  expect(feed.entries?.every(({ content }) => (content?.value ?? '') !== '')).toBe(true);
  expect(text).not.toContain('katex-html');
  expect([...tree.keys()].filter((path) => path.endsWith('.feed.xml'))).toHaveLength(9);
});
