/** Known papers: what the add page loads for a draft is enough to see all that the list has in common with it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createKnownPapers } from '../../../src/browser/add/known-papers.ts';
import { checkNewcomer } from '../../../src/content/collect/cross-checks/cross-checks.ts';
import { countKnownFiles, planKnownPapers, printKnownPapers } from '../../../src/emit/files/known-papers.ts';
import type { KnownPaper } from '../../../src/model/known-paper.ts';
import type { Slug } from '../../../src/model/slug.ts';
import { emit, makePaper, makeSite, pageOf } from '../../support/site.ts';

const PAPERS = 1200;
const site = makeSite(
  Array.from({ length: PAPERS }, (_, index) =>
    makePaper(`p${index}`, {
      title: `Title ${index % 1000}`,
      year: 2000 + (index % 3),
      ...(index % 2 === 0 ? { arxiv: `2103.${10_000 + index}` } : { url: `https://example.org/${index}` }),
      ...(index % 5 === 0 ? { doi: `10.1000/X${index}` } : {}),
      ...(index % 7 === 0 ? { aliases: [`old-${index}` as Slug] } : {}),
    }),
  ),
);
const files = planKnownPapers(site).map(({ parts }) => JSON.parse(printKnownPapers(parts)) as Partial<KnownPaper>[]);
const draft = fc.record({
  slug: fc.constantFrom('p7', 'old-7', 'old-8', 'new', 'p1199'),
  title: fc.constantFrom('Title 7', 'title 150!', 'Title 1000', 'None'),
  arxiv: fc.constantFrom(undefined, '2103.10008', '2103.10009'),
  doi: fc.constantFrom(undefined, '10.1000/x15', '10.1000/none'),
  url: fc.constantFrom(undefined, 'https://example.org/9', 'https://arxiv.org/abs/2103.10010', 'https://example.org/8'),
});

test('a draft has the same problems as if the whole list were there', async () => {
  await fc.assert(
    fc.asyncProperty(draft, async ({ slug, title, arxiv, doi, url }) => {
      const { card, places } = makePaper(slug, {
        title,
        ...(arxiv && { arxiv }),
        ...(doi && { doi }),
        ...(url && { url }),
      });
      const known = createKnownPapers(files.length, async (file) => files[file] ?? []);
      await known.load(card);
      const check = (papers: readonly KnownPaper[]) =>
        checkNewcomer({ card, places }, 'papers/index.md', ['One'], papers).map(
          ({ rule, message }) => `${rule} ${message}`,
        );
      const byPath = known
        .all()
        .toSorted(
          (left, right) =>
            site.cards.findIndex(({ path }) => path === left.path) -
            site.cards.findIndex(({ path }) => path === right.path),
        );
      expect(check(byPath)).toEqual(check(site.cards));
    }),
    { numRuns: 60 },
  );
});

test('few files are loaded, each once, and again if one could not be had', async () => {
  expect(files.length).toBe(4);
  const asked: number[] = [];
  let isDown = true;
  const known = createKnownPapers(files.length, async (file) => {
    asked.push(file);
    if (isDown) throw new Error('down');
    return files[file] ?? [];
  });
  const { card } = makePaper('p7', { title: 'Title 7' });
  expect(await known.load(card)).toBe(false);
  expect(known.all()).toEqual([]);
  isDown = false;
  expect(await known.load(card)).toBe(true);
  const again = asked.length;
  expect(await known.load(card)).toBe(false);
  expect(asked.length).toBe(again);
  expect(new Set(asked).size).toBe(asked.length / 2);
  expect(known.all().map(({ slug }) => slug)).toContain('p7');
});

test('short lists have one file, and the page names them all', () => {
  expect([1, 499, 500, 1000, 10_000].map(countKnownFiles)).toEqual([1, 1, 2, 4, 32]);
  expect(pageOf(emit(site), 'add.html')).toContain('data-papers="add.0.json add.1.json add.2.json add.3.json"');
});
