/** List pages: both views, where a paper stands, years, and pages of pages. */
import { describe, expect, test } from 'vitest';
import { PAGE_SIZE } from '../../../src/emit/paginate.ts';
import { emit, makeNotes, makePaper, makeSite, makeTopic, pageOf } from './site.ts';

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

  test('go on two pages without notes and on eleven with them', () => {
    expect(PAGE_SIZE).toEqual({ 'without-notes': 500, 'with-notes': 50 });
    expect(['index.html', 'index.2.html', 'notes.html', 'notes.11.html'].map(entriesOf)).toEqual([500, 1, 50, 1]);
    expect(['topics/one.2.html', 'topics/one.notes.11.html'].map(entriesOf)).toEqual([1, 1]);
    expect([tree.has('index.3.html'), tree.has('notes.12.html')]).toEqual([false, false]);
  });

  test('each page names itself, and its neighbours', () => {
    const page = pageOf(tree, 'notes.2.html');
    expect(page).toContain('<link rel="canonical" href="https://example.org/notes.2.html">');
    expect(page).toContain('<a href="notes.html" rel="prev">');
    expect(page).toContain('<a href="notes.3.html" rel="next">');
    expect(pageOf(tree, 'index.html')).toContain('<link rel="canonical" href="https://example.org/">');
  });

  test('the switch keeps the place', () => {
    expect(pageOf(tree, 'index.2.html')).toMatch(/href="notes\.11\.html#paper-p500">with Notes/);
    expect(pageOf(tree, 'notes.2.html')).toMatch(/href="index\.html#paper-p50">without Notes/);
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

test('many pages are not all listed', () => {
  const papers = Array.from({ length: 1500 }, (_, index) => makePaper(`p${index}`, {}));
  const page = pageOf(emit(makeSite(papers)), 'notes.15.html');
  const pager = page.slice(page.indexOf('class="pager"'), page.indexOf('</nav>', page.indexOf('class="pager"')));
  expect(textOf(pager).match(/\d+|…/g)).toEqual(['1', '…', '13', '14', '15', '16', '17', '…', '30']);
});
