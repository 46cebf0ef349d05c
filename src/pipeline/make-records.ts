/** Make records: a paper in every format, as lists of references print it, and as reference managers read it from a page. */
import { toRecordKey } from '../content/parse/custom-bibtex.ts';
import { parsePaper } from '../content/parse/parse.ts';
import { readBibtex } from '../exchange/bibtex-reader.ts';
import { toCoins } from '../exchange/coins.ts';
import { toFormats } from '../exchange/formats.ts';
import { toHighwire } from '../exchange/highwire.ts';
import { toPaperFile } from '../exchange/paper-file.ts';
import { toReferences } from '../exchange/references.ts';
import { createVenueReader } from '../exchange/venues.ts';
import { toWork } from '../exchange/work.ts';
import type { Records } from '../model/entry.ts';
import type { Paper } from '../model/paper.ts';
import type { PrepareSettings } from '../model/prepare-settings.ts';

/** Makes the records of papers of a list with these settings. */
export function createRecordMaker({ venues }: PrepareSettings): (paper: Paper) => Records {
  const readVenue = createVenueReader(venues);
  return (paper) => {
    const work = { ...toWork(toCited(paper), readVenue), key: toRecordKey(paper) };
    return {
      formats: toFormats(paper, work),
      references: toReferences(work),
      meta: toHighwire(work),
      coins: toCoins(work),
    };
  };
}

/**
 * What is cited. The owner's own BibTeX record says it in every format: nothing that only the file says about the
 * publication comes into a record, but for the abstract and the tags, which such a record seldom has.
 */
function toCited(paper: Paper): Paper {
  const read = paper.bibtex === undefined ? undefined : readBibtex(paper.bibtex)[0]?.read;
  if (read === undefined || 'failure' in read) return paper;
  const text = toPaperFile({ ...read.fields, topics: paper.topics }, '');
  const cited = parsePaper({ path: paper.path, text, digest: '' }).paper;
  if (cited === undefined || cited.title === '') return paper;
  const { abstract = paper.abstract, short = paper.short, tags } = cited;
  return {
    ...cited,
    ...(abstract === undefined ? {} : { abstract }),
    ...(short === undefined ? {} : { short }),
    tags: tags.length === 0 ? paper.tags : tags,
  };
}
