/** Independent readers: what other programs read in our records is what the paper says, field by field. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toWork } from '../../../src/exchange/work.ts';
import type { Paper } from '../../../src/model/paper.ts';
import { NO_SETTINGS } from '../../../src/model/prepare-settings.ts';
import { createRecordMaker } from '../../../src/pipeline/make-records.ts';
import { toPrintedName } from '../../../src/text/person-name.ts';
import { hostilePaper, readClipPapers } from './cited-papers.ts';
import { readByCitationJs, readByRetorquere, readCsl, type Understood } from './readers.ts';

const toRecords = createRecordMaker(NO_SETTINGS);

/** The types that are in something else, which every format names. */
const INSIDE = /^(?:article|conference|chapter)$/;

/** The types that every format has a word for. */
const TYPES: Readonly<Record<string, string>> = {
  article: 'article-journal',
  book: 'book',
  chapter: 'chapter',
  conference: 'paper-conference',
  report: 'report',
  thesis: 'thesis',
};

/** What every reader should understand. */
function toExpected(paper: Paper): Understood {
  const { type, container, publisher } = toWork(paper);
  const isAlone = !INSIDE.test(type);
  const holder = type === 'thesis' ? (paper.school ?? publisher) : publisher;
  const texts = {
    type: TYPES[type],
    title: paper.title,
    year: paper.year,
    container: isAlone ? undefined : container,
    series: paper.series,
    volume: paper.volume,
    issue: paper.issue,
    pages: paper.pages,
    edition: paper.edition,
    publisher: holder,
    isbn: paper.isbn,
    doi: paper.doi,
    url: paper.url?.includes('arxiv.org/abs') ? undefined : paper.url,
  };
  const known = Object.entries(texts).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, toShape(String(value))]],
  );
  return {
    ...(Object.fromEntries(known) as unknown as Understood),
    key: paper.slug,
    authors: [
      ...paper.authors.map((name) => toShape(toPrintedName(name))),
      ...(paper.hasMoreAuthors ? ['others'] : []),
    ],
    editors: (paper.editors ?? []).map((name) => toShape(toPrintedName(name))),
  };
}

/** TeX sets two hyphens as a dash and two quotes as one; white space does not count. */
function toShape(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** The papers as each reader understands them. */
function readAll(paper: Paper): Readonly<Record<string, Understood>> {
  const { formats } = toRecords(paper);
  return {
    retorquere: readByRetorquere(formats.bibtex as string),
    bibtex: readByCitationJs(formats.bibtex as string, '@biblatex/text'),
    ris: readByCitationJs(formats.ris as string, '@ris/file'),
    csl: readCsl(formats.csl as string),
  };
}

/**
 * What Citation.js has no place for when it reads RIS: pages without a last one, the publisher of an article, and what the
 * works that stand alone seldom have.
 */
function isDroppedFromRis(field: string, paper: Paper): boolean {
  const { type } = toWork(paper);
  if (field === 'pages') return paper.pages?.includes('-') !== true || !(INSIDE.test(type) || type === 'report');
  if (field === 'volume') return !(INSIDE.test(type) || type === 'book' || type === 'report');
  if (field === 'isbn') return !/^(?:book|chapter|conference|software|webpage)$/.test(type);
  return field === 'publisher' && type === 'article';
}

function check(paper: Paper): void {
  const expected = Object.entries(toExpected(paper));
  for (const [reader, understood] of Object.entries(readAll(paper))) {
    const known = expected.filter(([field]) => reader !== 'ris' || !isDroppedFromRis(field, paper));
    expect(understood, `${reader}: ${JSON.stringify(toRecords(paper).formats)}`).toMatchObject(
      Object.fromEntries(known),
    );
  }
}

test.each(readClipPapers().map((paper) => [paper.slug, paper] as const))('the CLIP list: %s', (_, paper) => {
  check(paper);
});

test('1,000 generated hostile records', () => {
  fc.assert(fc.property(hostilePaper, check), { numRuns: 1000 });
});
