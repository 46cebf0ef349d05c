/** Places in files are looked up only for papers about which something is reported. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findHints } from '../../../src/content/check/hints/hints.ts';
import { collect } from '../../../src/content/collect/collect.ts';
import { parseList } from '../../../src/content/parse/parse-list.ts';
import { renderList } from '../../../src/content/render/render.ts';
import type { Entry } from '../../../src/model/entry.ts';
import type { List } from '../../../src/model/list.ts';
import { prepare } from '../../../src/pipeline/prepare.ts';
import { INDEX, toPaper } from '../../support/papershelf.ts';

const { list } = parseList({ path: 'papers/index.md', text: INDEX, digest: '' }) as { readonly list: List };
const { introduction } = renderList(list);

/** A paper that is well by itself and in relation to the others. */
const FINE = ['topics: [CLIP + GAN]', 'aliases: [was-$]', 'builds_on: [base]', 'authors: [Ada One]', 'year: 2021'];
/** What makes a paper wrong in relation to others: front-matter and, below an empty line, notes. */
const MISTAKES: readonly (readonly [rule: string, lines: readonly string[]])[] = [
  ['topic-unknown', ['topics: [CLIP + Gan]']],
  ['slug-duplicate', ['topics: [CLIP + GAN]', 'aliases: [base]', 'added: 2024-01-01']],
  ['paper-duplicate', ['topics: [CLIP + GAN]', 'arxiv: 2003.08934', 'added: 2024-01-01']],
  ['bibtex-key-duplicate', ['topics: [CLIP + GAN]', 'bibtex: "@misc{BASE, title = {A}}"', 'added: 2024-01-01']],
  ['relation-unknown', ['topics: [CLIP + GAN]', 'builds_on: [nobody]']],
  ['link-dead', ['topics: [CLIP + GAN]', '', '[there](nobody.md)']],
  ['anchor-dead', ['topics: [CLIP + GAN]', '', '[there](base.md#nowhere)']],
  ['image-missing', ['topics: [CLIP + GAN]', '', '![A picture](nothing.png)']],
  ['author-variant', ['topics: [CLIP + GAN]', 'authors: [A. One]']],
  ['title-similar', ['title: Of things that are', 'topics: [CLIP + GAN]', 'added: 2024-01-01', 'year: 1999']],
];

const BASE = [
  'title: Of things that are',
  'topics: [CLIP + GAN]',
  'year: 2020',
  'arxiv: 2003.08934',
  'added: 2020-01-01',
];

function toEntry(slug: string, lines: readonly string[]): Entry {
  const blank = lines.indexOf('');
  const [front, notes] = blank === -1 ? [lines, []] : [lines.slice(0, blank), lines.slice(blank + 1)];
  const title = front.some((line) => line.startsWith('title:')) ? [] : [`title: About ${slug}`];
  const text = `${toPaper([...title, ...front]).replaceAll('$', slug)}\n${notes.join('\n')}\n`;
  return prepare({ path: `papers/${slug}.md`, text, digest: '' }).entry as Entry;
}

test.each(MISTAKES)('%s needs the places of its own paper alone', (rule, lines) => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), (before, after) => {
      const fine = (from: number, to: number) =>
        Array.from({ length: to - from }, (_, at) => toEntry(`fine-${from + at}`, FINE));
      const wrong = toEntry('wrong', lines);
      const entries = [...fine(0, before), wrong, toEntry('base', BASE), ...fine(before, before + after)];
      const cards = entries.map(({ card }) => card);
      const asked = new Set<number>();
      const placesOf = (paper: number) => {
        asked.add(paper);
        return (entries[paper] as Entry).places;
      };
      const { problems } = collect({ list, introduction, cards, placesOf, figures: [], broken: [] });
      const hints = findHints(list, cards, placesOf);
      expect([...problems, ...hints].map(({ file, rule: found }) => `${file} ${found}`)).toContain(
        `papers/wrong.md ${rule}`,
      );
      const reported = new Set([...problems, ...hints].map(({ file }) => file));
      expect([...asked].map((paper) => cards[paper]?.path).filter((path) => !reported.has(path as string))).toEqual([]);
    }),
    { numRuns: 5 },
  );
});
