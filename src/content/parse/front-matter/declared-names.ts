/** Declared names: venues, institutions and people of a list, each with its other spellings. */
import * as z from 'zod';
import type { DeclaredAuthor, DeclaredName, DeclaredVenue } from '../../../model/list.ts';
import { VENUE_TYPES, type VenueType } from '../../../model/venue.ts';
import { toNameKey, toPersonKey } from '../../../text/name-keys.ts';
import { isOrcid } from '../../../text/orcid.ts';
import { quote } from '../../../text/quote.ts';
import { suggest } from '../../../text/suggest.ts';
import * as field from './field-schemas.ts';

const name = field.line.transform((text, context) => {
  const hint = 'Write the name as papers give it, or delete the entry.';
  return text === '' ? field.refuse(context, 'A name is empty.', { rule: 'value-empty', hint }) : text;
});

const written = z.strictObject({
  name: name.describe('The name to show.'),
  slug: field.slug.describe('The name in URLs; made from the name if not given.'),
  full: field.optionalLine.describe('The name written out.'),
  aliases: field.names.optional().describe('Other names that papers give it.'),
});

type Written = Omit<z.output<typeof written>, 'full'> & { readonly full?: string | undefined };

const venueType = field.optional((text, context): VenueType => {
  const word = text.toLowerCase();
  const type = VENUE_TYPES.find((one) => one === word);
  if (type !== undefined) return type;
  const likely = suggest(word, VENUE_TYPES);
  const all = VENUE_TYPES.map((one) => `\`${one}\``).join(', ');
  const hint = likely === undefined ? `The types are ${all}.` : `Write \`type: ${likely}\`.`;
  return field.refuse(context, `${quote(text)} is not a type of venue.`, { rule: 'venue-type-invalid', hint });
});

const writtenVenue = written.extend({
  type: venueType.describe('What papers appear in: a `conference`, a `journal`, a `workshop` and so on.'),
  publisher: field.optionalLine.describe('The publisher, for the records of papers that name none.'),
});

/** Institutions as text or as maps; no name, alias or slug may belong to two of them. */
export const declaredNames = z
  .union([field.line, z.array(z.union([name, written]))])
  .transform((value, context): readonly DeclaredName[] => readDeclared<Written>(value, context).map(toDeclared));

/** Venues in the same way, which may say more. */
export const declaredVenues = z
  .union([field.line, z.array(z.union([name, writtenVenue]))])
  .transform((value, context): readonly DeclaredVenue[] =>
    readDeclared<z.output<typeof writtenVenue>>(value, context).map(({ type, publisher, ...rest }) => ({
      ...toDeclared(rest),
      ...(type === undefined ? {} : { type }),
      ...(publisher === undefined ? {} : { publisher }),
    })),
  );

const orcid = field.optional((text, context) => {
  const id = text.replace(/^(?:https?:\/\/)?(?:www\.)?orcid\.org\//i, '').toUpperCase();
  if (isOrcid(id)) return id;
  const hint = 'Copy it from orcid.org, as in `orcid: 0000-0002-1825-0097`; the last sign is a check digit.';
  return field.refuse(context, `${quote(text)} is not an ORCID iD.`, { rule: 'orcid-invalid', hint });
});

const writtenAuthor = written.omit({ full: true }).extend({
  orcid: orcid.describe('The ORCID iD, as in `0000-0002-1825-0097`.'),
  url: field.url.describe("The address of the person's own page."),
});

/** People as text or as maps; two may have one name if each has a slug, by which papers tell them apart. */
export const declaredAuthors = z
  .union([field.line, z.array(z.union([name, writtenAuthor]))])
  .transform((value, context): readonly DeclaredAuthor[] =>
    readDeclared<z.output<typeof writtenAuthor>>(
      value,
      context,
      (one, other) =>
        one.slug !== undefined && other.slug !== undefined && toPersonKey(one.name) === toPersonKey(other.name),
    ).map(({ orcid: id, url, ...rest }) => ({
      ...toDeclared(rest),
      ...(id === undefined ? {} : { orcid: id }),
      ...(url === undefined ? {} : { url }),
    })),
  );

/** The entries as maps, checked against each other. */
function readDeclared<Entry extends Written>(
  value: string | readonly (string | Entry)[],
  context: z.core.$RefinementCtx,
  /** True if two entries may have one name because something else tells them apart. */
  mayShareName: (one: Entry, other: Entry) => boolean = () => false,
): readonly Entry[] {
  const list = typeof value !== 'string' ? value : value === '' ? [] : [value];
  const maps = list.map((item) => (typeof item === 'string' ? ({ name: item } as Entry) : item));
  checkNames(maps, (at) => (typeof list[at] === 'string' ? [at] : [at, 'name']), context, mayShareName);
  checkSlugs(maps, context);
  return maps;
}

function toDeclared({ name, slug, full, aliases = [] }: Written): DeclaredName {
  return { name, ...(slug === undefined ? {} : { slug }), ...(full === undefined ? {} : { full }), aliases };
}

/** A spelling that belonged to two would lead to only one of them. */
function checkNames<Entry extends Written>(
  maps: readonly Entry[],
  toNamePlace: (at: number) => PropertyKey[],
  context: z.core.$RefinementCtx,
  mayShareName: (one: Entry, other: Entry) => boolean,
): void {
  const owners = new Map<string, number>();
  for (const [at, { name, aliases = [] }] of maps.entries()) {
    const spellings = [
      { spelling: name, place: toNamePlace(at) },
      ...aliases.map((spelling, index) => ({ spelling, place: [at, 'aliases', index] })),
    ];
    for (const { spelling, place } of spellings) {
      const owner = owners.get(toNameKey(spelling));
      owners.set(toNameKey(spelling), owner ?? at);
      if (owner === undefined || owner === at) continue;
      if (mayShareName(maps[owner] as Entry, maps[at] as Entry)) continue;
      const other = maps[owner]?.name as string;
      const message = `${quote(spelling)} already belongs to ${quote(other)}; case, accents and punctuation do not count.`;
      const hint = 'Keep it in one of the two, or merge the two into one entry with `aliases`.';
      field.refuse(context, message, { rule: 'alias-duplicate', hint }, place);
    }
  }
}

function checkSlugs(maps: readonly Written[], context: z.core.$RefinementCtx): void {
  const owners = new Map<string, string>();
  for (const [at, { name, slug }] of maps.entries()) {
    if (slug === undefined) continue;
    const owner = owners.get(slug);
    if (owner === undefined) owners.set(slug, name);
    else {
      const message = `The slug ${quote(slug)} is taken by ${quote(owner)}.`;
      const hint = 'Give this one another slug: it becomes the name of its page.';
      field.refuse(context, message, { rule: 'slug-duplicate', hint }, [at, 'slug']);
    }
  }
}

/** The keys of a venue or an institution that is written as a map. */
export const NAME_KEYS = ['name', 'slug', 'full', 'aliases'] as const;

/** The keys of a person who is written as a map. */
export const AUTHOR_KEYS = ['name', 'slug', 'aliases', 'orcid', 'url'] as const;

/** The keys that only a venue has. */
export const VENUE_KEYS = ['type', 'publisher'] as const;
