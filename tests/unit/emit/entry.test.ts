/** The name of an entry, its place and its links. */
import { describe, expect, test } from 'vitest';
import { toLinks, toName, venueOf } from '../../../src/emit/parts/entry.ts';
import { toHtml } from '../../../src/model/html.ts';
import { toPaperUrl } from '../../../src/text/paper-url.ts';
import { emit, makePaper, makeSite, makeTopic, pageOf } from '../../support/site.ts';

describe('a name is said once', () => {
  test.each([
    ['CLIPScore', 'CLIPScore: A Metric', 'CLIPScore', 'A Metric'],
    ['StyleCLIP', 'Text-Driven Manipulation', 'StyleCLIP', 'Text-Driven Manipulation'],
    ['SLIP', 'SLIP - Self-supervision', 'SLIP', 'Self-supervision'],
    ['SLIP', 'SLIP – Self-supervision', 'SLIP', 'Self-supervision'],
    ['Multimodal Neurons', 'Multimodal Neurons in Artificial Networks', 'Multimodal Neurons', 'in Artificial Networks'],
    ['CLIP', 'CLIP-NeRF: Text-Driven', 'CLIP', 'CLIP-NeRF: Text-Driven'],
    ['CLIP', 'CLIPS: Not the same', 'CLIP', 'CLIPS: Not the same'],
    ['A & B', 'A & B: One <two>', 'A & B', 'One &lt;two&gt;'],
    ['Whole', 'Whole', 'Whole', ''],
  ])('%s of %s', (short, title, bold, rest) => {
    expect(toName(makePaper('one', { short, title }).card.html)).toEqual({ short: toHtml(bold), title: rest });
  });
});

test.each([
  [{ venue: 'Arxiv', year: 2021 }, 'Arxiv 2021'],
  [{ venue: 'CVPR 2022', year: 2022 }, 'CVPR 2022'],
  [{ year: 2022 }, '2022'],
  [{ venue: 'TOG' }, 'TOG'],
  [{}, undefined],
])('the place of %o is %s', (paper, venue) => {
  expect(venueOf(makePaper('one', paper).card).venue).toBe(venue);
});

test('a title leads to the paper, by arXiv or DOI where it has no address, else to its own page', () => {
  const urlOf = (paper: object) => toPaperUrl(makePaper('one', paper).card);
  expect(urlOf({ url: 'https://example.org/', arxiv: '2103.17249' })).toBe('https://example.org/');
  expect(urlOf({ arxiv: '2103.17249', doi: '10.1/x' })).toBe('https://arxiv.org/abs/2103.17249');
  expect(urlOf({ doi: '10.1/x#y' })).toBe('https://doi.org/10.1/x%23y');
  expect(pageOf(emit(makeSite([makePaper('one', {})])), 'index.html')).toContain('<a href="papers/one.html">The title');
});

test.each([
  ['https://example.org/paper.pdf', 'https://example.org/paper.pdf'],
  ['https://example.org/paper.PDF?download=1#page=2', 'https://example.org/paper.PDF?download=1#page=2'],
  ['https://arxiv.org/pdf/2103.17249', 'https://arxiv.org/pdf/2103.17249'],
  ['https://example.org/pdf.html', undefined],
])('the PDF at %s is %s', (url, pdf) => {
  expect(toLinks(makePaper('one', { url }).card)[0]?.href).toBe(pdf);
});

test('a list of authors that is not complete says so', () => {
  const eight = Array.from({ length: 8 }, (_, index) => `Author ${index}`);
  const show = (authors: string[], path: string) =>
    pageOf(emit(makeSite([makePaper('one', { authors, hasMoreAuthors: true })])), path);
  expect(show(['Ann Bee'], 'index.html')).toContain('>Ann Bee</a>, et al.</p>');
  expect(show(['Ann Bee'], 'papers/one.html')).toContain('>Ann Bee</a>, et al.</p>');
  expect(show(eight, 'index.html')).toContain('>Author 7</a>, et al.</p>');
  expect(show([...eight, 'Author 8', 'Author 9'], 'index.html')).toContain('and at least 2 more</a></p>');
  expect(show([], 'index.html')).not.toContain('et al.');
});

test('more than eight authors fold away on a list page and stand in full on their own', () => {
  const authors = Array.from({ length: 200 }, (_, index) => `Author ${index}`);
  const tree = emit(makeSite([makePaper('many', { authors })]));
  expect(pageOf(tree, 'index.html')).toContain('<a class="rest" href="papers/many.html">and 192 more</a>');
  expect(pageOf(tree, 'index.html')).not.toContain('Author 8<');
  expect(pageOf(tree, 'papers/many.html')).toContain('Author 199');
});

test('a name written the other way stands apart from its neighbours', () => {
  const page = pageOf(emit(makeSite([makePaper('one', { authors: ['أحمد علي', 'John Smith'] })])), 'index.html');
  expect(page).toContain('>أحمد علي</a>, <bdi><a href="authors/john-smith.html">John Smith</a></bdi>');
});

describe('an entry shows the names that the list declares', () => {
  const institutions = [{ name: 'Tel Aviv University', aliases: ['TAU', 'TAU Lab'] }];
  const venues = [{ name: 'NeurIPS', aliases: ['NIPS'] }];
  const entries = [
    makePaper('old', { institutions: ['tau', 'Adobe', 'TAU Lab'], venue: 'NIPS', year: 2017, topics: ['One', 'Two'] }),
    makePaper('as-written', { venue: 'NIPS (Workshop)', institutions: ['Adobe research'] }),
  ];
  const tree = emit(makeSite(entries, { institutions, venues, topics: [makeTopic('One'), makeTopic('Two')] }));

  test.each(['index.html', 'papers/old.html'])('each once, on %s', (path) => {
    const where = /<p class="where"[^>]*>.*?href="[^"]*venues\/neurips.html">NeurIPS<\/a>.*?<\/p>/s.exec(
      pageOf(tree, path),
    )?.[0];
    expect(
      where
        ?.replace(/<[^>]+>/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    ).toBe('NeurIPS 2017 Tel Aviv University Adobe');
  });

  test('also where a paper is only named', () => {
    expect(pageOf(tree, 'index.html')).toMatch(/NeurIPS 2017<\/span> <span>listed under/);
  });

  test('a remark stays, and so does a name that nobody declared', () => {
    expect(pageOf(tree, 'papers/as-written.html')).toContain('>NIPS (Workshop)</a>');
    expect(pageOf(tree, 'papers/as-written.html')).toContain('>Adobe research</a>');
  });
});

test.each([
  [{ school: 'MIT', year: 2017 }, 'MIT 2017'],
  [{ publisher: 'MIT Press', year: 2016 }, 'MIT Press 2016'],
  [{ school: 'MIT', institutions: ['MIT'], year: 2017 }, '2017 MIT'],
  [{ venue: 'CVPR', publisher: 'IEEE', year: 2021 }, 'CVPR 2021'],
])('without a venue, %o is shown as %s', (paper, where) => {
  const page = pageOf(emit(makeSite([makePaper('one', paper)])), 'index.html');
  const line = /<p class="where"[^>]*>.*?<\/p>/s.exec(page)?.[0].replace(/<[^>]+>/g, '');
  expect(line?.replace(/\s+/g, ' ').trim()).toBe(where);
});
