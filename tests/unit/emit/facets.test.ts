/** The pages of authors, institutions, venues, years and tags, and the links that lead to them. */
import { describe, expect, test } from 'vitest';
import { findFaults, toOutline } from '../../support/inspect.ts';
import { emit, FORMULA, makePaper, makeSite, pageOf } from '../../support/site.ts';

const papers = [
  makePaper('new', {
    title: 'New',
    authors: ['Ann Zeta', 'Laurens van der Maaten', 'Łukasz Kaiser'],
    institutions: ['TAU'],
    venue: 'CVPR 2023',
    year: 2023,
    tags: ['editing'],
  }),
  makePaper('middle', {
    title: 'Middle',
    authors: ['Ann Zeta', 'Bo Li'],
    venue: 'cvpr',
    year: 2022,
    tags: ['Editing'],
  }),
  makePaper('old', {
    title: 'Old',
    authors: ['Bo Li', 'Ann  zeta', '张三', '123'],
    institutions: ['Tel Aviv University'],
  }),
];
const list = { institutions: [{ name: 'TAU', full: 'Tel Aviv University', aliases: ['Tel Aviv University'] }] };
const tree = emit(makeSite(papers, list), { url: 'https://example.org/' });
const textOf = (path: string): string =>
  (/<main[^>]*>([\s\S]*)<\/main>/.exec(pageOf(tree, path))?.[1] ?? '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/(?:&nbsp;|\s)+/g, ' ')
    .trim();

describe('the page of a value', () => {
  test('says what it is, how many papers, and shows them in their order as entries without notes', () => {
    const page = pageOf(tree, 'authors/ann-zeta.html');
    expect(toOutline(page)).toContain('# Ann Zeta 3 papers\n');
    expect([...page.matchAll(/<article class="entry" id="([\w-]+)"/g)].map((match) => match[1])).toEqual([
      'paper-new',
      'paper-middle',
      'paper-old',
    ]);
    expect(page).not.toContain('<details class="fold"');
    expect(page).toContain('<span class="year" aria-hidden="true">2023</span>');
    expect(pageOf(tree, 'years/2023.html')).not.toContain('class="year"');
    expect(page).toContain(
      '<meta name="description" property="og:description" content="3 papers by Ann Zeta in the list Shelf.">',
    );
  });

  test('has crumbs up to its index, and the rail says where it belongs', () => {
    const page = pageOf(tree, 'authors/ann-zeta.html');
    expect(page).toContain('<a href="../index.html">All papers</a> <a href="index.html">Authors</a></nav>');
    expect(page).toContain('<a href="index.html" aria-current="true">Authors</a>');
    expect(pageOf(tree, 'authors/index.html')).toContain('<a href="index.html" aria-current="page">Authors</a>');
    expect(pageOf(tree, 'index.html')).toContain('<a href="authors/index.html">Authors</a>');
  });

  test('names co-authors, those of most papers first, and the years of a venue newest first', () => {
    expect(textOf('authors/ann-zeta.html')).toMatch(/Co-authors in this list Bo Li 2 123 1 Laurens van der Maaten 1/);
    expect(textOf('venues/cvpr.html')).toMatch(/Years of these papers 2023 1 2022 1$/);
    expect(textOf('years/2022.html')).toMatch(/Venues of these papers CVPR 1$/i);
    expect(pageOf(tree, 'institutions/tau.html')).not.toContain('Together with');
  });

  test('has the full name that the list declares, and the papers of every alias', () => {
    const page = pageOf(tree, 'institutions/tau.html');
    expect(page).toContain('Tel Aviv University</p>');
    expect(toOutline(page)).toContain('# TAU 2 papers\n');
  });

  test('loads the style of KaTeX only where a title has a formula', () => {
    const titled = makePaper('math', { year: 2020, authors: ['Ann Zeta'] }, { title: FORMULA });
    const noted = makePaper('noted', { year: 2021 }, { hasMath: true });
    const site = emit(makeSite([titled, noted]));
    expect(pageOf(site, 'years/2020.html')).toContain('katex.0123456789.css');
    expect(pageOf(site, 'years/2021.html')).not.toContain('katex.0123456789.css');
  });

  test('names 24 co-authors and counts the rest', () => {
    const authors = Array.from({ length: 30 }, (_, index) => `Author ${index}`);
    expect(pageOf(emit(makeSite([makePaper('many', { authors })])), 'authors/author-0.html')).toContain(
      '<li>and 5 more</li>',
    );
  });
});

describe('an index', () => {
  test('of authors stands by family name below letters, with a way to each', () => {
    const page = pageOf(tree, 'authors/index.html');
    expect(textOf('authors/index.html')).toBe(
      'All papers Authors 6 # K L V Z # 123 1 K Kaiser, Łukasz 1 L Li, Bo 2 V van der Maaten, Laurens 1 Z Zeta, Ann 3 张三 1',
    );
    expect(page).toContain('<a href="#letter-other">#</a> <a href="#letter-k">K</a>');
    expect(page).toContain('<h2 class="letter" id="letter-k">K</h2>');
    expect(page).toContain('<li><a href="ann-zeta.html">Zeta, Ann</a>&nbsp;3</li>');
  });

  test('of venues, institutions and tags begins with those of most papers, of years with the newest', () => {
    const venues = ['ACL', 'CVPR', 'CVPR', 'ECCV'].map((venue, index) => makePaper(`p${index}`, { venue }));
    expect(pageOf(emit(makeSite(venues)), 'venues/index.html')).toMatch(/CVPR<[\s\S]*ACL<[\s\S]*ECCV</);
    expect(textOf('years/index.html')).toBe('All papers Years 2 2023 1 2022 1');
    expect(textOf('institutions/index.html')).toBe('All papers Institutions 1 TAU Tel Aviv University 2');
  });
});

test('entries and papers link to the pages of what they say, however they spell it', () => {
  const home = pageOf(tree, 'index.html');
  expect(home).toContain('<a href="authors/ann-zeta.html">Ann  zeta</a>');
  expect(home).toContain('<span class="venue"><a href="venues/cvpr.html">CVPR</a> <a href="years/2023.html">2023</a>');
  expect(home).toContain('<a href="institutions/tau.html">TAU</a>');
  expect(home).toContain('<a href="tags/editing.html" class="tag">Editing</a>');
  const paper = pageOf(tree, 'papers/middle.html');
  expect(paper).toContain('<a href="../tags/editing.html" class="tag">Editing</a>');
  expect(paper).toContain('<a href="../venues/cvpr.html">cvpr</a> <a href="../years/2022.html">2022</a>');
});

test.each([
  ['CVPR 2023', 2023, ['CVPR', '2023']],
  ['CVPR, 2023', 2023, ['CVPR', '2023']],
  ['2023 Workshops', 2023, ['2023 Workshops']],
  ['CVPR 2022', 2023, ['CVPR 2022', '2023']],
  [undefined, 2023, ['2023']],
  ['TOG', undefined, ['TOG']],
] as const)('the venue %s in %s links %j', (venue, year, labels) => {
  const paper = { ...(venue === undefined ? {} : { venue }), ...(year === undefined ? {} : { year }) };
  const place = /<p class="where"[^>]*>(.*?)<\/p>/.exec(pageOf(emit(makeSite([makePaper('p', paper)])), 'index.html'));
  expect([...(place?.[1] ?? '').matchAll(/<a [^>]*>([^<]*)<\/a>/g)].map((match) => match[1])).toEqual(labels);
});

test('a facet that no paper has is not there and not spoken of', () => {
  const bare = emit(makeSite([makePaper('bare', { year: 2020 })]));
  expect([...bare.keys()].filter((path) => /^(?:authors|institutions|venues|tags)\//.test(path))).toEqual([]);
  expect(pageOf(bare, 'index.html')).toContain('<p>Browse</p>');
  expect(pageOf(bare, 'index.html')).not.toMatch(/Authors|Venues|Institutions|Tags/);
  expect(pageOf(emit(makeSite([makePaper('empty', {})])), 'index.html')).not.toContain('Browse');
});

test('a value of 501 papers takes two pages, linked with each other', () => {
  const many = Array.from({ length: 501 }, (_, index) => makePaper(`p${index}`, { venue: 'CVPR' }));
  const site = emit(makeSite(many));
  const [first, second] = [pageOf(site, 'venues/cvpr.html'), pageOf(site, 'venues/cvpr.2.html')];
  expect(first.match(/<article class="entry"/g)).toHaveLength(500);
  expect(second.match(/<article class="entry"/g)).toHaveLength(1);
  expect(first).toContain('<a href="cvpr.2.html" rel="next">Next</a>');
  expect(second).toContain('<a href="cvpr.html" rel="prev">Previous</a>');
  expect(second).toContain('<title>CVPR · Shelf, page 2</title>');
  expect(site.has('venues/cvpr.3.html')).toBe(false);
});

test('every link of these pages leads somewhere, and the sitemap has them', () => {
  expect(findFaults(tree)).toEqual([]);
  expect(pageOf(tree, 'sitemap.xml')).toContain('<loc>https://example.org/authors/index.html</loc>');
  expect(pageOf(tree, 'sitemap.xml')).toContain('<loc>https://example.org/tags/editing.html</loc>');
});
