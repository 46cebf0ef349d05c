/** The corpus of the benchmarks: a list like real ones, and edits that change one thing each. */
import { describe, expect, test } from 'vitest';
import { generatePapers, INDEX } from './bench/corpus/corpus.mjs';
import { changeTitle, changeWord } from './bench/corpus/edits.mjs';
import { TOPIC_NAMES } from './bench/corpus/people.mjs';
import { createFolder, papershelf } from './support/papershelf.ts';

const COUNT = 1000;

function take(count: number, of = count) {
  const source = generatePapers(of);
  return Array.from({ length: count }, () => source.next().value);
}

/** How often each of these stands there. */
function toCounts(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** The lines that one text has and the other has not. */
function toChanges(before: string, after: string): { readonly old: string[]; readonly new: string[] } {
  const [left, right] = [before.split('\n'), after.split('\n')];
  return { old: left.filter((line) => !right.includes(line)), new: right.filter((line) => !left.includes(line)) };
}

describe('the corpus', () => {
  const papers = take(COUNT);
  const values = (field: string) =>
    papers.flatMap(({ text }) => new RegExp(`^${field}: \\[?(.*?)\\]?$`, 'm').exec(text)?.[1] ?? []);

  test('is the same each time', () => {
    expect(take(50, COUNT)).toEqual(papers.slice(0, 50));
  });

  test('has papers of the length of real ones, each with its own address, title and id', () => {
    const bytes = papers.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / COUNT;
    expect(bytes).toBeGreaterThan(2600);
    expect(bytes).toBeLessThan(3000);
    for (const all of [papers.map(({ slug }) => slug), values('title'), values('arxiv')]) {
      expect(new Set(all).size).toBe(COUNT);
    }
    expect(values('abstract').length / COUNT).toBeCloseTo(1 / 3, 1);
    expect(values('builds_on').length / COUNT).toBeGreaterThan(0.6);
  });

  test('has 6.5 formulas a paper, half of which stand in other papers too', () => {
    const formulas = papers.flatMap(({ text }) =>
      [...text.matchAll(/\$\$\n(.+)\n\$\$|\$([^$\n]+)\$/g)].map((match) => (match[1] ?? match[2]) as string),
    );
    const counts = toCounts(formulas);
    expect(formulas.length / COUNT).toBeCloseTo(6.5, 0);
    expect(formulas.filter((formula) => (counts.get(formula) ?? 0) > 1).length / formulas.length).toBeCloseTo(0.5, 1);
  });

  test('has 2.5 new authors a paper, most with one paper and a few with many', () => {
    const counts = [...toCounts(values('authors').flatMap((names) => names.split(', '))).values()];
    expect(counts.length / COUNT).toBeCloseTo(2.5, 0);
    expect(counts.filter((count) => count === 1).length / counts.length).toBeGreaterThan(0.6);
    expect(Math.max(...counts)).toBeGreaterThan(30);
  });

  test('uses all of its 35 topics, and check accepts it', () => {
    expect(new Set(values('topics').flatMap((names) => names.split(', '))).size).toBe(35);
    expect(TOPIC_NAMES).toHaveLength(35);
    const files = take(40).map(({ slug, text }): [string, string] => [`papers/${slug}.md`, text]);
    const { code, stdout } = papershelf(createFolder({ 'papers/index.md': INDEX, ...Object.fromEntries(files) }), [
      'check',
      '--format',
      'json',
    ]);
    expect(stdout).not.toMatch(/"severity": ?"(?:error|warning)"/);
    expect(code).toBe(0);
  });
});

describe('an edit', () => {
  const text = take(1)
    .map((paper) => paper.text)
    .join('');

  test('of a word changes one line of the notes, not the summary', () => {
    const changed = changeWord(text, 3);
    const { old, new: now } = toChanges(text, changed);
    expect([old.length, now.length]).toEqual([1, 1]);
    expect(now[0]).toContain(' altered3 ');
    expect(changed.indexOf(now[0] as string)).toBeGreaterThan(changed.indexOf('## Details'));
    expect(changeWord(changed, 4)).not.toBe(changed);
  });

  test('of a title changes its line alone', () => {
    const { old, new: now } = toChanges(text, changeTitle(text, 3));
    expect([old.length, now.length]).toEqual([1, 1]);
    expect(now[0]).toMatch(/^title: .* Renamed3$/);
  });

  test('of a paper that is none of the corpus is refused', () => {
    expect(() => changeWord('# Nothing', 0)).toThrow('is this a paper of the corpus?');
  });
});
