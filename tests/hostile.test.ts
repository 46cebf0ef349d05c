/** Hostile files and the real command: they cost little, say little, name themselves, and no CI runner obeys them. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFolder, INDEX, papershelf, toPaper } from './support/papershelf.ts';

const nested = `${'- > '.repeat(25)}x\n`;
const KINDS: Readonly<Record<string, string>> = {
  'display formulas without end': `${'$$\n'.repeat(2660)}\n`.repeat(8).slice(0, 60_000),
  'long formulas of Chinese': Array.from({ length: 5 }, () => `$${'数'.repeat(3990)}$`).join('\n\n'),
  'lists in quotes, up to the limit': nested.repeat(20),
  'lists in quotes, far beyond it': `${nested.repeat(75)}\n`.repeat(7),
  'lists in lists': `${`${'- '.repeat(49)}x\n`.repeat(75)}\n`.repeat(7),
  'dead links': '[数](nowhere.md)\n\n'.repeat(3000),
  'tags without end': '<b>\n\n'.repeat(199),
  'pictures without words': '<img src="https://example.org/x.png">\n\n'.repeat(1500),
};

test('64 hostile files of 60 KB cost seconds and less than 1 MB of output', () => {
  const kinds = Object.values(KINDS);
  const papers = Array.from({ length: 64 }, (_, at) => {
    return [`papers/p${at}.md`, toPaper([`title: "Paper ${at}"`, 'topics: [CLIP + GAN]'], kinds[at % kinds.length])];
  });
  const folder = createFolder({ 'papers/index.md': INDEX, ...Object.fromEntries(papers) });
  // Processor time, since others may be at work beside this test: under 10 s on a quiet machine.
  const clock = join(folder, 'clock.mjs');
  writeFileSync(
    clock,
    `import { writeFileSync } from 'node:fs';
    process.on('exit', () => writeFileSync('cpu.json', JSON.stringify(process.cpuUsage())));`,
  );
  const run = papershelf(folder, ['check'], { NODE_OPTIONS: `--import=${clock}` });
  const { user, system } = JSON.parse(readFileSync(join(folder, 'cpu.json'), 'utf8'));
  expect((user + system) / 1_000_000).toBeLessThan(30);
  expect(run.code).toBe(1);
  expect(Buffer.byteLength(run.stdout) + Buffer.byteLength(run.stderr)).toBeLessThan(1_000_000);
  expect(run.stdout).toContain(' more of `link-dead` in this file.');
  const github = papershelf(folder, ['check', '--format', 'github']);
  expect(github.stdout.match(/^::error /gm)).toHaveLength(10);
  expect(Buffer.byteLength(github.stdout) + Buffer.byteLength(github.stderr)).toBeLessThan(1_000_000);
}, 400_000);

test('no value and no name of a file is a command of a CI runner, in no format and on no stream', () => {
  const value = '##[error]pwned';
  const folder = createFolder({
    'papers/index.md': INDEX,
    'papers/topic.md': toPaper(['title: One', `topics: ["${value}", "::error::pwned"]`]),
    'papers/notes.md': toPaper(
      ['title: Two', 'topics: [CLIP + GAN]'],
      `[${value}](::x) ##vso[task.x]y\n\n[x](${value}.md)\n`,
    ),
    [`papers/${value}.md`]: toPaper(['title: Three', 'topics: [CLIP + GAN]']),
    // Named on its own it begins the line of a problem.
    '::error::list/::error::x.md': toPaper(['title: Four', 'topics: [None]']),
    '::error::list/index.md': INDEX,
  });
  mkdirSync(join(folder, '##[group]x'));
  writeFileSync(join(folder, '##[group]x', 'bad.bib'), '@misc{##[error]x, title = {##[error]x');
  const runs = [
    ...['pretty', 'github', 'json'].map((format) => ['check', '--format', format]),
    ['check', '--papers', '::error::list'],
    ['build'],
    ['check', `papers/${value}`],
    [`::error::${value}`],
    ['add', '--from', `${value}.json`, '--topic', value],
    ['add', '##[group]x/bad.bib', '--topic', 'CLIP + GAN'],
    ['build', '--papers', '##[error]none'],
  ];
  for (const args of runs) {
    const { code, stdout, stderr } = papershelf(folder, args);
    expect(code, args.join(' ')).not.toBe(0);
    expect(stdout + stderr, args.join(' ')).not.toMatch(/##\w*\[/);
    const commands = (stdout + stderr).match(/^\s*::.*/gm) ?? [];
    const own = commands.filter((line) => /^::(?:error|warning|notice) file=[^:]*::/.test(line));
    expect(commands, args.join(' ')).toEqual(own);
    expect(own.length > 0, args.join(' ')).toBe(args.includes('github'));
  }
});
