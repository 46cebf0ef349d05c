/** Hostile figures: none is published, however the attack is spelled, and none takes long to refuse. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkSvg } from '../../src/content/collect/svg/check-svg.ts';
import { measureSvg } from '../../src/io/measure-svg.ts';
import { gather } from '../../src/pipeline/gather.ts';
import { createFolder, INDEX } from '../support/papershelf.ts';
import { FILE_ATTACKS } from './file-attacks.ts';
import { svg } from './make-svg.ts';
import { MARKUP_ATTACKS } from './markup-attacks.ts';
import { STYLE_ATTACKS } from './style-attacks.ts';

const ATTACKS = { ...MARKUP_ATTACKS, ...STYLE_ATTACKS, ...FILE_ATTACKS };

describe('every attack is refused', async () => {
  const folder = createFolder({ 'papers/index.md': INDEX });
  mkdirSync(join(folder, 'papers/a'));
  for (const [name, file] of Object.entries(ATTACKS)) writeFileSync(join(folder, `papers/a/${name}.svg`), file);
  const { problems } = await gather({ papersFolder: join(folder, 'papers') });
  const RULES = /^(?:svg-(?:unsafe|invalid|costly)|encoding-(?:utf16|invalid))$/;

  test('there are many', () => {
    expect(Object.keys(ATTACKS).length).toBeGreaterThan(150);
  });

  test.each(Object.keys(ATTACKS))('%s', (name) => {
    const found = problems.filter(({ file }) => file === `papers/a/${name}.svg`);
    expect(found.map(({ severity, rule }) => `${severity} ${rule}`)).not.toEqual([]);
    for (const { severity, rule, line, column } of found) {
      expect(severity).toBe('error');
      expect(rule).toMatch(RULES);
      expect(line > 0 && column > 0).toBe(true);
    }
  });
});

test('an SVG of more than 256 KiB is refused by its size alone', async () => {
  const pad = (size: number) => svg('<!-- -->').replace(' -->', `${' '.repeat(size - svg('<!---->').length)}-->`);
  const large = { 'papers/a/most.svg': pad(FILE), 'papers/a/more.svg': pad(FILE + 1) };
  const folder = createFolder({ 'papers/index.md': INDEX, ...large });
  const { problems } = await gather({ papersFolder: join(folder, 'papers') });
  expect(problems).toMatchObject([
    {
      rule: 'file-too-large',
      file: 'papers/a/more.svg',
      message: expect.stringContaining('262145 bytes; the limit for an SVG is 262144 (256 KiB)'),
    },
  ]);
});

const FILE = 256 * 1024;
const XMLNS = 'xmlns="http://www.w3.org/2000/svg"';
const fill = (head: string, piece: string, tail = '') =>
  head + piece.repeat(Math.floor((FILE - head.length - tail.length) / piece.length)) + tail;
const sheet = (piece: string, tail = '') => fill(`<svg ${XMLNS}><style>`, piece, `${tail}</style></svg>`);
const body = (piece: string, tail = '') => fill(`<svg ${XMLNS}>`, piece, `${tail}</svg>`);
const value = (name: string, piece: string, tail = '') =>
  fill(`<svg ${XMLNS}><image ${name}="`, piece, `${tail}"/></svg>`);

const count = (times: number, make: (at: number) => string) =>
  Array.from({ length: times }, (_, at) => make(at)).join(' ');

/** As large as a figure may be, and made so that a careless reader starts anew at every piece. */
const LARGE: Readonly<Record<string, string>> = {
  'open style tags': fill('', '<style '),
  'open style tags inside': body('<style '),
  'open svg tags': fill('', '<svg '),
  'open svg tags with quotes': fill('', '<svg a="'),
  'XML declarations': fill('', '<?xml '),
  'XML declarations inside': body('<?xml '),
  'comments that do not end': body('<!--'),
  'comments that nearly end': body('<!-- --', ' -->'),
  'CDATA that does not end': body('<![CDATA['),
  'document types': fill('', '<!DOCTYPE '),
  'a document type of blanks': fill('<!DOCTYPE svg', ' ', `x><svg ${XMLNS}/>`),
  'entities without an end': body('&a'),
  'style elements': body('<style>a{}</style>'),
  'style elements with CDATA': body('<style><![CDATA[a{}]]></style>'),
  'style elements without CDATA': body('<style>a<!---->{}</style>'),
  'nested elements': body('<g>'),
  'refused elements': body('<script/>'),
  'refused attributes': body('<g a="&#97;"/>'),
  'many attributes': `<svg ${XMLNS} ${count(24_000, (at) => `a${at}=""`)}/>`,
  prefixes: `<svg ${XMLNS} ${count(15_000, (at) => `xmlns:p${at}="a"`)}/>`,
  'prefixed attributes, deep': `<svg ${XMLNS} xmlns:i="http://www.serif.com/">${'<g>'.repeat(250)}<g ${count(20_000, (at) => `i:a${at}=""`)}/>`,
  'blanks in a tag': fill(`<svg ${XMLNS}`, ' ', '/>'),
  'blanks in a length': fill(`<svg ${XMLNS} width="`, ' ', 'x"/>'),
  'digits in a length': fill(`<svg ${XMLNS} width="`, '1', 'x!"/>'),
  'commas in a box': fill(`<svg ${XMLNS} viewBox="`, ' ,', '"/>'),
  'blanks in a picture': value('href', ' ', '!').replace('href="', 'href="data:image/png;base64,iVBORw0KGgo'),
  'equals signs in a picture': value('href', '=', '!').replace('href="', 'href="data:image/png;base64,iVBORw0KGgo'),
  'url( in an attribute': value('fill', 'url('),
  'url( of strings': value('fill', "url('"),
  backslashes: value('style', '\\'),
  brackets: value('style', '({['),
  'url( in a sheet': sheet('url('),
  'comments in a sheet': sheet('/*'),
  'strings in a sheet': sheet('"\n'),
  'at-rules': sheet('@import '),
  'nested at-rules': sheet('@media{'),
  'nested rules with references': sheet('a{fill:url(#a);'),
  'blanks in url(': sheet(' ', '').replace('<style>', '<style>a{fill:url('),
  selectors: sheet('.a,', '{fill:url(#a)}'),
  'selectors of classes': sheet('.a', '{fill:url(#a)}'),
  numbers: sheet('1e'),
  'rules for all elements': `${fill(`<svg ${XMLNS} id="a"><style>`, '*{fill:url(#a)}').slice(0, FILE / 2)}</style>${'<g/>'.repeat(FILE / 8)}</svg>`,
  'rules for one class': `${fill(`<svg ${XMLNS} id="a"><style>`, '.b{fill:url(#a)}').slice(0, FILE / 2)}</style>${'<g class="b"/>'.repeat(FILE / 32)}</svg>`,
  'a long chain': `<svg ${XMLNS}>${count(6000, (at) => `<g id="c${at}"><use href="#c${at + 1}"/></g>`)}</svg>`,
  'line feeds': body('\n<g a=""/>'),
};

test.each(Object.entries(LARGE))('%s: read in linear time, few problems', (_, text) => {
  expect(text.length).toBeGreaterThan(FILE / 4);
  const start = process.cpuUsage();
  const findings = checkSvg(text);
  measureSvg(text);
  const { user } = process.cpuUsage(start);
  expect(findings.length).toBeLessThanOrEqual(20);
  // What takes square time needs ten seconds and more; 3 are generous to slow machines.
  expect(user / 1e6).toBeLessThan(3);
});
