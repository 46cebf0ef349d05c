/** List pages: both views, where a paper stands, years, and pages of pages. */
import { describe, expect, test } from 'vitest';
import { PAGE_SIZE } from '../../../src/emit/parts/paginate.ts';
import { emit, makeNotes, makePaper, makeSite, makeTopic, pageOf } from '../../support/site.ts';

const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const mainOf = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main'));

describe('a paper in two topics', () => {
  const shared = makePaper('shared', { topics: ['Two', 'One'], year: 2021 });
  const tree = emit(makeSite([shared], { topics: [makeTopic('One'), makeTopic('Two')] }));

  test('stands in full in the first it names, and is referred to from the other', () => {
    const page = mainOf(pageOf(tree, 'index.html'));
    expect(page.match(/id="paper-shared"/g)).toHaveLength(1);
    expect(page.indexOf('id="topic-two"')).toBeLessThan(page.indexOf('id="paper-shared"'));
    expect(page).toContain('href="#paper-shared"');
    expect(textOf(page)).toContain('listed under Two');
  });

  test('stands in full on the page of either', () => {
    for (const topic of ['one', 'two']) {
      expect(pageOf(tree, `topics/${topic}.html`)).toContain('id="paper-shared"');
      expect(pageOf(tree, `topics/${topic}.html`)).not.toContain('listed under');
    }
  });
});

test('years hang once where they change, and what has no year is not taken for the year above', () => {
  const papers = [2022, 2022, 2021, undefined, undefined].map((year, index) =>
    makePaper(`p${index}`, year === undefined ? {} : { year }),
  );
  const page = pageOf(emit(makeSite(papers)), 'index.html');
  const years = [...page.matchAll(/class="year"[^>]*>([^<]+)</g)].map((match) => match[1]);
  expect(years).toEqual(['2022', '2021', 'n.d.']);
  expect(pageOf(emit(makeSite(papers.slice(3))), 'index.html')).not.toContain('class="year"');
});

test('headings go down one step at a time, to the sixth at most', () => {
  const topics = [makeTopic('One', [makeTopic('A', [makeTopic('B', [makeTopic('C', [makeTopic('D')])])])])];
  const papers = ['One', 'A', 'B', 'C', 'D'].map((topic, index) =>
    makePaper(`p${index}`, { topics: [topic] }, { sections: [makeNotes(`p${index}`)] }),
  );
  const page = pageOf(emit(makeSite(papers, { topics })), 'notes.html');
  const levels = [...page.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]));
  expect(Math.max(...levels)).toBe(6);
  levels.reduce((before, level) => {
    expect(level - before).toBeLessThanOrEqual(1);
    return level;
  }, 0);
});

describe('501 papers', () => {
  const papers = Array.from({ length: 501 }, (_, index) =>
    makePaper(`p${index}`, { year: 2021 }, { sections: [makeNotes(`p${index}`)] }),
  );
  const tree = emit(makeSite(papers), { url: 'https://example.org/' });
  const entriesOf = (path: string) => pageOf(tree, path).match(/<article class="entry"/g)?.length;

  test('go on two pages without notes, on eleven with those of their topic', () => {
    expect(PAGE_SIZE).toEqual({ 'without-notes': 500, 'with-notes': 40 });
    expect(['index.html', 'index.2.html', 'notes.html', 'notes.2.html'].map(entriesOf)).toEqual([500, 1, 500, 1]);
    expect(['topics/one.html', 'topics/one.2.html'].map(entriesOf)).toEqual([500, 1]);
    expect(['topics/one.notes.html', 'topics/one.notes.13.html'].map(entriesOf)).toEqual([40, 21]);
    const further = ['index.3.html', 'notes.3.html', 'topics/one.3.html', 'topics/one.notes.14.html'];
    expect(further.filter((path) => tree.has(path))).toEqual([]);
  });

  test('have their notes on the pages of the topic; the whole list shows a sentence and a way to the rest', () => {
    const whole = pageOf(tree, 'notes.html');
    expect(whole).not.toContain('class="prose notes"');
    expect(whole).not.toContain('Expand all');
    expect(whole.match(/<p class="tldr" dir="auto">They do it\.<\/p>/g)).toHaveLength(500);
    expect(whole.match(/<details class="fold remote">/g)).toHaveLength(500);
    expect(whole.match(/<p class="elsewhere"><a href="papers\/p\d+\.html#notes">/g)).toHaveLength(500);
    expect(whole).toContain('<p class="elsewhere"><a href="papers/p7.html#notes">');
    expect(pageOf(tree, 'papers/p7.html')).toContain('<h2 id="notes">');
    const topic = pageOf(tree, 'topics/one.notes.html');
    expect(topic.match(/class="prose notes"/g)).toHaveLength(40);
    expect(topic).toContain('Expand all');
    expect(topic).not.toMatch(/class="tldr"|fold remote/);
  });

  test('each page names itself, and its neighbours', () => {
    const page = pageOf(tree, 'topics/one.notes.2.html');
    expect(page).toContain('<link rel="canonical" href="https://example.org/topics/one.notes.2.html">');
    expect(page).toContain('<a href="one.notes.html" rel="prev">');
    expect(page).toContain('<a href="one.notes.3.html" rel="next">');
    expect(pageOf(tree, 'index.html')).toContain('<link rel="canonical" href="https://example.org/">');
  });

  test('the switch keeps the place', () => {
    expect(pageOf(tree, 'index.2.html')).toMatch(/href="notes\.2\.html#paper-p500">with Notes/);
    expect(pageOf(tree, 'notes.2.html')).toMatch(/href="index\.2\.html#paper-p500">without Notes/);
    expect(pageOf(tree, 'topics/one.2.html')).toMatch(/href="one\.notes\.13\.html#paper-p500">with Notes/);
    expect(pageOf(tree, 'topics/one.notes.2.html')).toMatch(/href="one\.html#paper-p40">without Notes/);
    expect(pageOf(tree, 'notes.html')).toMatch(/href="index\.html">without Notes/);
  });

  test('the page of a paper leads to the page on which its entry stands', () => {
    expect(pageOf(tree, 'papers/p500.html')).toContain('href="../topics/one.2.html#paper-p500"');
    expect(pageOf(tree, 'papers/p499.html')).toContain('href="../topics/one.html#paper-p499"');
  });

  test('a group that goes on says so', () => {
    expect(textOf(mainOf(pageOf(tree, 'index.2.html')))).toContain('One continued');
  });
});

test('500 papers have their notes on thirteen pages of the whole list', () => {
  const papers = Array.from({ length: 500 }, (_, index) =>
    makePaper(`p${index}`, {}, { sections: [makeNotes(`p${index}`)] }),
  );
  const tree = emit(makeSite(papers));
  for (const path of ['notes.html', 'notes.12.html']) {
    expect(pageOf(tree, path).match(/<article class="entry"/g)).toHaveLength(40);
    expect(pageOf(tree, path).match(/class="prose notes"/g)).toHaveLength(40);
    expect(pageOf(tree, path)).not.toContain('fold remote');
  }
  expect(tree.has('notes.14.html')).toBe(false);
  expect(pageOf(tree, 'notes.2.html')).toMatch(/href="index\.html#paper-p40">without Notes/);
});

describe('a topic with others inside, with notes', () => {
  const topics = [makeTopic('One', [makeTopic('A', [makeTopic('B')]), makeTopic('C'), makeTopic('D')])];
  const noted = (slug: string, ...names: string[]) =>
    makePaper(slug, { topics: names }, { sections: [makeNotes(slug, `<p>About ${slug}.</p> <p>More of it.</p>`)] });
  const tree = emit(makeSite([noted('own', 'One'), noted('deep', 'B'), noted('last', 'C', 'B')], { topics }));
  const headingsOf = (path: string) => [...pageOf(tree, path).matchAll(/<h\d class="topic-name" id="([\w-]+)"/g)];
  const namesOf = (path: string) => headingsOf(path).map((match) => match[1]);

  test('has its own notes first; each topic inside begins a page, one without papers goes with its neighbour', () => {
    expect(namesOf('topics/one.notes.html')).toEqual([]);
    expect(namesOf('topics/one.notes.2.html')).toEqual(['heading-one--a', 'heading-one--a--b']);
    expect(namesOf('topics/one.notes.3.html')).toEqual(['heading-one--c', 'heading-one--d']);
    expect(tree.has('topics/one.notes.4.html')).toBe(false);
    expect(namesOf('topics/one.html')).toEqual([
      'heading-one--a',
      'heading-one--a--b',
      'heading-one--c',
      'heading-one--d',
    ]);
  });

  test('shows the first sentence of what is inside and a way to the notes, which are on the page of their topic', () => {
    expect(pageOf(tree, 'topics/one.notes.html')).toContain('<p>More of it.</p>');
    const inside = pageOf(tree, 'topics/one.notes.2.html');
    expect(inside).not.toContain('More of it.');
    expect(inside).toContain('<p class="tldr" dir="auto">About deep.</p>');
    expect(inside).toContain('<a href="../papers/deep.html#notes"');
    expect(pageOf(tree, 'topics/one/a/b.notes.html')).toContain('<p>About deep.</p> <p>More of it.</p>');
  });

  test('refers to a paper that is printed on a later page there', () => {
    expect(pageOf(tree, 'topics/one.notes.2.html')).toContain('href="one.notes.3.html#paper-last"');
  });

  test('begins with what is inside if it has no paper of its own', () => {
    const bare = emit(makeSite([noted('deep', 'B')], { topics }));
    expect([...pageOf(bare, 'topics/one.notes.html').matchAll(/id="(paper-\w+)"/g)].map((match) => match[1])).toEqual([
      'paper-deep',
    ]);
    expect(bare.has('topics/one.notes.2.html')).toBe(false);
  });
});

test('many pages are not all listed', () => {
  const papers = Array.from({ length: 1500 }, (_, index) => makePaper(`p${index}`, {}));
  const page = pageOf(emit(makeSite(papers)), 'topics/one.notes.15.html');
  const pager = page.slice(page.indexOf('class="pager"'), page.indexOf('</nav>', page.indexOf('class="pager"')));
  expect(textOf(pager).match(/\d+|…/g)).toEqual(['1', '…', '13', '14', '15', '16', '17', '…', '38']);
});
