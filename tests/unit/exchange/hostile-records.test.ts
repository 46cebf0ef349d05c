/** Hostile records: whatever a paper or a foreign file says, no command that acts comes into a record, and no second record. */
import { parse } from '@retorquere/bibtex-parser';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePaper } from '../../../src/content/parse/parse.ts';
import { toBibtex } from '../../../src/exchange/bibtex.ts';
import { readBibtex } from '../../../src/exchange/bibtex-reader.ts';
import { toPaperFile } from '../../../src/exchange/paper-file.ts';
import type { PaperFields } from '../../../src/model/paper-fields.ts';
import { ACTING_COMMANDS } from '../acting-commands.ts';

/** What acts in a text as TeX reads it, `^^5c` decoded first. */
function listActing(tex: string): readonly string[] {
  const decoded = tex
    .replace(/\^\^\^\^00([\da-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\^\^([\da-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  const names = [...decoded.matchAll(/\\(?:([A-Za-z]+)|[\s\S])/g)].map((match) => match[1] ?? '');
  const called = [...decoded.matchAll(/(?<!\\)\\(?:begin|end)\s*\{([^}]*)\}/g)].map((match) => match[1] as string);
  return [...names, ...called].filter((name) => ACTING_COMMANDS.includes(name) && !/^(?:begin|end)$/.test(name));
}

const acting = fc.constantFrom(...ACTING_COMMANDS);
const spelled = fc.oneof(
  acting.map((name) => `\\${name}`),
  acting.map((name) => `^^5c${name}`),
  acting.map((name) => `^^^^005c${name} `),
  acting.map((name) => `\\^^${name.charCodeAt(0).toString(16)}${name.slice(1)}`),
  acting.map((name) => `\\begin{${name}}`),
  acting.map((name) => `%\\${name}`),
);
const glue = fc.constantFrom(
  ...[
    '$',
    '$',
    '{',
    '}',
    ' ',
    '\\',
    '\\\\',
    '\\{',
    '"',
    '" # "',
    '#',
    ',',
    'a',
    'x_1',
    '\\alpha',
    '\\text{',
    '@',
    '@misc{k,',
  ],
  ...['\n% other\n', '@string{a = "b"}', '(', 'and', '^', '{$x$}', "\\'e"],
);
const hostile = fc.array(fc.oneof({ weight: 3, arbitrary: glue }, { weight: 1, arbitrary: spelled }), {
  maxLength: 10,
});
const text = hostile.map((pieces) => pieces.join(''));

function expectHarmless(record: string): void {
  expect(listActing(record), record).toEqual([]);
  const { entries, strings, preamble, comments } = parse(record, { sentenceCase: false });
  expect(entries.length, record).toBe(1);
  expect({ ...strings, ...preamble, ...comments }, record).toEqual({});
}

test('in records that are made', () => {
  const formula = fc.tuple(text, text, text).map(([before, inside, after]) => `${before}$${inside}$${after}`);
  const written = fc.oneof(text, formula);
  fc.assert(
    fc.property(written, text, text, (title, name, address) => {
      const { paper } = parsePaper({ path: 'papers/x.md', text: '---\ntitle: T\ntopics: [a]\n---\n', digest: '' });
      if (paper === undefined) throw new Error('no paper');
      const fields = { title, short: title, authors: [name, title], venue: name, doi: address, url: address };
      expectHarmless(toBibtex({ ...paper, ...fields }));
    }),
    { numRuns: 200 },
  );
}, 120_000);

test('in records that owners write', () => {
  const value = fc
    .tuple(fc.constantFrom('{', '"'), text)
    .map(([open, inside]) => `${open}${inside}${open === '{' ? '}' : '"'}`);
  const parts = fc.array(fc.oneof(value, fc.constantFrom('{J{\\"o}rg}', '"$\\alpha_1$"', '{\\emph{x}}', 'jan', '1')), {
    minLength: 1,
    maxLength: 3,
  });
  const record = fc
    .tuple(text, fc.array(parts, { maxLength: 3 }), text, fc.boolean())
    .map(([before, fields, after, isClean]) => {
      const lines = fields.map((field, at) => `  f${'abc'[at]} = ${field.join(' # ')}`);
      return `${isClean ? '' : before}@misc{key,\n${lines.join(',\n')}\n}${isClean ? '' : after}`;
    });
  let passed = 0;
  fc.assert(
    fc.property(record, (bibtex) => {
      const file = toPaperFile({ title: 'T', topics: ['a'], bibtex } as PaperFields, '');
      const { paper, problems } = parsePaper({ path: 'papers/x.md', text: file, digest: '' });
      if (paper === undefined || problems.length > 0) return;
      passed += 1;
      expect(paper.bibtex?.replace(/\s+/g, ' ')).toBe(bibtex.replace(/\s+/g, ' ').trim());
      expectHarmless(toBibtex(paper));
    }),
    { numRuns: 500 },
  );
  expect(passed).toBeGreaterThan(30);
}, 120_000);

test('in what is read of foreign files', () => {
  fc.assert(
    fc.property(text, text, text, (title, author, other) => {
      const bib = `@misc{k, title = {${title}}, author = {${author}}, booktitle = {${other}}, url = {${other}}, doi = {10.1/${other}}}`;
      for (const { read } of readBibtex(bib)) {
        if ('failure' in read) continue;
        const file = toPaperFile({ ...read.fields, topics: ['a'] }, '');
        const { paper } = parsePaper({ path: 'papers/x.md', text: file, digest: '' });
        if (paper !== undefined && paper.title !== '') expectHarmless(toBibtex(paper));
      }
    }),
    { numRuns: 100 },
  );
}, 120_000);
