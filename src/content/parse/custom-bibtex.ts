/** Custom BibTeX: the record that an owner wrote for a paper, in place of the generated one. */

import type { Paper } from '../../model/paper.ts';
import type { Problem, Range } from '../../model/problem.ts';
import type { Source } from '../../model/source.ts';
import { findActingTex } from '../../text/acting-tex.ts';
import { quote } from '../../text/quote.ts';
import { readStrictRecord } from '../../text/strict-record.ts';
import { createReport } from '../report/report.ts';
import type { FrontMatter } from './front-matter/front-matter.ts';

/** The key of a paper's record: its slug, unless the owner's own record has another. */
export function toRecordKey({ bibtex, slug }: Pick<Paper, 'bibtex' | 'slug'>): string {
  return (bibtex === undefined ? undefined : readStrictRecord(bibtex).record?.key) ?? slug;
}

/**
 * What keeps the field `bibtex` from being published as it is, at its line: anything but one record that every program
 * reads alike is `bibtex-invalid`, or `bibtex-command` for a BibTeX command such as `@string`. The record ends up in
 * strangers' documents, so TeX that does more than set type is `bibtex-tex`, and a link to anything but the web is
 * `url-scheme`.
 */
export function checkOwnRecord(bibtex: string | undefined, frontMatter: FrontMatter, source: Source): Problem[] {
  const place = frontMatter.fields?.places.bibtex;
  if (bibtex === undefined || place === undefined) return [];
  const { problems, report } = createReport(source.path);
  const { record, faults } = readStrictRecord(bibtex);
  const toPlace = (offset: number) => toLinePlace(bibtex.slice(0, offset).split('\n').length, place, source);
  for (const { kind, offset, message, hint } of faults) {
    report(`bibtex-${kind === 'form' ? 'invalid' : 'command'}`, 'error', toPlace(offset), message, hint);
  }
  for (const { name, value, toOffset } of record?.fields ?? []) {
    const acting = findActingTex(value, 'value');
    if (acting !== undefined) {
      const message = `${quote(acting.token)} in ${quote(name)} is not allowed in a record.`;
      report('bibtex-tex', 'error', toPlace(toOffset(acting.index)), message, toTexHint(acting.token));
    }
    if (name.toLowerCase() === 'url' && SCHEME.test(value)) {
      const message = `${quote(value)} is not a web address.`;
      report('url-scheme', 'error', toPlace(toOffset(0)), message, 'Write an address that begins with `https://`.');
    }
  }
  return problems;
}

/** Programs that open what a document links to accept more schemes: `run:`, `file:`, `javascript:`. */
const SCHEME = /^\s*(?!(?:https?|ftp|mailto|doi|urn):)[a-z][a-z\d+-]*:(?!\d)/i;

function toTexHint(token: string): string {
  if (/^\\(?:url|href|nolinkurl)$/.test(token)) return 'Give it a web address, as in `\\url{https://example.org}`.';
  return 'A record may contain accents, letters, fonts and formulas; write anything else as text.';
}

/** A line of the block below `bibtex: |`, counted from the first that is not blank; the whole value if it is written another way. */
function toLinePlace(line: number, place: Range, { text }: Source): Range {
  const lines = text.split(/\r\n?|\n/);
  const isBlock = lines[place.line - 1]?.[place.column - 1] === '|';
  const first = lines.findIndex((written, at) => at >= place.line && written.trim() !== '');
  const written = isBlock ? lines[first + line - 1] : undefined;
  if (written === undefined) return place;
  const column = /^\s*/.exec(written)?.[0].length ?? 0;
  const number = first + line;
  return { line: number, column: column + 1, endLine: number, endColumn: written.length + 1 };
}
