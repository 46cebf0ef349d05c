/** Front-matter slips: well-formed front-matter that is probably not what its author meant; warnings. */
import { isOthers } from '../../model/person-name.ts';
import type { Problem } from '../../model/problem.ts';
import type { Source } from '../../model/source.ts';
import { partVenue } from '../../model/venue-name.ts';
import { quote, quoteLine } from '../quote.ts';
import type { FrontMatter } from './front-matter.ts';

/** Names in one text with commas or semicolons between them: one odd name for us, several for the author. */
export function checkNameLists(frontMatter: FrontMatter, source: Source, fields: readonly string[]): Problem[] {
  return fields.flatMap((name): Problem[] => {
    const value = frontMatter.fields?.values[name];
    const place = frontMatter.fields?.places[name];
    if (typeof value !== 'string' || place === undefined || frontMatter.damaged.has(name)) return [];
    const separator = name === 'authors' ? /\s*[,;]\s*(?:and\s+)?|\s+and\s+/ : /\s*[,;]\s*/;
    const parts = value
      .trim()
      .slice(0, 2000)
      .split(separator)
      .filter((part) => part !== '');
    if (parts.length < 2) return [];
    const message = `${quote(value)} is read as one name.`;
    const hint = `If it is several, write a list: ${quoteLine(`${name}: [${parts.join(', ')}]`)}.`;
    return [{ rule: 'list-expected', severity: 'warning', message, hint, file: source.path, ...place }];
  });
}

/** `et al.` in the place of an author. */
export function checkOthers(frontMatter: FrontMatter, source: Source): Problem[] {
  const value = frontMatter.fields?.values.authors;
  const names = typeof value === 'string' ? [value] : Array.isArray(value) ? value : [];
  return names.flatMap((name, at): Problem[] => {
    const place = frontMatter.fields?.places[`authors.${at}`] ?? frontMatter.fields?.places.authors;
    if (typeof name !== 'string' || !isOthers(name.trim()) || place === undefined) return [];
    const message = `${quote(name)} stands in the place of an author.`;
    const hint =
      'Name every author, however many: each has a page, and records and references shorten the list themselves.';
    return [{ rule: 'authors-incomplete', severity: 'warning', message, hint, file: source.path, ...place }];
  });
}

/** A venue that gives another year than `year` does. */
export function checkVenueYear(
  { venue, year }: { readonly venue?: string | undefined; readonly year?: number | undefined },
  frontMatter: FrontMatter,
  source: Source,
): Problem[] {
  const place = frontMatter.fields?.places.venue;
  const parted = partVenue(venue ?? '');
  if (venue === undefined || place === undefined || year === undefined) return [];
  if (parted.year === undefined || parted.year === year) return [];
  const message = `The venue is ${quote(venue)}, but \`year\` is \`${year}\`.`;
  const hint = `Give the right one as \`year\`, and the venue without it: ${quoteLine(`venue: ${parted.name}`)}.`;
  return [{ rule: 'venue-year', severity: 'warning', message, hint, file: source.path, ...place }];
}

/** Lines below the front-matter that look like fields: its closing `---` stands too early. */
export function checkBodyStart(frontMatter: FrontMatter, source: Source, fields: readonly string[]): Problem[] {
  if (frontMatter.fields === undefined) return [];
  const lines = frontMatter.body.split('\n', 20);
  const at = lines.findIndex((line) => line.trim() !== '');
  const line = lines[at] ?? '';
  const name = /^([a-z]{1,20}):(?:\s|$)/.exec(line)?.[1];
  if (name === undefined || !fields.includes(name)) return [];
  const number = frontMatter.bodyLine + at;
  return [
    {
      rule: 'front-matter-early-end',
      severity: 'warning',
      message: `${quote(line)} looks like a field, but stands below the front-matter.`,
      hint: 'Move the line `---` that closes the front-matter below the last field. Inside a longer text, indent such a line.',
      file: source.path,
      line: number,
      column: 1,
      endLine: number,
      endColumn: line.length + 1,
    },
  ];
}
