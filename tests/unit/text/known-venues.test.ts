/** Known venues: each is found by every name it has, and its record is read back as the same venue. */
import { describe, expect, test } from 'vitest';
import { toBibtex } from '../../../src/exchange/bibtex.ts';
import { readBibtex } from '../../../src/exchange/bibtex-reader.ts';
import { toVenue } from '../../../src/exchange/venues.ts';
import type { Paper } from '../../../src/model/paper.ts';
import { VENUE_TYPES } from '../../../src/model/venue.ts';
import { KNOWN_VENUES, namesOf } from '../../../src/text/known-venues.ts';
import { findVenueName } from '../../../src/text/venue-name.ts';
import { makePaper } from '../../support/site.ts';

test('there are at least 150, no two of one name, each of a type there is', () => {
  expect(KNOWN_VENUES.length).toBeGreaterThanOrEqual(150);
  const names = KNOWN_VENUES.flatMap((venue) => namesOf(venue)).map((name) => name.toLowerCase());
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  for (const { name, type, full } of KNOWN_VENUES) {
    expect(VENUE_TYPES).toContain(type);
    expect(full, name).not.toBe(name);
  }
});

describe.each(KNOWN_VENUES.map((venue) => [venue.name, venue] as const))('%s', (name, venue) => {
  const { type, full = name, aliases = [] } = venue;

  test('is found by its names, in references and in files', () => {
    for (const written of [full, ...namesOf(venue)]) {
      if (type !== 'preprint') expect(findVenueName(written, false), written).toEqual({ venue: name });
      expect(toVenue(written), written).toMatchObject({ kind: type, isListed: true });
    }
    for (const alias of aliases)
      if (type !== 'preprint') expect(findVenueName(`${alias} 2021`, false)?.venue).toBe(name);
  });

  test('has a record that is read as the same venue', () => {
    const { paper } = {
      paper: { ...makePaper('x', { venue: name }).card, places: {}, body: '', bodyLine: 1 } as Paper,
    };
    const record = toBibtex(paper);
    expect(readBibtex(record)[0]?.read).toMatchObject({ fields: { venue: name } });
    expect(readBibtex(record)[0]?.read).not.toHaveProperty('fields.type');
  });
});
