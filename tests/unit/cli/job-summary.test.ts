/** Job summaries: what they show as Markdown, that text from papers is never obeyed, and how long they can get. */
import fc from 'fast-check';
import type { Element, Nodes, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { toJobSummary } from '../../../src/cli/job-summary.ts';
import { toPrintable } from '../../../src/io/printable.ts';
import type { Problem } from '../../../src/model/problem.ts';

const FILES = 'https://github.com/owner/name/blob/0123abc/';

function toProblem(changes: Partial<Problem> = {}): Problem {
  const place = { line: 3, column: 10, endLine: 3, endColumn: 12 };
  const words = { message: 'Topic `CLIP+NeRF` is not in this list.', hint: 'Did you mean `CLIP + NeRF`?' };
  return { rule: 'topic-unknown', severity: 'error', ...words, file: 'papers/clip-nerf.md', ...place, ...changes };
}

/** As GitHub reads it, HTML included. */
function read(markdown: string): Root {
  const reader = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw);
  return reader.runSync(reader.parse(markdown)) as Root;
}

function* walk(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* walk(child);
}

const elementsOf = (root: Nodes, name: string) =>
  [...walk(root)].filter((node): node is Element => node.type === 'element' && node.tagName === name);
const textOf = (node: Nodes) => [...walk(node)].map((one) => (one.type === 'text' ? one.value : '')).join('');
const rowsOf = (markdown: string) =>
  elementsOf(read(markdown), 'tr')
    .slice(1)
    .map((row) => elementsOf(row, 'td'));

test('a heading, what the command said, and a row for each problem, errors first', () => {
  const warning = toProblem({ severity: 'warning', file: "papers/it's (1)/a&b.md", line: 7, message: 'No text.' });
  const markdown = toJobSummary({
    verb: 'check',
    summary: 'One.\nTwo.',
    problems: [warning, toProblem()],
    files: FILES,
  });
  const root = read(markdown);
  expect(elementsOf(root, 'h3').map(textOf)).toEqual(['papershelf check']);
  expect(elementsOf(root, 'p').map(textOf)).toEqual(['One.', 'Two.', '1 error and 1 warning in 2 files.']);
  expect(rowsOf(markdown).map((cells) => cells.map(textOf))).toEqual([
    ['error', 'papers/clip-nerf.md:3:10', 'Topic CLIP+NeRF is not in this list.', 'Did you mean CLIP + NeRF?'],
    ['warning', "papers/it's (1)/a&b.md:7:10", 'No text.', 'Did you mean CLIP + NeRF?'],
  ]);
  expect(elementsOf(root, 'a').map(({ properties }) => properties.href)).toEqual([
    `${FILES}papers/clip-nerf.md#L3`,
    `${FILES}papers/it%27s%20%281%29/a%26b.md#L7`,
  ]);
  expect(elementsOf(root, 'code').map(textOf)).toContain('CLIP+NeRF');
});

test('without problems there is no table, and without an address of the files no link', () => {
  expect(toJobSummary({ verb: 'check', summary: '73 files, no problems.', problems: [] })).toBe(
    '### `papershelf check`\n\n73 files, no problems.\n\n',
  );
  expect(toJobSummary({ verb: 'check', summary: '', problems: [toProblem()] })).not.toContain('](');
});

test('two summaries after each other are two', () => {
  const one = toJobSummary({ verb: 'check', summary: '', problems: [toProblem()] });
  const root = read(one + toJobSummary({ verb: 'build', summary: 'Done.', problems: [] }));
  expect(elementsOf(root, 'h3').map(textOf)).toEqual(['papershelf check', 'papershelf build']);
  expect(elementsOf(root, 'p').map(textOf).at(-1)).toBe('Done.');
});

describe('text from papers', () => {
  const HOSTILE = [
    '<script>alert(1)</script><img src=x onerror=alert(1)>',
    '![x](https://evil.example/x.png) [y](javascript:alert(1))',
    '| a | b |\n|---|---|',
    '</code></td></tr></table><h1>Pwned',
    '&lt;b&gt; &#96; \\` `code` ``two`` ```',
    'https://evil.example www.evil.example me@evil.example <https://evil.example>',
    '# Heading\n---\n1. One\n- [x] done\n> quoted\n$E = mc^2$ **bold** _i_ ~~s~~ [^1]',
    '\u202e\u0007\ud800 大规模 مرحبا 🙂',
  ];
  const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 60 }), fc.lorem());

  test('is shown and not obeyed, in every place', () => {
    fc.assert(
      fc.property(text, text, text, text, (summary, file, message, hint) => {
        const markdown = toJobSummary({
          verb: 'check',
          summary,
          problems: [toProblem({ file, message, hint })],
          files: FILES,
        });
        const root = read(markdown);
        const names = [...walk(root)].flatMap((node) => (node.type === 'element' ? [node.tagName] : []));
        const ours = ['h3', 'p', 'strong', 'code', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'a'];
        expect(names.filter((name) => !ours.includes(name))).toEqual([]);
        expect(names.filter((name) => name === 'tr')).toHaveLength(2);
        const links = elementsOf(root, 'a').map(({ properties }) => properties);
        expect(links.map((properties) => Object.keys(properties))).toEqual([['href']]);
        expect(String(links[0]?.href).startsWith(FILES)).toBe(true);
        const squeeze = (shown: string) => toPrintable(shown).replaceAll('`', '').replace(/\s+/g, ' ').trim();
        const [, where, what, fix] = (rowsOf(markdown)[0] ?? []).map((cell) => squeeze(textOf(cell)));
        expect([where, what, fix]).toEqual([squeeze(`${file}:3:10`), squeeze(message), squeeze(hint)]);
      }),
      { numRuns: 200 },
    );
  });

  test('calls nobody: a name, a number of an issue, a formula and an emoji are code', () => {
    const words = ['@octocat', 'owner/name#12', '#12', '$x$', ':tada:', 'a@b.example'];
    const markdown = toJobSummary({
      verb: 'check',
      summary: '',
      problems: [toProblem({ message: words.join(' and ') })],
    });
    const cell = rowsOf(markdown)[0]?.[2] as Element;
    expect(elementsOf(cell, 'code').map(textOf)).toEqual(words);
  });
});

describe('length', () => {
  const many = (count: number, severity: Problem['severity'], length: number) =>
    Array.from({ length: count }, (_, at) =>
      toProblem({ severity, file: `papers/p${at}.md`, message: `${at} ${'|'.repeat(length)}` }),
    );

  test('what does not fit into an issue is counted, warnings before errors', () => {
    const problems = [...many(500, 'hint', 5), ...many(290, 'error', 40)];
    const markdown = toJobSummary({ verb: 'check', summary: '', problems, files: FILES });
    expect(markdown.length).toBeLessThanOrEqual(60_000);
    const rows = rowsOf(markdown);
    expect(rows.length).toBeGreaterThan(100);
    expect(new Set(rows.map(([cell]) => textOf(cell as Element)))).toEqual(new Set(['error']));
    expect(markdown.endsWith(`\n${790 - rows.length} more; the log of the job has all of them.\n\n`)).toBe(true);
  });

  test('equal warnings in many files take one row', () => {
    const problems = many(1000, 'warning', 0).map((problem) => ({ ...problem, message: 'No text.' }));
    const rows = rowsOf(toJobSummary({ verb: 'check', summary: '', problems }));
    expect(rows.map(([, where]) => textOf(where as Element))).toEqual(['papers/p0.md:3:10 and 999 other files']);
  });

  test('one problem that is too long for an issue is counted too', () => {
    const markdown = toJobSummary({ verb: 'check', summary: '', problems: many(1, 'error', 60_000) });
    expect(markdown.length).toBeLessThan(1000);
    expect(markdown).toContain('\n1 more; ');
  });
});
