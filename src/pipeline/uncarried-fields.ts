/** Uncarried fields: what a paper says of its publication and a format of records has no place for. */
import { createReport } from '../content/report/report.ts';
import { FORMATS } from '../exchange/formats.ts';
import { createVenueReader, type VenueReader } from '../exchange/venues.ts';
import { toWork } from '../exchange/work.ts';
import type { Card } from '../model/card.ts';
import type { PlacesOf } from '../model/entry.ts';
import type { Paper } from '../model/paper.ts';
import type { PrepareSettings } from '../model/prepare-settings.ts';
import { FILE_START, type Problem } from '../model/problem.ts';
import { PUBLICATION_FIELDS } from '../model/publication-fields.ts';

/** Those that a paper is cited by; type, venue, year and date say what kind of record it is, and when it appeared. */
const NAMES = (Object.keys(PUBLICATION_FIELDS) as (keyof typeof PUBLICATION_FIELDS)[]).filter(
  (name) => name !== 'type' && name !== 'venue' && name !== 'year' && name !== 'date',
);
const AND = new Intl.ListFormat('en');

/** A field, and the labels of the formats that leave it out. */
type Uncarried = readonly [name: (typeof NAMES)[number], formats: readonly string[]];

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
  // Whether there is a place for a field depends on the type and on the other fields, not on what they say.
  const known = new Map<string, readonly Uncarried[]>();
  return cards.flatMap((card, number) => {
    const names = NAMES.filter((name) => card[name] !== undefined);
    if (card.hasOwnRecord || names.length === 0) return [];
    const paper = { ...card, places: {}, body: '', bodyLine: 1 } as unknown as Paper;
    const { type } = toWork(paper, readVenue);
    const key = [type, card.venue !== undefined, ...names].join(' ');
    const uncarried = known.get(key) ?? findOf({ ...paper, type }, names, readVenue);
    known.set(key, uncarried);
    const { problems, report } = createReport(card.path);
    for (const [name, formats] of uncarried) {
      const place = placesOf(number).fields[name] ?? FILE_START;
      const message = `\`${name}\` is not in ${AND.format(formats)}: there is no place for it in the record of a work of the type \`${type}\`.`;
      const hint = 'If the type is right, nothing is to be done; else give the right one as `type`.';
      report('field-uncarried', 'hint', place, message, hint);
    }
    return problems;
  });
}

/** Those of the fields without which the records are the same. */
function findOf(paper: Paper, names: readonly (typeof NAMES)[number][], readVenue: VenueReader): readonly Uncarried[] {
  const write = (one: Paper) => FORMATS.map((format) => format.write(one, toWork(one, readVenue)));
  const records = write(paper);
  return names.flatMap((name): Uncarried[] => {
    const { [name]: _, ...others } = paper;
    const without = write(others as Paper);
    const formats = FORMATS.filter((_, at) => records[at] === without[at]).map(({ label }) => label);
    return formats.length === 0 ? [] : [[name, formats]];
  });
}
