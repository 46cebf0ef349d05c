/**
 * BibTeX itself, if it is installed: it reads our records without a warning, and finds in each field and in each name what
 * we wrote. `npm run bibtex` runs this; the suite does not, because few machines have BibTeX.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinBibtex, toBibtex } from '../../src/exchange/bibtex.ts';
import type { Paper } from '../../src/model/paper.ts';
import { createFolder } from '../support/papershelf.ts';
import { hostilePaper, readClipPapers } from '../unit/exchange/cited-papers.ts';

function hasBibtex(): boolean {
  try {
    execFileSync('bibtex', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** How BibTeX says that something is wrong. */
const FAULT = /^Warning--|^\(There w/m;

/** What a style prints of these records. */
function run(papers: readonly Paper[], style: string): { readonly log: string; readonly printed: string } {
  const folder = createFolder();
  copyFileSync(join(import.meta.dirname, 'fields.bst'), join(folder, 'fields.bst'));
  writeFileSync(join(folder, 'x.bib'), joinBibtex(papers.map((paper) => [paper.slug, toBibtex(paper)])));
  writeFileSync(join(folder, 'x.aux'), `\\citation{*}\n\\bibdata{x}\n\\bibstyle{${style}}\n`);
  // An installation without its settings looks nowhere, and has room for little.
  const env = { ...process.env, BSTINPUTS: '.:', BIBINPUTS: '.:', max_strings: '200000', hash_size: '200003' };
  const { status, stdout } = spawnSync('bibtex', ['-min-crossrefs=1000', 'x'], { cwd: folder, encoding: 'utf8', env });
  expect(status, stdout).toBe(0);
  return { log: readFileSync(join(folder, 'x.blg'), 'utf8'), printed: readFileSync(join(folder, 'x.bbl'), 'utf8') };
}

/** Our records as that style should print them. */
function toExpected(papers: readonly Paper[]): readonly string[] {
  return papers.flatMap((paper) => {
    const record = toBibtex(paper);
    const [, type, key] = /^@(\w+)\{([^,]+),/.exec(record) ?? [];
    const fields = [...record.matchAll(/^ {2}(\w+) = (?:\{(.*)\}|(\w+)),?$/gm)].flatMap(([, name, braced, bare]) => {
      const value = (braced ?? bare) as string;
      if (name !== 'author' && name !== 'editor') return [`FIELD ${name}=${value}`];
      return value.split(' and ').map((person) => `NAME ${name}=${toPrinted(person)}`);
    });
    return [`ENTRY ${type} ${key}`, ...fields];
  });
}

/** `van der Maaten, Jr., Laurens` as `Laurens van der Maaten Jr.` */
function toPrinted(person: string): string {
  const parts = person.split(', ');
  const [family, ...rest] = parts;
  return (rest.length === 2 ? [rest[1], family, rest[0]] : [rest[0], family]).filter((part) => part).join(' ');
}

/** BibTeX breaks long lines at blanks, and goes on two blanks further in; it ties the words of a name. */
function toLines(printed: string): readonly string[] {
  return printed
    .replace(/\n {2}/g, ' ')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (line.startsWith('NAME ') ? line.replace(/~/g, ' ').replace('= ', '=') : line));
}

const papers: readonly (readonly [string, readonly Paper[]])[] = [
  ['the CLIP list', readClipPapers()],
  [
    '1,000 generated hostile records',
    fc.sample(hostilePaper, { numRuns: 1000, seed: 1 }).map((paper, at) => ({ ...paper, slug: `key${at}` }) as Paper),
  ],
];

test.runIf(hasBibtex()).each(papers)('BibTeX reads %s', (_, list) => {
  const { log, printed } = run(list, 'fields');
  expect(log).not.toMatch(FAULT);
  expect(toLines(printed)).toEqual(toExpected(list));
});

const styles = ['plain', 'alpha'].filter((style) => spawnSync('kpsewhich', [`${style}.bst`]).status === 0);

test.runIf(styles.length > 0)('the usual styles print the CLIP list', () => {
  for (const style of styles) expect(run(readClipPapers(), style).log, style).not.toMatch(/error message/);
});
