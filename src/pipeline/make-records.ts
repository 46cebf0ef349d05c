/** Make records: a paper in every format, as lists of references print it, and as reference managers read it from a page. */
import { toCoins } from '../exchange/coins.ts';
import { toFormats } from '../exchange/formats.ts';
import { toHighwire } from '../exchange/highwire.ts';
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
    const work = toWork(paper, readVenue);
    return {
      formats: toFormats(paper, work),
      references: toReferences(paper, work),
      meta: toHighwire(paper, work),
      coins: toCoins(paper, work),
    };
  };
}
