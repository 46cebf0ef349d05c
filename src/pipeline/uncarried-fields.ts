/** Uncarried fields: what a paper says of its publication and a format of records has no place for. */
import { createReport } from '../content/report/report.ts';
import { FORMATS } from '../exchange/formats.ts';
import { createVenueReader } from '../exchange/venues.ts';
import { toWork } from '../exchange/work.ts';
import type { Card } from '../model/card.ts';
import type { PlacesOf } from '../model/entry.ts';
import type { Paper } from '../model/paper.ts';
import type { PrepareSettings } from '../model/prepare-settings.ts';
import { FILE_START, type Problem } from '../model/problem.ts';
import { PUBLICATION_FIELDS } from '../model/publication-fields.ts';

/** Those that a paper is cited by; type, venue and year say what kind of record it is. */
const NAMES = (Object.keys(PUBLICATION_FIELDS) as (keyof typeof PUBLICATION_FIELDS)[]).filter(
  (name) => name !== 'type' && name !== 'venue' && name !== 'year',
);
const AND = new Intl.ListFormat('en');

/**
 * A hint at each field that makes no difference to the record in a format, since the record of such a work has no place
 * for it. Papers with a record of their own are left alone: they say what they want said.
 */
export function findUncarried(
  cards: readonly Card[],
  placesOf: PlacesOf,
  { venues }: Pick<PrepareSettings, 'venues'>,
): readonly Problem[] {
  const readVenue = createVenueReader(venues);
  const write = (paper: Paper) => {
    const work = toWork(paper, readVenue);
    return { type: work.type, records: FORMATS.map((format) => format.write(paper, work)) };
  };
  return cards.flatMap((card, number) => {
    if (card.hasOwnRecord) return [];
    const paper = { ...card, places: {}, body: '', bodyLine: 1 } as unknown as Paper;
    const { type, records } = write(paper);
    const { problems, report } = createReport(card.path);
    for (const name of NAMES) {
      if (paper[name] === undefined) continue;
      const { [name]: _, ...others } = paper;
      // Without the field it may count as something else.
      const without = write({ ...others, type } as Paper).records;
      const deaf = FORMATS.filter((_, at) => records[at] === without[at]).map(({ label }) => label);
      if (deaf.length === 0) continue;
      const place = placesOf(number).fields[name] ?? FILE_START;
      const message = `\`${name}\` is not in ${AND.format(deaf)}: there is no place for it in the record of a work of the type \`${type}\`.`;
      const hint = 'If the type is right, nothing is to be done; else give the right one as `type`.';
      report('field-uncarried', 'hint', place, message, hint);
    }
    return problems;
  });
}
