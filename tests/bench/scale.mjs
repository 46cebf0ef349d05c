// @ts-check
/** How Papershelf grows with the list: `npm run bench:scale -- [SIZE...]`, a row for each size as soon as it is measured. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createListFolder, weighFolder } from './compare/list-folder.mjs';
import { measure } from './compare/measure.mjs';
import { toDigits, toTable } from './compare/tables.mjs';
import { papershelf } from './compare/tools.mjs';

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1000, 3000, 10_000, 30_000, 100_000];
if (!sizes.every((size) => Number.isInteger(size) && size > 0))
  throw new Error('Usage: npm run bench:scale -- [SIZE...]');

const HEAD = [
  'papers',
  'cold',
  'CPU',
  'ms a paper',
  'peak MiB',
  'one word',
  'CPU',
  'ms a paper',
  'peak MiB',
  'files',
  'MiB',
];
process.stdout.write(`${toTable([HEAD])}\n`);
for (const papers of sizes) {
  const scratch = mkdtempSync(join(tmpdir(), 'papershelf-scale-'));
  try {
    const { folder, prepare } = createListFolder(papershelf, join(scratch, 'list'), papers, 0);
    const cold = run(folder);
    const site = weighFolder(join(folder, papershelf.out));
    prepare.word(0);
    const word = run(folder);
    const cells = [
      papers.toLocaleString('en-GB'),
      ...cold,
      ...word,
      site.files.toLocaleString('en-GB'),
      toDigits(site.mib),
    ];
    process.stdout.write(`${toTable([cells]).split('\n')[0]}\n`);

    /** @param {string} list */
    function run(list) {
      const { wall, cpu, peak, failure } = measure(papershelf.toCommand(list), list);
      if (failure !== undefined) throw new Error(`${papers} papers: ${failure}`);
      return [wall, cpu, ((cpu ?? wall) * 1000) / papers, peak].map(toDigits);
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
