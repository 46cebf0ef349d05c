/** Front-matter slips: warnings about well-formed front-matter that is probably not what its author meant. */

import type { Problem } from '../../../model/problem.ts';
import type { Source } from '../../../model/source.ts';
import { isMarked } from '../../../text/author-list.ts';
import { toArxivUrl, toDoiUrl } from '../../../text/paper-url.ts';
import { quote, quoteLine } from '../../../text/quote.ts';
import { partVenue } from '../../../text/venue-name.ts';
import type { FrontMatter } from './front-matter.ts';

/** Names in one text with commas or semicolons between them: one odd name to us, several to the author. */
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
    const hint = `If these are several names, write a list: ${quoteLine(`${name}: [${parts.join(', ')}]`)}.`;
    return [{ rule: 'list-expected', severity: 'warning', message, hint, file: source.path, ...place }];
  });
}

/** `et al.` among the authors: the list is not complete. */
export function checkOthers(
  { arxiv, doi }: { readonly arxiv?: string | undefined; readonly doi?: string | undefined },
  frontMatter: FrontMatter,
  source: Source,
): Problem[] {
  const value = frontMatter.fields?.values.authors;
  const names = typeof value === 'string' ? [value] : Array.isArray(value) ? value : [];
  return names.flatMap((name, at): Problem[] => {
    const place = frontMatter.fields?.places[`authors.${at}`] ?? frontMatter.fields?.places.authors;
    if (typeof name !== 'string' || !isMarked(name.trim()) || place === undefined) return [];
    const address = arxiv === undefined ? (doi === undefined ? undefined : toDoiUrl(doi)) : toArxivUrl(arxiv);
    const from = address === undefined ? '' : ` as ${address} does`;
    const message = `The list of authors is not complete: it says ${quote(name)}.`;
    const hint = `Name every author${from}, however many: each has a page, and the site shortens long lists where needed.`;
    return [{ rule: 'authors-incomplete', severity: 'warning', message, hint, file: source.path, ...place }];
  });
}

/** `Wei Zhang 0042`: the number by which DBLP tells namesakes apart is not part of the name. */
export function checkAuthorNumbers(frontMatter: FrontMatter, source: Source): Problem[] {
  const value = frontMatter.fields?.values.authors;
  const names = typeof value === 'string' ? [value] : Array.isArray(value) ? value : [];
  return names.flatMap((name, at): Problem[] => {
    const place = frontMatter.fields?.places[`authors.${at}`] ?? frontMatter.fields?.places.authors;
    const bare = typeof name === 'string' ? /^(.*\p{Letter}.*\S) \d{4}$/u.exec(name.trim())?.[1] : undefined;
    if (bare === undefined || place === undefined) return [];
    const message = `${quote(String(name))} ends in a number, which DBLP adds if several people share a name.`;
    const hint = `Write ${quote(bare)}; otherwise the number shows up on the site, in BibTeX records and in references.`;
    return [{ rule: 'author-number', severity: 'warning', message, hint, file: source.path, ...place }];
  });
}

/** A venue that gives a different year than `year` does. */
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

/** Lines below the front-matter that look like fields: its closing `---` comes too early. */
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
      message: `${quote(line)} looks like a field, but comes after the front-matter.`,
      hint: 'Move the closing `---` of the front-matter below the last field. If the `---` belongs to a longer text, indent it.',
      file: source.path,
      line: number,
      column: 1,
      endLine: number,
      endColumn: line.length + 1,
    },
  ];
}
