/** Web records: what reference managers, search engines and those who share a page read from the pages of a site. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { buildClip } from './support/build-once.ts';
import { createFolder, papershelf, readTree, toPaper } from './support/papershelf.ts';

type Element = DefaultTreeAdapterMap['element'];

function listElements(html: string): readonly Element[] {
  const found: Element[] = [];
  const walk = (node: DefaultTreeAdapterMap['node']) => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) for (const child of node.childNodes) walk(child);
  };
  walk(parse(html));
  return found;
}

const attributeOf = ({ attrs }: Element, name: string) => attrs.find((one) => one.name === name)?.value;

interface Item {
  readonly type: string;
  readonly title: string | undefined;
  readonly authors: readonly string[];
  readonly date: string | undefined;
  readonly container: string | undefined;
}

/** The containers from which Zotero's translator for embedded metadata takes the type of an item; the last one decides. */
const CONTAINERS: Readonly<Record<string, string>> = {
  citation_journal_title: 'journalArticle',
  citation_conference_title: 'conferencePaper',
  citation_book_title: 'bookSection',
  citation_technical_report_institution: 'report',
  citation_dissertation_institution: 'thesis',
};

/** A page as that translator reads it. */
function readMeta(html: string): Item {
  const pairs = listElements(html)
    .filter(({ tagName }) => tagName === 'meta')
    .map((element) => [attributeOf(element, 'name') ?? '', attributeOf(element, 'content') ?? ''] as const);
  const all = (name: string) => pairs.filter(([own]) => own === name).map(([, content]) => content);
  const container = pairs.filter(([name]) => CONTAINERS[name] !== undefined).at(-1);
  const authors = all('citation_author');
  const [only = ''] = authors;
  // A single element may name several people.
  const parted = authors.length === 1 ? only.split(/\s*;\s*/) : authors;
  return {
    type: container === undefined ? (all('z:itemType')[0] ?? 'journalArticle') : (CONTAINERS[container[0]] as string),
    title: all('citation_title')[0],
    authors: parted.filter((name, index) => name !== parted[index - 1]),
    date: all('citation_publication_date')[0],
    container: container?.[1],
  };
}

/** The formats of ContextObjects, as Zotero's `openurl.js` reads them. */
function readCoins(html: string): readonly Item[] {
  const spans = listElements(html).filter((element) => attributeOf(element, 'class') === 'Z3988');
  return spans.map((span) => {
    expect(attributeOf(span, 'aria-hidden')).toBe('true');
    const parts = (attributeOf(span, 'title') ?? '').split('&').map((part) => {
      expect(part).toMatch(/^[\w.]+=/);
      const [name, value] = part.split(/=(.*)/s) as [string, string];
      return [name, decodeURIComponent(value).replaceAll('+', ' ')] as const;
    });
    const all = (...names: string[]) => parts.filter(([name]) => names.includes(name)).map(([, value]) => value);
    const [format = ''] = all('rft_val_fmt');
    const [genre = ''] = all('rft.genre', 'rft.type');
    const types: Readonly<Record<string, string>> = {
      'journal article': 'journalArticle',
      'book proceeding': 'conferencePaper',
      'book bookitem': 'bookSection',
      'book book': 'book',
    };
    const kind = format.replace('info:ofi/fmt:kev:mtx:', '');
    return {
      type: kind === 'dc' ? genre : (types[`${kind} ${genre}`] ?? 'unknown'),
      title: all('rft.atitle', 'rft.title')[0] ?? all('rft.btitle')[0],
      authors: all('rft.au'),
      date: all('rft.date')[0],
      container: all('rft.jtitle')[0] ?? (genre === 'book' ? undefined : all('rft.btitle')[0]),
    };
  });
}

const HOSTILE = '"><script>alert(1)</script>&amp;</script><!-- ]]>';
const INDEX = `---
title: ${JSON.stringify(`Views ${HOSTILE}`)}
url: https://example.org/views/
topics: [Shape]
---
![The list](wide.png)
`;

/** A PNG of this size, as far as its header goes, which is as far as anybody looks. */
function toPng(width: number, height: number): string {
  const bytes = Buffer.alloc(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes.toString('latin1');
}

const paper = (title: string, lines: readonly string[], notes = '') =>
  toPaper([`title: ${JSON.stringify(title)}`, 'topics: [Shape]', ...lines]).replace(
    /\n---\n[\s\S]*$/,
    `\n---\n${notes}`,
  );

describe('a paper of each type', () => {
  const folder = createFolder({
    'papers/index.md': INDEX,
    'papers/article.md': paper('On A + B & C', [
      'authors: [Or Patashnik, Laurens van der Maaten]',
      'venue: TOG',
      'year: 2021',
      'date: 2021-03-31',
    ]),
    'papers/conference.md': paper('At a Meeting', [
      'authors: ["Zhang; Wei"]',
      'venue: CVPR',
      'year: 2022',
      'doi: 10.1000/1',
    ]),
    'papers/preprint.md': paper('Not Yet', [
      'authors: ["{ATLAS Collaboration}"]',
      'venue: arXiv',
      'year: 2023',
      'arxiv: 2103.17249',
    ]),
    'papers/thesis.md': paper('All of It', ['authors: [Plato]', 'school: MIT', 'year: 2020']),
    'papers/book.md': paper('The Book', ['type: book', 'publisher: Springer', 'year: 2019']),
    'papers/chapter.md': paper('A Part', ['type: chapter', 'venue: The Book', 'pages: 1-20', 'year: 2019']),
    'papers/report.md': paper('Findings', ['type: report', 'publisher: NASA', 'year: 1999']),
    'papers/software.md': paper('A Tool', ['type: software', 'year: 2024']),
    'papers/hostile.md': paper(HOSTILE, [
      `authors: [${JSON.stringify(HOSTILE)}]`,
      `venue: ${JSON.stringify(HOSTILE)}`,
      `abstract: ${JSON.stringify(HOSTILE)}`,
      'year: 2024',
    ]),
    'papers/shown.md': paper('Shown', [], '![Small](small.png)\n\n![Large](large.png)\n'),
  });
  const pictures = { 'small.png': [100, 300], 'large.png': [400, 300], 'wide.png': [1200, 630] } as const;
  for (const [name, [width, height]] of Object.entries(pictures)) {
    writeFileSync(join(folder, 'papers', name), toPng(width, height), 'latin1');
  }
  const run = papershelf(folder, ['build']);
  const tree = readTree(join(folder, 'dist'));
  const page = (name: string) => tree.get(`${name}.html`)?.toString() ?? '';

  test.each<[slug: string, item: Partial<Item>]>([
    [
      'article',
      {
        type: 'journalArticle',
        authors: ['Patashnik, Or', 'van der Maaten, Laurens'],
        date: '2021/03/31',
        container: 'ACM Transactions on Graphics',
      },
    ],
    ['conference', { type: 'conferencePaper', authors: ['Wei, Zhang'], date: '2022' }],
    ['preprint', { type: 'preprint', authors: ['ATLAS Collaboration'], container: undefined }],
    ['thesis', { type: 'thesis', authors: ['Plato'], container: 'MIT' }],
    ['book', { type: 'book', authors: [], container: undefined }],
    ['chapter', { type: 'bookSection', container: 'The Book' }],
    ['report', { type: 'report', container: 'NASA' }],
    ['software', { type: 'computerProgram' }],
  ])('the page of the %s', (slug, item) => {
    expect(run.code).toBe(0);
    expect(readMeta(page(`papers/${slug}`))).toMatchObject(item);
    expect(readCoins(page(`papers/${slug}`))).toEqual([]);
  });

  test('the pages of the list and of its topics, without notes, name all of them', () => {
    for (const name of ['index', 'topics/shape']) {
      const items = readCoins(page(name));
      const types = Object.fromEntries(items.map(({ title, type }) => [title, type]));
      expect(types).toEqual({
        'On A   B & C': 'journalArticle',
        'At a Meeting': 'conferencePaper',
        'Not Yet': 'preprint',
        'All of It': 'thesis',
        'The Book': 'book',
        'A Part': 'bookSection',
        Findings: 'report',
        'A Tool': 'computerProgram',
        Shown: 'preprint',
        [HOSTILE]: 'conferencePaper',
      });
    }
    for (const name of ['notes', 'topics/shape.notes', 'authors/or-patashnik', 'years/2021']) {
      expect(readCoins(page(name))).toEqual([]);
    }
    const article = readCoins(page('index')).find(({ type }) => type === 'journalArticle');
    expect(article).toMatchObject({ authors: ['Patashnik, Or', 'van der Maaten, Laurens'], date: '2021-03-31' });
  });

  test('what a stranger wrote is text in all of it', () => {
    const html = page('papers/hostile');
    expect(readMeta(html)).toMatchObject({ title: HOSTILE });
    const scripts = listElements(html).filter(({ tagName }) => tagName === 'script');
    expect(scripts.map((script) => attributeOf(script, 'type'))).toEqual([
      'application/ld+json',
      'application/ld+json',
      undefined,
    ]);
    const [article, way] = readLinkedData(html) as [{ name: string }, { itemListElement: { name: string }[] }];
    expect(article.name).toBe(HOSTILE);
    expect(way.itemListElement.map(({ name }) => name)).toEqual([`Views ${HOSTILE}`, 'Shape', HOSTILE]);
    expect(tree.get('opensearch.xml')?.toString()).not.toContain('<script');
  });

  test('a page that is shared shows the first large picture of the notes, else that of the list', () => {
    const imageOf = (name: string) =>
      listElements(page(name))
        .filter((element) => attributeOf(element, 'property') === 'og:image')
        .map((element) => attributeOf(element, 'content')?.replace(/\.\w{10}\./, '.'));
    expect(imageOf('papers/shown')).toEqual(['https://example.org/views/assets/large.png']);
    expect(imageOf('papers/article')).toEqual(['https://example.org/views/assets/wide.png']);
    expect(imageOf('index')).toEqual(['https://example.org/views/assets/wide.png']);
  });

  test('the home page offers its search to the browser', () => {
    expect(page('index')).toContain('rel="search"');
    expect(tree.get('opensearch.xml')?.toString()).toContain('template="https://example.org/views/?q={searchTerms}"');
  });
});

function readLinkedData(html: string): readonly unknown[] {
  const scripts = listElements(html).filter((element) => attributeOf(element, 'type') === 'application/ld+json');
  return scripts.map(({ childNodes: [text] }) => JSON.parse(text !== undefined && 'value' in text ? text.value : ''));
}

describe('the CLIP list', () => {
  const tree = readTree(buildClip());
  const html = (path: string) => tree.get(path)?.toString() ?? '';

  test('every paper has a title, authors, a date and a type that fits its venue', () => {
    const papers = [...tree.keys()].filter((path) => /^papers\/[\w-]+\.html$/.test(path));
    const items = papers.map((path) => readMeta(html(path)));
    expect(items.length).toBeGreaterThan(70);
    for (const item of items) {
      expect(item).toMatchObject({ title: expect.stringMatching(/./), date: expect.stringMatching(/^20\d\d/) });
      expect(item.authors.length).toBeGreaterThan(0);
      expect(['conferencePaper', 'journalArticle', 'preprint']).toContain(item.type);
    }
    expect(readMeta(html('papers/styleclip.html'))).toMatchObject({
      type: 'conferencePaper',
      authors: expect.arrayContaining(['Patashnik, Or', 'Cohen-Or, Daniel']),
    });
    const listed = readCoins(html('index.html'));
    // Zotero cannot be given a plus sign.
    const titles = items.map(({ title }) => title?.replaceAll('+', ' '));
    expect(listed.map(({ title }) => title).sort()).toEqual(titles.sort());
  });

  test('its pages say what they are', () => {
    expect(readLinkedData(html('index.html'))).toMatchObject([{ '@type': 'CollectionPage', name: 'CLIP' }]);
    expect(readLinkedData(html('papers/dietnerf.html'))).toMatchObject([
      { '@type': 'ScholarlyArticle', '@id': 'https://example.org/clip/papers/dietnerf.html#paper' },
      { '@type': 'BreadcrumbList', itemListElement: [{ item: 'https://example.org/clip/' }, {}, {}] },
    ]);
  });
});
