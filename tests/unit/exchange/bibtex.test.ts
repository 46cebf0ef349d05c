/** BibTeX records: their words, and what another program reads in them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@retorquere/bibtex-parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePaper } from '../../../src/content/parse/parse.ts';
import { toBibtex } from '../../../src/exchange/bibtex.ts';
import type { Paper } from '../../../src/model/paper.ts';
import { toPersonName, toPrintedName } from '../../../src/text/person-name.ts';
import { root } from '../../support/papershelf.ts';

function toPaper(lines: readonly string[], slug = 'styleclip'): Paper {
  const { paper } = parsePaper({ path: `papers/${slug}.md`, text: `---\n${lines.join('\n')}\n---\n`, digest: '' });
  if (paper === undefined) throw new Error('no paper');
  return paper;
}

test('a preprint, a conference paper and an article', () => {
  const common = [
    'title: "StyleCLIP: Text-Driven Manipulation of 3D & 100% {more}"',
    'authors: [Or Patashnik, Ronan Le Bras, Laurens van der Maaten]',
    'year: 2021',
    'topics: [a]',
  ];
  expect(toBibtex(toPaper([...common, 'venue: arXiv', 'arxiv: 2103.17249']))).toMatchInlineSnapshot(`
    "@misc{styleclip,
      title = {{StyleCLIP}: Text-Driven Manipulation of {3D} \\& 100\\% {\\textbraceleft}more{\\textbraceright}},
      author = {Patashnik, Or and Le Bras, Ronan and van der Maaten, Laurens},
      year = {2021},
      eprint = {2103.17249},
      archivePrefix = {arXiv},
      url = {https://arxiv.org/abs/2103.17249}
    }
    "
  `);
  expect(
    toBibtex(toPaper([...common, 'venue: ICCV', 'date: 2021-10-11', 'url: https://example.org/a_b%20c'])),
  ).toMatchInlineSnapshot(`
    "@inproceedings{styleclip,
      title = {{StyleCLIP}: Text-Driven Manipulation of {3D} \\& 100\\% {\\textbraceleft}more{\\textbraceright}},
      author = {Patashnik, Or and Le Bras, Ronan and van der Maaten, Laurens},
      booktitle = {Proceedings of the IEEE/CVF International Conference on Computer Vision},
      year = {2021},
      month = oct,
      day = {11},
      url = {https://example.org/a_b%20c}
    }
    "
  `);
  expect(toBibtex(toPaper([...common, 'venue: TOG (SIGGRAPH)', 'doi: 10.1145/1_2']))).toMatchInlineSnapshot(`
    "@article{styleclip,
      title = {{StyleCLIP}: Text-Driven Manipulation of {3D} \\& 100\\% {\\textbraceleft}more{\\textbraceright}},
      author = {Patashnik, Or and Le Bras, Ronan and van der Maaten, Laurens},
      journal = {ACM Transactions on Graphics},
      year = {2021},
      doi = {10.1145/1_2}
    }
    "
  `);
});

test('the owner’s own record wins', () => {
  expect(toBibtex(toPaper(['title: T', 'topics: [a]', 'bibtex: "@misc{own, year = {2021}}"']))).toBe(
    '@misc{own, year = {2021}}\n',
  );
});

describe('names', () => {
  test.each([
    ['Or Patashnik', { family: 'Patashnik', given: 'Or' }],
    ['Jong Wook Kim', { family: 'Kim', given: 'Jong Wook' }],
    ['Daniel Cohen-Or', { family: 'Cohen-Or', given: 'Daniel' }],
    ['Laurens van der Maaten', { family: 'van der Maaten', given: 'Laurens' }],
    ['Ronan Le Bras', { family: 'Le Bras', given: 'Ronan' }],
    ['Quoc V. Le', { family: 'Le', given: 'Quoc V.' }],
    ['Martin Luther King Jr.', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
    ['van der Maaten, Laurens', { family: 'van der Maaten', given: 'Laurens' }],
    ['Plato', { family: 'Plato' }],
    ['王小明', { family: '王小明' }],
    ['ATLAS Collaboration', { family: 'ATLAS Collaboration' }],
    ['John Smith, Jr.', { family: 'Smith', given: 'John', suffix: 'Jr.' }],
    ['King, Jr., Martin Luther', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
    ['Luc Van Gool', { family: 'Van Gool', given: 'Luc' }],
    ['Abdulmotaleb El Saddik', { family: 'El Saddik', given: 'Abdulmotaleb' }],
    ['Jan Van den Berg', { family: 'Van den Berg', given: 'Jan' }],
    ['Nguyễn Van Anh', { family: 'Anh', given: 'Nguyễn Van' }],
    ['Van Nguyen', { family: 'Nguyen', given: 'Van' }],
    ['Ben Mildenhall', { family: 'Mildenhall', given: 'Ben' }],
    ['Gemini Team, Google', { family: 'Gemini Team, Google' }],
    ['{Google DeepMind}', { family: 'Google DeepMind' }],
  ])('%s', (name, parts) => expect(toPersonName(name)).toEqual(parts));
});

test.each([
  ['van der Maaten, Laurens', 'Laurens van der Maaten', 'van der Maaten, Laurens'],
  ['García Márquez, Gabriel', 'Gabriel García Márquez', 'García Márquez, Gabriel'],
  ['John Smith, Jr.', 'John Smith Jr.', 'Smith, Jr., John'],
  ['{Google DeepMind}', 'Google DeepMind', '{Google DeepMind}'],
  ['Gemini Team, Google', 'Gemini Team, Google', '{Gemini Team, Google}'],
  ['OpenAI', 'OpenAI', 'OpenAI'],
  ['Sand and Stone', 'Sand and Stone', 'Stone, Sand {and}'],
  ['Ann B=C', 'Ann B=C', 'B{=}C, Ann'],
  ['Ann B--C-', 'Ann B--C-', 'B{-}-C{-}, Ann'],
])('the name %s is printed %s and recorded %s', (name, printed, recorded) => {
  expect(toPrintedName(name)).toBe(printed);
  expect(toBibtex({ ...toPaper(['title: T', 'topics: [a]']), authors: ['Ann Bee', name] })).toContain(
    `  author = {Bee, Ann and ${recorded}}`,
  );
});

test.each([
  ['Physical Review Letters', 'article'],
  ['Astronomy and Astrophysics', 'article'],
  ['Phys. Lett. B', 'article'],
  ['Proceedings of SPIE', 'inproceedings'],
  ['Int. Conf. Sci. Vis.', 'inproceedings'],
  ['Findings of EMNLP', 'inproceedings'],
])('a paper of %s is an %s', (venue, type) => {
  expect(toBibtex({ ...toPaper(['title: T', 'topics: [a]']), venue })).toMatch(new RegExp(`^@${type}\\{`));
});

test.each(["CVPR'21", '2021 CVPR', 'CVPR, 2021', 'CVPR (Oral) 2021'])('%s is recorded by its full name', (venue) => {
  expect(toBibtex({ ...toPaper(['title: T', 'topics: [a]']), venue })).toContain(
    'booktitle = {Proceedings of the IEEE/CVF Conference on Computer Vision and Pattern Recognition}',
  );
});

test('authors that the file does not name are others', () => {
  const paper = { ...toPaper(['title: T', 'topics: [a]']), authors: ['Ann Bee', 'ATLAS Collaboration'] };
  expect(toBibtex({ ...paper, hasMoreAuthors: true })).toContain(
    '  author = {Bee, Ann and {ATLAS Collaboration} and others}',
  );
  expect(toBibtex({ ...paper, authors: [], hasMoreAuthors: true })).not.toContain('author');
});

test.each([
  [['date: 2021-03-31'], '  year = {2021},\n  month = mar,\n  day = {31}\n'],
  [['date: 2021-03'], '  year = {2021},\n  month = mar\n'],
  [['date: 2021'], '  year = {2021}\n'],
  [['date: 2021-03-31', 'year: 2022'], '  year = {2022}\n'],
])('the year and the month of %o', (dates, lines) => {
  expect(toBibtex(toPaper(['title: T', 'topics: [a]', ...dates]))).toBe(
    `@misc{styleclip,\n  title = {T},\n${lines}}\n`,
  );
});

test.each([
  { arxiv: '2103.17249' },
  { doi: '10.48550/arXiv.2103.17249' },
  { url: 'https://arxiv.org/pdf/2103.17249v2' },
])('the arXiv id of %o', (paper) => {
  expect(toBibtex({ ...toPaper(['title: T', 'topics: [a]']), ...paper })).toContain(
    '  eprint = {2103.17249},\n  archivePrefix = {arXiv},\n',
  );
});

test.each([
  ['CVPR 2021', '@inproceedings', 'booktitle = {Proceedings of the IEEE/CVF Conference on Computer Vision'],
  ['TOG (SIGGRAPH), 2021', '@article', 'journal = {ACM Transactions on Graphics}'],
  ['Nature Communications', '@article', 'journal = {Nature Communications}'],
  ['Nature Methods', '@article', 'journal = {Nature Methods}'],
  ['IEEE Access', '@article', 'journal = {IEEE Access}'],
  ['IEEE Trans. Multimedia', '@article', 'journal = {IEEE Trans. Multimedia}'],
  ['Chemical Reviews', '@article', 'journal = {Chemical Reviews}'],
  ['bioRxiv 2020', '@misc', 'howpublished = {bioRxiv}'],
  ['SSRN', '@misc', 'howpublished = {SSRN}'],
])('the kind of %s is %s', (venue, type, field) => {
  const record = toBibtex({ ...toPaper(['title: T', 'topics: [a]']), venue });
  expect(record).toContain(`${type}{styleclip,`);
  expect(record).toContain(`  ${field}`);
});

test('an address spells no command and begins no record', () => {
  const record = toBibtex({
    ...toPaper(['title: T', 'topics: [a]']),
    url: 'https://example.org/^^5cinput\\a/@me/@misc(x)',
    doi: '10.1000/^^5cwrite18',
  });
  expect(record).toContain('url = {https://example.org/%5E%5E5cinput%5Ca/%40me/%40misc(x)}');
  expect(record).toContain('doi = {10.1000/%5E%5E5cwrite18}');
});

test('an address is written as it is', () => {
  const record = toBibtex({ ...toPaper(['title: T', 'topics: [a]']), url: 'https://example.org/a_b%20{c}&d#e' });
  expect(record).toContain('url = {https://example.org/a_b%20%7Bc%7D&d#e}');
});

test('a bibliography program reads every paper of the CLIP list as it was meant', () => {
  const folder = join(root, 'papers');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.md') && file !== 'index.md',
  );
  expect(files.length).toBeGreaterThan(70);
  for (const file of files) {
    const { paper } = parsePaper({
      path: `papers/${file}`,
      text: readFileSync(join(folder, file), 'utf8'),
      digest: '',
    });
    if (paper === undefined) throw new Error(file);
    const { entries, errors } = parse(toBibtex(paper), { sentenceCase: false });
    expect(errors, file).toEqual([]);
    const entry = entries[0];
    expect(entry?.key).toBe(paper.slug);
    expect(String(entry?.fields.title).replace(/<[^>]+>/g, '')).toBe(paper.title);
    expect(entry?.fields.author?.length).toBe(paper.authors.length);
    expect(String(entry?.fields.year ?? '')).toBe(String(paper.year ?? ''));
  }
});

/** How deep a record ends, counted as BibTeX counts: a brace is one whatever stands before it; -1 where one closes too much. */
function depthOf(record: string): number {
  let depth = 0;
  for (const character of record) {
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    if (depth < 0) return -1;
  }
  return depth;
}

test.each([
  ['An unclosed { brace', 'An unclosed {\\textbraceleft} brace'],
  ['$\\left\\{ x \\right.$ sets', '{$\\left\\lbrace x \\right.$} sets'],
  ['$\\{x\\}$', '{$\\lbrace x\\rbrace$}'],
  ['$\\\\{x}$', '{$\\\\{x}$}'],
  ['$x_{1$', '\\$x\\_{\\textbraceleft}1\\$'],
  ['\\{', '\\textbackslash{}{\\textbraceleft}'],
  ['Me @home', 'Me {@}home'],
  ['R$x@$k', 'R{$x{@}$}k'],
  ['$x%\\write18{a}$', '\\$x\\%\\textbackslash{}write18{\\textbraceleft}a{\\textbraceright}\\$'],
  ['$\\input{a}$', '\\$\\textbackslash{}input{\\textbraceleft}a{\\textbraceright}\\$'],
  ['$^^5cinput a$', '\\$\\textasciicircum{}\\textasciicircum{}5cinput a\\$'],
  ['a < b | c > d', 'a {\\textless} b {\\textbar} c {\\textgreater} d'],
  ["A -- B --- ''c'' ?`", "A -{}- B -{}-{}- '{}'c'{}' ?{}`"],
])('the title %s', (title, tex) => {
  expect(toBibtex({ ...toPaper(['title: T', 'topics: [a]']), title })).toContain(`  title = {${tex}}`);
});

test.each([
  ['StyleGAN-T: A Title', '{StyleGAN-T}: A Title'],
  ['CLIP-Mesh and NeRF-Art', '{CLIP-Mesh} and {NeRF-Art}'],
  ['Mask R-CNN, U-Net', 'Mask {R-CNN}, {U-Net}'],
  ['Q-learning of 3D (GPT-4)', '{Q}-learning of {3D} ({GPT-4})'],
  ['A Tip-Adapter, Text-Driven', 'A {Tip-Adapter}, Text-Driven'],
  ['A-to-Z Step-by-Step', '{A}-to-{Z} Step-by-Step'],
])('the capitals of %s', (title, tex) => {
  const paper = { ...toPaper(['title: T', 'topics: [a]']), title, short: 'My Tip-Adapter' };
  expect(toBibtex(paper)).toContain(`  title = {${tex}}`);
});

test('a lone brace in a name or a DOI', () => {
  const record = toBibtex({ ...toPaper(['title: T', 'topics: [a]']), authors: ['Ann {Bee'], doi: '10.1000/a{b' });
  expect(record).toContain('author = {{\\textbraceleft}Bee, Ann}');
  expect(record).toContain('doi = {10.1000/a%7Bb}');
});

test('whatever a paper holds, the record is one entry, and its braces balance', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '\\',
    '$',
    '"',
    '@',
    '@misc{',
    '@string',
    '@a(',
    ',',
    '%',
    'and',
    ' ',
    '-',
    'a',
    'B',
    'Gemini Team',
    'é',
  );
  const text = fc.oneof(
    fc.string({ unit: 'grapheme-ascii', minLength: 1 }),
    fc.string({ unit: pieces, minLength: 1, maxLength: 12 }),
  );
  fc.assert(
    fc.property(text, text, (one, other) => {
      const paper = { ...toPaper(['title: T', 'topics: [a]']), title: one, authors: [other], venue: one, doi: other };
      const record = toBibtex({ ...paper, url: one });
      expect(depthOf(record)).toBe(0);
      const { entries, strings, preamble } = parse(record, { sentenceCase: false });
      expect({ ...strings, ...preamble }).toEqual({});
      expect(entries.length).toBe(1);
      expect(entries[0]?.key).toBe('styleclip');
    }),
    { numRuns: 300 },
  );
});
