/** What the form holds becomes a file, and every problem of that file finds its way back to a field or a line. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDraft, type ListFacts } from '../../../src/browser/add/check-draft.ts';
import type { Draft } from '../../../src/browser/add/form.ts';
import { toGithubLink } from '../../../src/browser/add/github-link.ts';
import { findPlace } from '../../../src/browser/add/problem-place.ts';
import { toVerdict } from '../../../src/browser/add/verdict.ts';
import type { Slug } from '../../../src/model/slug.ts';

const LIST: ListFacts = {
  path: 'papers/index.md',
  topics: ['CLIP + GAN', 'CLIP + NeRF'],
  fields: [
    { name: 'env', type: 'terms', values: ['Web', 'Mobile'] },
    { name: 'size', type: 'number' },
  ],
  papers: [
    {
      path: 'papers/a/clip.md',
      slug: 'clip' as Slug,
      aliases: ['old' as Slug],
      title: 'CLIP',
      arxiv: '2103.00020',
      authors: ['Bo Two'],
    },
  ],
};
const GOOD = { title: 'Text-Driven Manipulation', topics: ['CLIP + GAN'] };

function toDraft(fields: Partial<Draft['fields']>, notes = '', file = ''): Draft {
  return { fields: { ...GOOD, ...fields }, notes, file };
}

/** Each problem as its rule and the field, or the line of the notes, where it is shown. */
function findPlaces(draft: Draft): string[] {
  const { text, problems } = checkDraft(draft, LIST);
  return problems.map((problem) => {
    const { field, notes } = findPlace(problem, text, draft.notes);
    return `${problem.rule} ${field}${notes === undefined ? '' : ` ${notes.line}:${notes.column}`}`;
  });
}

describe('the name of the file', () => {
  test.each([
    [toDraft({ short: 'StyleCLIP' }), 'papers/styleclip.md'],
    [toDraft({}), 'papers/text-driven-manipulation.md'],
    [toDraft({ short: 'CLIP', year: '2021' }), 'papers/clip-2021.md'],
    [toDraft({ short: 'StyleCLIP' }, '', 'my-name'), 'papers/my-name.md'],
    [toDraft({ title: '文本驱动' }), 'papers/paper.md'],
  ])('%j', (draft, path) => expect(checkDraft(draft, LIST)).toMatchObject({ path, problems: [] }));
});

test.each<[string, Draft, string[]]>([
  ['nothing', { fields: { title: '' }, notes: '', file: '' }, ['title-missing title', 'topics-missing topics']],
  ['a topic of another list', toDraft({ topics: ['CLIP+GAN'] }), ['topic-unknown topics']],
  [
    'a bad year and a bad address',
    toDraft({ year: '21', code: 'example.org' }),
    ['year-invalid year', 'url-invalid code'],
  ],
  ['the second author', toDraft({ authors: ['Ann One', 'Bo Two, Cy Three and Di Four'] }), []],
  ['own fields', toDraft({ own: { env: ['web', 'Mobile'], size: '63' } }), []],
  [
    'bad values of own fields',
    toDraft({ own: { env: ['Webb'], size: 'many' } }),
    ['own-value-unknown env', 'number-invalid size'],
  ],
  ['a name that is none', toDraft({}, '', 'Bad_Name'), ['slug-invalid file']],
  ['a name that is left alone', toDraft({}, '', 'readme'), ['slug-invalid file']],
  ['a name that is taken', toDraft({}, '', 'clip'), ['slug-duplicate file']],
  ['an id that is taken', toDraft({ arxiv: '2103.00020' }), ['paper-duplicate arxiv']],
  ['a title that is taken', toDraft({ title: 'Clip' }, '', 'x'), ['paper-duplicate title']],
  [
    'one that the authors tell apart',
    toDraft({ title: 'Clip', authors: ['Ann One'] }, '', 'x'),
    ['title-similar title'],
  ],
  ['a formula in the title', toDraft({ title: 'A $\\frac{a$ b' }), ['math-invalid title']],
  ['a formula in the notes', toDraft({}, 'Good.\n\nA $\\frac{a$ b.'), ['math-invalid notes 3:']],
  ['the same below empty lines', toDraft({}, '\n \n\nA $\\frac{a$ b.'), ['math-invalid notes 4:']],
])('%s is told where it was made', (_, draft, wanted) => {
  const places = findPlaces(draft);
  expect(places.map((place, index) => place.slice(0, wanted[index]?.length))).toEqual(wanted);
});

test('whatever is typed, nothing is thrown, and every problem has a place in the form', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom('---\n', '\n', '$', '$$\n', '<div>', '- ', '"', ': ', '# ', '\\frac{', '\u202e', '{', '[', '文'),
  );
  const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
  const fields = fc.record({
    title: text,
    short: text,
    year: text,
    url: text,
    abstract: text,
    authors: fc.array(text, { maxLength: 3 }),
  });
  fc.assert(
    fc.property(fields, text, (typed, notes) => {
      const draft = toDraft(typed, notes);
      const checked = checkDraft(draft, LIST);
      const lines = notes.split('\n').length;
      for (const problem of checked.problems) {
        const place = findPlace(problem, checked.text, notes);
        expect(place.field, JSON.stringify([problem, checked.text])).toBeDefined();
        if (place.notes !== undefined) {
          expect(place.notes.line).toBeGreaterThan(0);
          expect(place.notes.line).toBeLessThanOrEqual(lines);
        }
      }
      expect(toVerdict(checked)).toContain(checked.path);
    }),
    { numRuns: 300, seed: 20261123 },
  );
});

describe("GitHub's form", () => {
  test('is filled with the whole file', () => {
    const text = '---\ntitle: "A & B: 100 %"\n---\n\nNotes + more #1\n';
    const { href, isFilled } = toGithubLink({ repository: 'owner/name', branch: 'main' }, 'papers/a-b.md', text);
    const url = new URL(href);
    expect([url.origin + url.pathname, isFilled]).toEqual(['https://github.com/owner/name/new/main', true]);
    expect(Object.fromEntries(url.searchParams)).toEqual({ filename: 'papers/a-b.md', value: text });
  });

  test('is empty where the address would be longer than 8,000 characters', () => {
    const link = (length: number) =>
      toGithubLink({ repository: 'o/n', branch: 'main' }, 'papers/a.md', 'x'.repeat(length));
    const longest = 8000 - link(0).href.length;
    expect(link(longest)).toMatchObject({ isFilled: true });
    expect(link(longest).href).toHaveLength(8000);
    expect(link(longest + 1)).toEqual({
      isFilled: false,
      href: 'https://github.com/o/n/new/main?filename=papers%2Fa.md',
    });
  });
});

test.each([
  [[], 'papers/text-driven-manipulation.md: no problems.'],
  [['title', 'topics'], 'papers/paper.md: 2 errors. The title is missing. Topics are missing.'],
])('the verdict on a draft without %j', (missing, verdict) => {
  const fields = missing.length === 0 ? GOOD : { title: '' };
  expect(toVerdict(checkDraft({ fields, notes: '', file: '' }, LIST))).toBe(verdict);
});
