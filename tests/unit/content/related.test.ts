/** Related papers: who is near to whom, and who must never be named. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collect } from '../../../src/content/collect/collect.ts';
import { collectFacets } from '../../../src/content/collect/facets/facets.ts';
import { placeCards } from '../../../src/content/collect/facets/place-cards.ts';
import { findNearest } from '../../../src/content/collect/nearest.ts';
import { type Weights, weighTerms } from '../../../src/content/collect/term-weights.ts';
import { parseList } from '../../../src/content/parse/parse-list.ts';
import { renderList } from '../../../src/content/render/render.ts';
import type { Card } from '../../../src/model/card.ts';
import type { Entry } from '../../../src/model/entry.ts';
import type { SiteTopic } from '../../../src/model/site.ts';
import type { Slug } from '../../../src/model/slug.ts';
import { prepare } from '../../../src/pipeline/prepare.ts';
import { toTermColumns } from '../../../src/text/term-columns.ts';
import { makePaper, makeSite, makeTopic } from '../../support/site.ts';

const INDEX = '---\ntitle: L\ntopics: [Drawing, {name: Shape, topics: [Meshes, Points]}, Video]\n---\n';

type Paper = Pick<Entry, 'card' | 'terms'>;
/** For each paper those near to it, the nearest first. */
type Related = Readonly<Record<string, readonly string[]>>;

function weigh(papers: readonly Paper[], topics: readonly SiteTopic[]): Weights {
  const cards = papers.map(({ card }) => card);
  const list = { venues: [], institutions: [], authors: [], fields: [] };
  const facets = collectFacets(list, cards, [...cards.keys()]);
  const placed = placeCards(cards, facets, list).map((place, number) => ({ ...(cards[number] as Card), ...place }));
  return weighTerms(placed, toTermColumns(papers.map(({ terms }) => terms)), topics);
}

function findRelated(papers: readonly Paper[], topics: readonly SiteTopic[]): Related {
  const nearest = findNearest(weigh(papers, topics));
  const slugAt = (number: number) => papers[number]?.card.slug as string;
  return Object.fromEntries(nearest.map((numbers, paper) => [slugAt(paper), numbers.map(slugAt)]));
}

/** The related papers of the list of these files: front-matter lines below the title, then notes. */
function relateFiles(files: readonly (readonly [slug: string, lines: string, notes: string])[]): Related {
  const { list } = parseList({ path: 'papers/index.md', text: INDEX, digest: '' });
  if (list === undefined) throw new Error('no list');
  const entries = files.map(([slug, lines, notes]) => {
    const text = `---\n${lines}\n---\n\n${notes}\n`;
    return prepare({ path: `papers/${slug}.md`, text, digest: '' }).entry as Entry;
  });
  const { introduction } = renderList(list);
  const cards = entries.map(({ card }) => card);
  const placesOf = (number: number) => (entries[number] as Entry).places;
  const { collected } = collect({ list, introduction, cards, placesOf, figures: [], broken: [] });
  const published = collected.order.map((number) => entries[number] as Entry);
  return findRelated(published, collected.topics);
}

const FILES = [
  [
    'sketch',
    'title: Sketching objects\ntopics: Drawing',
    'Bezier strokes are optimised by a differentiable rasteriser.',
  ],
  [
    'paint',
    'title: Painting scenes\ntopics: Drawing',
    'Bezier strokes, optimised by a rasteriser, become a scene in ink.',
  ],
  [
    'comic',
    'title: Comic scenes\ntopics: Drawing\nbuilds_on: sketch',
    'Bezier strokes by a rasteriser tell a scene in ink.',
  ],
  ['mesh', 'title: Textured surfaces\ntopics: Meshes\nauthors: [Ada One, Bo Two]', 'Vertices move by gradients.'],
  ['points', 'title: Sparse clouds\ntopics: Points\nauthors: [Ada One, Bo Two]', 'Depth maps are classified.'],
  ['cooking', 'title: Cooking clips\ntopics: Video', 'Frames of a kitchen are retrieved by recipes.'],
  ['traffic', 'title: Cars at night\ntopics: Video\ndraft: true', 'Frames of a kitchen are retrieved by recipes.'],
] as const;

describe('a small list', () => {
  const related = relateFiles(FILES);

  test('the papers that draw with strokes are near to each other', () => {
    expect(related.sketch).toEqual(['paint']);
    expect(related.paint).toEqual(['comic', 'sketch']);
  });

  test('what a paper builds on is left out on either side', () => {
    expect(related.comic).toEqual(['paint']);
  });

  test('people and the topic around bring together what words do not', () => {
    expect(related.mesh).toEqual(['points']);
    expect(related.points).toEqual(['mesh']);
  });

  test('a paper that is near to none has none, and a draft is nobody’s relative', () => {
    expect(related.cooking).toEqual([]);
    expect(Object.keys(related)).not.toContain('traffic');
  });

  test('the order in which files are read does not matter', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...FILES], { minLength: FILES.length }), (files) => {
        expect(relateFiles(files)).toEqual(related);
      }),
    );
  });
});

test('papers that build on the same rare paper are near, and those built upon by the same', () => {
  const rest = Array.from({ length: 30 }, (_, index) => makePaper(`rest-${index}`, { topics: ['None'] }));
  const paper = (slug: string, buildsOn: readonly string[]) =>
    makePaper(slug, { title: slug, topics: ['None'], buildsOn: buildsOn as readonly Slug[] });
  const papers = [
    paper('base', []),
    paper('other-base', []),
    paper('one', ['base', 'other-base']),
    paper('two', ['base']),
  ];
  const related = findRelated([...papers, ...rest], []);
  expect(related.one).toEqual(['two']);
  expect(related.two).toEqual(['one']);
  expect(related.base).toEqual(['other-base']);
});

test('weights are whole numbers from 1 to 16, those of at most 32 words, so that little changes with a word', () => {
  const text = fc.array(fc.stringMatching(/^[a-f]{2}$/), { maxLength: 80 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { maxLength: 80 }), (texts) => {
      const papers = texts.map(([title, abstract], index) => makePaper(`p${index}`, { title, abstract }));
      const { starts, weights } = weigh(papers, []);
      for (const weight of weights) expect(weight >= 1 && weight <= 16, String(weight)).toBe(true);
      // Without authors, topics and relations, there are only words.
      for (const paper of papers.keys()) {
        expect((starts[paper + 1] as number) - (starts[paper] as number)).toBeLessThanOrEqual(32);
      }
    }),
    { numRuns: 50 },
  );
});

test('whatever the papers are: at most five, none twice, never itself, never one that is linked already', () => {
  const words = fc.array(fc.constantFrom('mesh', 'stroke', 'video', 'prompt', 'token', 'clip'), { maxLength: 6 });
  const one = fc.record({
    title: words.map((list) => list.join(' ')),
    topics: fc.subarray(['One', 'Two'], { minLength: 1 }),
    authors: fc.uniqueArray(fc.constantFrom('Ada', 'Bo', 'Cy'), { maxLength: 3 }),
    bases: fc.uniqueArray(fc.nat(14), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 15 }), (records) => {
      const papers = records.map(({ bases, ...paper }, index) => {
        const buildsOn = bases
          .filter((base) => base < records.length && base !== index)
          .map((base) => `p${base}` as Slug);
        return makePaper(`p${index}`, { ...paper, buildsOn });
      });
      const { topics } = makeSite(papers, { topics: [makeTopic('One'), makeTopic('Two')] });
      const related = findRelated(papers, topics);
      expect(Object.keys(related)).toHaveLength(papers.length);
      for (const { card } of papers) {
        const own = related[card.slug] ?? [];
        expect(own.length).toBeLessThanOrEqual(5);
        expect(new Set(own).size).toBe(own.length);
        expect(own).not.toContain(card.slug);
        for (const slug of own) {
          expect(card.buildsOn).not.toContain(slug);
          expect(papers.find((other) => other.card.slug === slug)?.card.buildsOn).not.toContain(card.slug);
        }
      }
    }),
  );
});
