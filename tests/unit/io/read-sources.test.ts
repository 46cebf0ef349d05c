import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSources } from '../../../src/io/read-sources.ts';
import { makeTemporaryFolder, writeFiles } from '../../support/temporary-folder.ts';

function makePapers(files: Readonly<Record<string, string | Uint8Array>>): string {
  const papers = join(makeTemporaryFolder(), 'papers');
  mkdirSync(papers);
  writeFiles(papers, files);
  return papers;
}

async function rulesOf(papers: string): Promise<string[]> {
  return (await readSources(papers)).problems.map(({ rule, file }) => `${rule} ${file}`);
}

test('reads pictures beside the notes, with their size and a name that tells their bytes', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 48"></svg>';
  const { figures, problems } = await readSources(makePapers({ 'a/index.md': 'a', 'a/loop.svg': svg }));
  expect(problems).toEqual([]);
  expect(figures).toMatchObject([{ name: 'papers/a/loop.svg', width: 64, height: 48, svg }]);
  expect(figures[0]?.fileName).toMatch(/^loop\.[0-9a-f]{10}\.svg$/);
});

test('reads Markdown files of all sub-folders by path, and nothing else', async () => {
  const papers = makePapers({
    'b.md': 'b',
    'a/z.md': 'z',
    'a.md': 'a',
    'B.md': 'B',
    'a/data.csv': 'csv',
    'a/deep er/x.md': 'x',
    '.hidden.md': 'no',
    '.git/config.md': 'no',
    'notes.txt': 'no',
    'README.md': 'no',
    'a/readme.MD': 'no',
    '_template.md': 'no',
    '_figure.svg': 'no picture',
    '_drafts/x.md': 'no',
    'a/_pdfs/nested/x.markdown': 'no',
  });
  symlinkSync('nowhere', join(papers, '_link.md'));
  mkdirSync(join(papers, '_folder.md'));
  const { sources, problems } = await readSources(papers);
  expect(problems).toEqual([]);
  expect(sources.map((source) => source.path)).toEqual([
    'papers/B.md',
    'papers/a.md',
    'papers/a/deep er/x.md',
    'papers/a/z.md',
    'papers/b.md',
  ]);
  expect(sources[1]).toEqual({
    path: 'papers/a.md',
    text: 'a',
    digest: createHash('sha256').update('a').digest('hex'),
  });
});

test('removes exactly one byte order mark and turns CRLF into LF, not a lone CR', async () => {
  const papers = makePapers({ 'a.md': '\ufeffa\r\nb\rc\n\r\n', 'b.md': '\ufeff\ufeffx', 'c.md': '' });
  const { sources } = await readSources(papers);
  expect(sources.map((source) => source.text)).toEqual(['a\nb\rc\n\n', '\ufeffx', '']);
  expect(sources[0]?.digest).toBe(createHash('sha256').update('\ufeffa\r\nb\rc\n\r\n').digest('hex'));
});

test.each([
  ['Latin-1 in the second line', Buffer.from('one\ncaf\xe9 x', 'latin1'), 2, 4, '0xE9'],
  ['Latin-1 at the end', Buffer.from('caf\xe9', 'latin1'), 1, 4, '0xE9'],
  ['after a byte order mark', Buffer.from('\xef\xbb\xbfab\n\x80', 'latin1'), 2, 1, '0x80'],
  ['after CRLF', Buffer.from('a\r\n\xff', 'latin1'), 2, 1, '0xFF'],
  ['after characters of two units', Buffer.concat([Buffer.from('\u{1f600}\u00e9'), Buffer.of(0xc3)]), 1, 4, '0xC3'],
  ['an encoded surrogate', Buffer.of(0x61, 0xed, 0xa0, 0x80), 1, 2, '0xED'],
  ['an overlong sequence', Buffer.of(0x61, 0xc0, 0xaf), 1, 2, '0xC0'],
  ['the first of two faults', Buffer.from('\u00e9 \xe9'.repeat(2), 'latin1'), 1, 1, '0xE9'],
  ['beside a true U+FFFD', Buffer.concat([Buffer.from('\ufffd'), Buffer.of(0xfe)]), 1, 2, '0xFE'],
])('shows the first byte that is not UTF-8: %s', async (_, bytes, line, column, byte) => {
  const papers = makePapers({ 'a.md': bytes, 'b.md': 'good' });
  const { sources, problems } = await readSources(papers);
  expect(sources.map((source) => source.path)).toEqual(['papers/b.md']);
  expect(problems).toMatchObject([
    { rule: 'encoding-invalid', file: 'papers/a.md', line, column, endLine: line, endColumn: column + 1 },
  ]);
  expect(problems[0]?.message).toBe(`The byte \`${byte}\` is not UTF-8.`);
});

test('guesses what a Latin-1 byte was meant to be', async () => {
  const { problems } = await readSources(makePapers({ 'a.md': Buffer.from('caf\xe9', 'latin1') }));
  expect(problems[0]?.hint).toBe('Save the file as UTF-8. In Windows-1252 (Latin-1) this byte is `é`.');
});

test.each([
  ['little-endian', Buffer.from('\ufeffabc', 'utf16le')],
  ['big-endian', Buffer.from('\ufeffabc', 'utf16le').swap16()],
])('has a message for UTF-16, %s', async (_, bytes) => {
  expect(await rulesOf(makePapers({ 'a.md': bytes }))).toEqual(['encoding-utf16 papers/a.md']);
});

test('reads 64 KiB and not one byte more', async () => {
  const papers = makePapers({ 'a.md': 'x'.repeat(65_536), 'b.md': 'x'.repeat(65_537) });
  const { sources, problems } = await readSources(papers);
  expect(sources.map((source) => source.text.length)).toEqual([65_536]);
  expect(problems.map((problem) => problem.message)).toEqual([
    '`papers/b.md` has 65537 bytes; the limit is 65536 (64 KiB).',
  ]);
});

test('follows no link: to a file, to a folder, to itself, to nothing', async () => {
  const papers = makePapers({ 'real/a.md': 'a' });
  symlinkSync('/etc/passwd', join(papers, 'file.md'));
  symlinkSync('.', join(papers, 'loop'));
  symlinkSync('self.md', join(papers, 'self.md'));
  symlinkSync('nowhere', join(papers, 'dangling.md'));
  symlinkSync('real/a.md', join(papers, 'figure.png'));
  symlinkSync('nowhere', join(papers, 'dangling.png'));
  expect(await rulesOf(papers)).toEqual([
    'file-symlink papers/dangling.md',
    'file-symlink papers/file.md',
    'file-symlink papers/loop',
    'file-symlink papers/self.md',
  ]);
  expect((await readSources(papers)).sources.map((source) => source.path)).toEqual(['papers/real/a.md']);
});

test('reads a papers folder that is itself a link', async () => {
  const papers = makePapers({ 'a.md': 'a' });
  symlinkSync(papers, join(papers, '../linked'));
  const { sources } = await readSources(join(papers, '../linked'));
  expect(sources.map((source) => source.path)).toEqual(['linked/a.md']);
});

test('waits for no named pipe, opens no socket and no folder named like a paper', async () => {
  const papers = makePapers({ 'folder.md/inside.md': 'x' });
  execFileSync('mkfifo', [join(papers, 'pipe.md'), join(papers, 'pipe.png')]);
  const server = createServer();
  await new Promise<void>((done) => server.listen(join(papers, 'socket.md'), done));
  try {
    const { sources, problems } = await readSources(papers);
    expect(sources).toEqual([]);
    expect(problems.map((problem) => `${problem.rule}: ${problem.message}`)).toEqual([
      'file-not-regular: `papers/folder.md` is a folder, not a file.',
      'file-not-regular: `papers/pipe.md` is a named pipe, not a file.',
      'file-not-regular: `papers/socket.md` is a socket, not a file.',
    ]);
  } finally {
    server.close();
  }
});

test.each([
  ['UPPER.MD', '.MD', 'UPPER.md'],
  ['a.markdown', '.markdown', 'a.md'],
  ['a.md.txt', '.md.txt', 'a.md'],
])('asks to rename %s', async (name, extension, renamed) => {
  const { problems } = await readSources(makePapers({ [name]: 'x' }));
  expect(problems).toMatchObject([
    {
      rule: 'extension-invalid',
      message: `\`papers/${name}\` ends in \`${extension}\`; papers end in \`.md\`.`,
      hint: `Rename it to \`${renamed}\`.`,
    },
  ]);
});

test.each([
  'x\n::error::pwn.md',
  'esc\u001b[31m.md',
  'rtl\u202e.md',
  'repl\ufffd.md',
  'line\u2028.md',
  'fol\u0007der/a.md',
])('shows no raw control of the name %j', async (name) => {
  const { sources, problems } = await readSources(makePapers({ [name]: 'x' }));
  expect(sources).toEqual([]);
  expect(problems.map((problem) => problem.rule)).toEqual(['name-invalid']);
  expect(JSON.stringify(problems[0])).not.toMatch(/\\[nu](?!\{)(?<!\\\\[nu])|\ufffd|\u202e|\u2028/);
});

test('has a problem for a name that is not UTF-8', async () => {
  const papers = makePapers({ 'a.md': 'x' });
  renameSync(join(papers, 'a.md'), Buffer.concat([Buffer.from(join(papers, 'caf')), Buffer.from('\xe9.md', 'latin1')]));
  expect(await rulesOf(papers)).toEqual(['name-invalid papers/caf\\u{fffd}.md']);
});

test('takes names in other scripts as they are', async () => {
  const papers = makePapers({ 'خانه\u200cها/a.md': 'x', '论文/b.md': 'x', '👩\u200d🔬/c.md': 'x' });
  expect((await readSources(papers)).problems).toEqual([]);
});

test('refuses a papers folder that is missing or a file', async () => {
  const folder = makeTemporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  await expect(readSources(join(folder, 'papers'))).rejects.toMatchObject({
    name: 'WorldError',
    exitCode: 2,
    message: expect.stringContaining('papershelf init'),
  });
  await expect(readSources(join(folder, 'file'))).rejects.toMatchObject({ name: 'WorldError', exitCode: 2 });
  await expect(readSources(join(folder, 'file/papers'))).rejects.toMatchObject({ name: 'WorldError', exitCode: 2 });
});
