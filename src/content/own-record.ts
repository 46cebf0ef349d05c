/** Own record: the BibTeX record that an owner wrote for a paper, in place of the one that is made. */
import { readBibtexRecords } from '../model/bibtex-records.ts';
import { isBalanced } from '../model/brace-pairs.ts';
import type { Paper } from '../model/paper.ts';
import type { Problem, Range } from '../model/problem.ts';
import type { Source } from '../model/source.ts';
import type { FrontMatter } from './front-matter/front-matter.ts';
import { createReport } from './report.ts';

/** The key of a paper's record: its slug, where the owner's own has no other. */
export function toRecordKey({ bibtex, slug }: Pick<Paper, 'bibtex' | 'slug'>): string {
  const key = bibtex === undefined ? undefined : readBibtexRecords(bibtex).records[0]?.key;
  return key || slug;
}

/** What keeps the field `bibtex` from being one record with a key, at its line. */
export function checkOwnRecord(bibtex: string | undefined, frontMatter: FrontMatter, source: Source): Problem[] {
  const place = frontMatter.fields?.places.bibtex;
  if (bibtex === undefined || place === undefined) return [];
  const { problems, report } = createReport(source.path);
  const { records, faults } = readBibtexRecords(bibtex);
  for (const { line, message } of faults) {
    const hint = 'Close every brace and quote, and part fields by commas.';
    report('bibtex-invalid', 'error', toLinePlace(line, place, source), `${message}.`, hint);
  }
  const tell = (message: string, hint: string) => report('bibtex-invalid', 'error', place, message, hint);
  if (faults.length > 0) return problems;
  if (!isBalanced(bibtex)) {
    const hint = 'BibTeX counts `\\{` and `\\}` too: write `{\\textbraceleft}` and `{\\textbraceright}`.';
    tell('The braces of the record do not balance.', hint);
  } else if (records.length !== 1) {
    const hint = 'Write one record, as in `@misc{key, title = {…}}`, or leave the field out: a record is made then.';
    tell(`There ${records.length === 0 ? 'is no record' : `are ${records.length} records`} where one belongs.`, hint);
  } else if (records[0]?.key === '') {
    tell('The record has no key.', 'Write one behind the first brace, with a comma: `@misc{key, …}`.');
  }
  return problems;
}

/** A line of a block below `bibtex: |`; the whole value where it is written otherwise. */
function toLinePlace(line: number, place: Range, { text }: Source): Range {
  const lines = text.split(/\r\n?|\n/);
  const isBlock = lines[place.line - 1]?.[place.column - 1] === '|';
  const number = place.line + line;
  const written = isBlock ? lines[number - 1] : undefined;
  if (written === undefined) return place;
  const column = /^\s*/.exec(written)?.[0].length ?? 0;
  return { line: number, column: column + 1, endLine: number, endColumn: written.length + 1 };
}
