/** Cited papers: those of the CLIP list, and generated ones that are hard to cite. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parsePaper } from '../../../src/content/parse/parse.ts';
import type { Paper } from '../../../src/model/paper.ts';
import { PAPER_TYPES } from '../../../src/model/paper-type.ts';
import { root } from '../../support/papershelf.ts';
import { makePaper } from '../../support/site.ts';

export function readClipPapers(): readonly Paper[] {
  return readdirSync(join(root, 'papers'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && file !== 'index.md')
    .map((file) => {
      const text = readFileSync(join(root, 'papers', file), 'utf8');
      return parsePaper({ path: `papers/${file}`, text, digest: '' }).paper as Paper;
    });
}

const word = fc.string({ unit: fc.constantFrom(...'abcdefgéßøłñçåž'), minLength: 1, maxLength: 6 });
const cased = word.map((text) => text[0]?.toUpperCase() + text.slice(1));
const hostile = fc.constantFrom(
  ...'{}\\"@%&#_~^<>|*[]();:=+',
  ...[
    '@misc{',
    '@string{x = "y"}',
    '<script>alert(1)</script>',
    '</title>',
    '<!--',
    '\\input{x}',
    '\\write18{x}',
    '%20',
  ],
  ...['漢字', 'Ωμέγα', 'متن', '😀', 'CLIP', 'NeRF++', 'and', 'others', '3D', 'C#', '100%', 'R&D', 'x_1', 'a^b', 'ER'],
);
const text = fc
  .array(fc.oneof({ weight: 2, arbitrary: cased }, { weight: 1, arbitrary: hostile }), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(' '));
const name = fc.oneof(
  fc.tuple(cased, cased).map((parts) => parts.join(' ')),
  fc.tuple(cased, cased).map(([given, family]) => `${given} van der ${family}`),
  fc.tuple(cased, cased).map(([given, family]) => `${given} ${family} Jr.`),
  fc.tuple(cased, cased, cased).map(([one, two, given]) => `${one} ${two}, ${given}`),
  fc.constantFrom('Plato', '王小明', '{Google DeepMind}', 'ATLAS Collaboration', 'Sand and Stone', 'Ludwig von Mises'),
  fc.tuple(cased, hostile).map(([given, family]) => `${given} X${family}`),
);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const number = fc.integer({ min: 1, max: 999 }).map(String);
/** A paper whose every text may be hostile, of any type. */
export const hostilePaper: fc.Arbitrary<Paper> = fc
  .record({
    title: text,
    authors: fc.array(name, { minLength: 1, maxLength: 4 }),
    type: fc.constantFrom(...PAPER_TYPES),
    venue: maybe(fc.oneof(text, fc.constantFrom('CVPR', 'TOG', 'arXiv'))),
    year: maybe(fc.integer({ min: 1950, max: 2050 })),
    pages: maybe(fc.constantFrom('1-20', '7')),
    volume: maybe(number),
    holder: maybe(text),
    doi: maybe(fc.constantFrom('10.1000/x', '10.1000/a_b(c)d;e', '10.1000/<x>#y%z')),
    url: maybe(fc.constantFrom('https://example.org/a_b?c=d&e=%20f#g', 'https://example.org/~x/(y)')),
    isbn: maybe(fc.constantFrom('978-0-262-03561-3')),
  })
  .map(({ holder, venue, ...fields }) => {
    // A thesis, a report or a book is in nothing else.
    const place = /^(?:thesis|report|book)$/.test(fields.type) ? {} : { venue };
    return makePaperOf({ ...fields, ...place, [fields.type === 'thesis' ? 'school' : 'publisher']: holder });
  });

function makePaperOf(fields: object): Paper {
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return { ...makePaper('key', known).card, ...known, places: {}, body: '', bodyLine: 1 } as Paper;
}
