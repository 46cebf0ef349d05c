/** Asked papers: what the argument of `add` means, and the papers it names, from a service or from a text. */

import { findArxivFault, readArxiv, toArxivQuery } from '../exchange/arxiv.ts';
import { readBibtex } from '../exchange/bibtex-reader.ts';
import { findCrossrefFault, readCrossref, toCrossrefQuery } from '../exchange/crossref.ts';
import { paperServices } from '../io/paper-services.ts';
import type { PoliteClient } from '../io/polite-client.ts';
import { toPrintable } from '../io/printable.ts';
import { readText } from '../io/read-text.ts';
import { WorldError } from '../io/world-error.ts';
import type { FieldsRead } from '../model/paper-fields.ts';
import { FILE_START, type Problem } from '../model/problem.ts';
import type { Candidate } from '../pipeline/new-papers.ts';
import { toArxivId, toDoi } from '../text/identifiers.ts';
import { quote } from '../text/quote.ts';
import { UsageError } from './command.ts';

/** What the user asks for. */
export type Asked =
  | { readonly kind: 'arxiv'; readonly id: string }
  | { readonly kind: 'doi'; readonly doi: string }
  | { readonly kind: 'file'; readonly file: string };

/** Parses the argument of `add`: an arXiv id, a DOI, an address of either, `-` or a BibTeX file; else a UsageError. */
export function toAsked(word: string): Asked {
  const id = toArxivId(word);
  if (id !== undefined) return { kind: 'arxiv', id };
  const doi = toDoi(word) ?? toDoiInAddress(word);
  if (doi !== undefined) return { kind: 'doi', doi };
  if (word === '-' || /\.bib(?:tex)?$/i.test(word)) return { kind: 'file', file: word };
  const isShort = /^(?:1[5-9]|[2-9]\d)(?:0[1-9]|1[0-2])\.\d{1,4}(?:v\d+)?$/.test(word);
  const hint = isShort
    ? 'Ids since 2015 have five digits after the dot; a final zero sometimes gets lost in copying.'
    : 'Write it like `2103.17249`, `https://arxiv.org/abs/2103.17249`, `10.1145/3528223.3530164` or `papers.bib`.';
  throw new UsageError(`${quote(word)} is not an arXiv id, a DOI or a \`.bib\` file. ${hint}`);
}

/** Publishers put the DOI in the addresses of their pages: `https://dl.acm.org/doi/abs/10.1145/3528223.3530164`. */
function toDoiInAddress(word: string): string | undefined {
  const found = /^https?:\/\/[^?#]*?\/(10\.\d{4,9}\/[^?#]+)/i.exec(word)?.[1];
  return found === undefined ? undefined : toDoi(found.replace(/\/(?:full|pdf|abstract|epdf)$/, ''));
}

/** Asks the service for one paper. Throws a UsageError if it is unknown there, a WorldError if there is no answer. */
export async function askForPaper(asked: Exclude<Asked, { kind: 'file' }>, client: PoliteClient): Promise<Candidate> {
  const services = paperServices();
  const isArxiv = asked.kind === 'arxiv';
  const url = isArxiv ? services.arxiv + toArxivQuery(asked.id) : services.crossref + toCrossrefQuery(asked.doi);
  const { status, text } = await askOrAdvise(client, url, isArxiv ? findArxivFault : findCrossrefFault);
  if (!isArxiv && status === 404) {
    const hint =
      'Look it up on doi.org; if it is there, another agency registered it, and you can add its BibTeX instead.';
    throw new UsageError(`Crossref does not know the DOI ${quote(asked.doi)}. ${hint}`);
  }
  const read = isArxiv ? readArxiv(text) : readCrossref(text);
  // arXiv reports a malformed id with status 400 as well as with 200.
  const isConclusive = status === 200 || (isArxiv && status === 400 && findArxivFault(text) === undefined);
  if ('failure' in read && !isConclusive) {
    throw new WorldError(`\`${new URL(url).host}\` answered with status ${status}. ${toAdvice(url)}`, 3);
  }
  return toCandidate(read, isArxiv ? asked.id : asked.doi);
}

async function askOrAdvise(client: PoliteClient, url: string, findFault: (text: string) => string | undefined) {
  try {
    return await client.ask(url, findFault);
  } catch (error) {
    if (!(error instanceof WorldError)) throw error;
    throw new WorldError(`${error.message} ${toAdvice(url)}`, error.exitCode);
  }
}

function toAdvice(url: string): string {
  return `Try again later, or save ${url} with a browser and pass it with \`--from FILE\`.`;
}

/** Reads a saved answer from arXiv or Crossref, which must be about the paper `asked`, if given. Messages call the file `given`. */
export function readSaved(given: string, file: string, asked: Asked | undefined): Candidate {
  const text = readText(file);
  const candidate = toCandidate(/^\s*\{/.test(text) ? readCrossref(text) : readArxiv(text), given);
  const { fields } = candidate;
  const isOther =
    (asked?.kind === 'arxiv' && fields.arxiv !== asked.id) ||
    (asked?.kind === 'doi' && fields.doi?.toLowerCase() !== asked.doi.toLowerCase());
  if (isOther) {
    const wanted = asked.kind === 'arxiv' ? asked.id : asked.doi;
    throw new UsageError(
      `${quote(given)} describes ${quote(fields.arxiv ?? fields.doi ?? fields.title)}, not ${quote(wanted)}.`,
    );
  }
  return candidate;
}

function toCandidate(read: FieldsRead, asked: string): Candidate {
  if ('fields' in read) return read;
  throw new UsageError(`${quote(asked)}: ${toPrintable(read.failure.message)} ${read.failure.hint}`);
}

/** Every record in a BibTeX file, or in standard input for `-`; its problems are shown under the name `file`. */
export function readRecords(
  given: string,
  file: string,
): { readonly text: string; readonly candidates: readonly Candidate[]; readonly problems: readonly Problem[] } {
  const text = readText(given);
  const papers = readBibtex(text);
  if (papers.length === 0) {
    throw new UsageError(`There is no BibTeX record in ${given === '-' ? 'standard input' : quote(given)}.`);
  }
  const candidates: Candidate[] = [];
  const problems: Problem[] = [];
  for (const { line, read } of papers) {
    if ('fields' in read) candidates.push({ ...read, origin: { file, line } });
    else
      problems.push({
        rule: 'bibtex-invalid',
        severity: 'error',
        ...read.failure,
        file,
        ...FILE_START,
        line,
        endLine: line,
      });
  }
  return { text, candidates, problems };
}
