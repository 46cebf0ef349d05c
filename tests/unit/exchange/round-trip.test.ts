/** Round trip: BibTeX becomes a paper's file, the file becomes BibTeX again, and another program finds in it what was there. */
import { parse } from '@retorquere/bibtex-parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePaper } from '../../../src/content/parse/parse.ts';
import { toBibtex } from '../../../src/exchange/bibtex.ts';
import { readBibtex } from '../../../src/exchange/bibtex-reader.ts';
import { toPaperFile } from '../../../src/exchange/paper-file.ts';
import type { Paper } from '../../../src/model/paper.ts';
import type { PaperFields } from '../../../src/model/paper-fields.ts';
import { EXPORTED } from './exported-records.ts';

/** What a record says, as another program reads it. */
type Record = Readonly<globalThis.Record<string, unknown>>;

function readRecord(bibtex: string): Record {
  const { entries, errors } = parse(bibtex, { sentenceCase: false, removeOuterBraces: [] });
  expect(errors, bibtex).toEqual([]);
  expect(entries, bibtex).toHaveLength(1);
  const { type, fields } = entries[0] as { type: string; fields: globalThis.Record<string, unknown> };
  const read = Object.entries(fields).map(([name, value]) => [name, toPlain(value)]);
  return { entryType: type, ...Object.fromEntries(read) };
}

function toPlain(value: unknown): unknown {
  if (typeof value === 'string')
    return value
      .replace(/<[^>]+>/g, '')
      .replace(/\s+/g, ' ')
      .normalize('NFC')
      .trim();
  if (!Array.isArray(value)) return value;
  return value.map((one) =>
    typeof one === 'object' && one !== null
      ? ['name', 'firstName', 'prefix', 'lastName', 'suffix'].map((part) => toPlain(one[part]) ?? '').join('|')
      : toPlain(one),
  );
}

interface Taken {
  readonly fields: PaperFields;
  readonly paper: Paper;
  readonly remarks: readonly string[];
}

/** Through the paper's file, which must be a good one. */
function take(bibtex: string): Taken {
  const read = readBibtex(bibtex)[0]?.read;
  if (read === undefined || 'failure' in read) throw new Error(bibtex);
  const text = toPaperFile({ ...read.fields, topics: ['a'] }, '');
  const { paper, problems } = parsePaper({ path: 'papers/paper.md', text, digest: '' });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return { fields: read.fields, paper: paper as Paper, remarks: (read.remarks ?? []).map(({ message }) => message) };
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
const word = fc
  .tuple(
    fc.constantFrom(...'ABCDEFGHKLMNPRSTVWZÉÖ'),
    fc.string({ unit: fc.constantFrom(...letters), minLength: 3, maxLength: 8 }),
  )
  .map((parts) => parts.join(''))
  .filter((text) => !/^(?:Ann?|Art|Astrophys|Commun|Findings|Lett|Nat|Nucl|Phys|Proc|Rev|Sci|Vol|Edition)/i.test(text));
const words = fc.array(word, { minLength: 2, maxLength: 5 }).map((all) => all.join(' '));
const title = fc
  .array(fc.oneof(word, fc.constantFrom('CLIP', '3D', '\\&', '100\\%', "caf{\\'e}", 'of', 'NeRF')), {
    minLength: 2,
    maxLength: 7,
  })
  .map((all) => all.join(' '));
const person = fc
  .tuple(word, word, fc.constantFrom('', '', '', 'van der ', '{Le Bras}'))
  .map(([given, family, extra]) => (extra.startsWith('{') ? `${extra}, ${given}` : `${extra}${family}, ${given}`));
const people = fc
  .tuple(
    fc.array(person, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('', '', ' and others', ' and {OpenAI Group}'),
  )
  .map(([all, more]) => all.join(' and ') + more);
const number = fc.integer({ min: 1, max: 400 }).map(String);
const pages = fc.oneof(
  fc.tuple(number, number).map(([one, other]) => `${one}--${other}`),
  number,
  fc.constant('e30'),
  fc.constant('149:1--149:14'),
);
const date = fc.record(
  {
    year: fc.integer({ min: 1990, max: 2026 }).map(String),
    month: fc.constantFrom('jan', 'jun', 'dec'),
    day: fc.integer({ min: 1, max: 30 }).map(String),
  },
  { requiredKeys: ['year'] },
);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const isbn = fc.constantFrom('978-0-262-03561-3', '0-306-40615-2', '9783030012397');
const publisher = fc.constantFrom('MIT Press', 'Springer \\& Sons', 'Association for Computing Machinery (ACM)');
const common = {
  title,
  author: people,
  doi: maybe(fc.constantFrom('10.1145/3528223.3530164', '10.1007/978-3-031-19836-6_6')),
  url: maybe(fc.constantFrom('https://example.org/a_b?c=d&e=%20f', 'http://example.org/')),
  keywords: maybe(fc.constantFrom('vision', 'vision, language')),
  shorttitle: maybe(word),
};
const inBook = {
  publisher: maybe(publisher),
  editor: maybe(people),
  series: maybe(words),
  volume: maybe(number),
  isbn: maybe(isbn),
  pages: maybe(pages),
};

/** The fields of a record by its entry type, as people fill them in. */
const TYPES: Readonly<globalThis.Record<string, globalThis.Record<string, fc.Arbitrary<string | undefined>>>> = {
  article: {
    journal: fc.constantFrom(
      'ACM Transactions on Graphics',
      'Nature Methods',
      'Chemical Reviews',
      'Journal of Odd Things',
    ),
    volume: maybe(number),
    number: maybe(number),
    pages: maybe(pages),
    publisher: maybe(publisher),
  },
  inproceedings: {
    booktitle: fc.oneof(words, fc.constant('Proceedings of the IEEE/CVF International Conference on Computer Vision')),
    ...inBook,
  },
  incollection: { booktitle: words, edition: maybe(number), ...inBook },
  book: { edition: maybe(fc.constantFrom('2', 'Third')), ...inBook, publisher },
  phdthesis: { school: words, type: maybe(fc.constantFrom('Doctoral dissertation', 'Habilitation')) },
  mastersthesis: { school: words, type: maybe(fc.constantFrom('Bachelor thesis', 'Diploma thesis')) },
  techreport: {
    institution: words,
    number: maybe(fc.constantFrom('12', 'MSR-TR-2020-1')),
    type: maybe(fc.constant('White Paper')),
  },
  misc: {
    eprint: maybe(fc.constantFrom('2103.17249', 'hep-th/9901001')),
    howpublished: maybe(fc.constantFrom('OpenReview', 'GitHub', 'OpenAI Blog')),
    type: maybe(fc.constantFrom('Dataset', 'Software', 'Web page', 'Dataset: pictures', 'White paper')),
    publisher: maybe(publisher),
  },
};
const record = fc.constantFrom(...Object.keys(TYPES)).chain((type) =>
  fc.record({ ...common, ...TYPES[type], date }).map(({ date, ...fields }) => {
    const eprint = fields as { eprint?: string };
    const all = { ...fields, ...date, ...(eprint.eprint === undefined ? {} : { archiveprefix: 'arXiv' }) };
    const lines = Object.entries(all).flatMap(([name, value]) =>
      value === undefined || (name === 'day' && !('month' in all))
        ? []
        : [`  ${name} = ${name === 'month' ? value : `{${value}}`}`],
    );
    return `@${type}{key,\n${lines.join(',\n')}\n}\n`;
  }),
);

test('200 generated records of all types come back whole', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(record, (bibtex) => {
      const { paper, remarks } = take(bibtex);
      expect(remarks, bibtex).toEqual([]);
      const before = readRecord(bibtex);
      seen.add(String(before.entryType));
      // What the paper's file has worked out comes on top.
      expect(readRecord(toBibtex(paper)), bibtex).toMatchObject(before);
    }),
    { numRuns: 200 },
  );
  expect([...seen].sort()).toEqual(Object.keys(TYPES).sort());
});

describe('what search engines, reference managers and publishers give away', () => {
  test.each(EXPORTED.map((one) => [one.from, one] as const))('%s', (_, { bibtex, fields, leftOut, entryType }) => {
    const taken = take(bibtex);
    expect(taken.fields).toMatchObject(fields);
    const named = taken.remarks.flatMap((remark) => [...remark.matchAll(/`([^`]+)`/g)].map((match) => match[1]));
    expect(named).toEqual(leftOut);
    const before = readRecord(bibtex);
    const after = readRecord(toBibtex(taken.paper));
    expect(after.entryType).toBe(entryType);
    const isOnArxiv = taken.paper.venue === 'arXiv';
    for (const name of ['title', 'editor', 'year', 'volume', 'number', 'doi', 'isbn']) {
      if (before[name] !== undefined && !isOnArxiv) expect(after[name], name).toEqual(before[name]);
    }
    const holder = before.school ?? before.institution;
    if (holder !== undefined) expect([after.school ?? after.institution].flat()).toEqual([holder].flat());
    const toNames = (people: unknown) =>
      (people as string[]).map((name) => name.replaceAll('|', ' ').replace(/\s+/g, ' ').trim());
    expect(toNames(after.author)).toEqual(expect.arrayContaining(toNames(before.author)));
  });
});
