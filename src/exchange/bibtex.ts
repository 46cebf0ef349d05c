/** BibTeX: papers as records that BibTeX and biber read, in UTF-8; the key of a record that is made here is the paper's slug. */

import type { Paper } from '../model/paper.ts';
import { MONTHS } from '../text/bibtex-records.ts';
import { findArxivId } from '../text/identifiers.ts';
import { toArxivUrl } from '../text/paper-url.ts';
import { isGroup, toPersonName } from '../text/person-name.ts';
import { toTex, toTexTitle, toVerbatim } from '../text/tex-writer.ts';
import { toVenue } from './venues.ts';

/** The record of a paper, ending in a newline: the owner's own where there is one, else made from the fields. */
export function toBibtex(paper: Paper): string {
  if (paper.bibtex !== undefined) return `${paper.bibtex.trim()}\n`;
  const venue = paper.venue === undefined ? undefined : toVenue(paper.venue);
  const isPreprint = venue === undefined || venue.kind === 'preprint';
  const arxiv = findArxivId(paper);
  const month = toMonth(paper);
  const url = paper.url ?? (arxiv === undefined ? undefined : toArxivUrl(arxiv));
  const fields: readonly (readonly [name: string, value: string | undefined])[] = [
    ['title', braced(toTexTitle(paper.title, paper.short))],
    [
      'author',
      paper.authors.length === 0
        ? undefined
        : braced([...paper.authors.map(toAuthor), ...(paper.hasMoreAuthors ? ['others'] : [])].join(' and ')),
    ],
    ['booktitle', venue?.kind === 'conference' ? braced(toTex(venue.name)) : undefined],
    ['journal', venue?.kind === 'journal' ? braced(toTex(venue.name)) : undefined],
    ['howpublished', isPreprint && venue !== undefined && arxiv === undefined ? braced(toTex(venue.name)) : undefined],
    ['year', paper.year === undefined ? undefined : braced(String(paper.year))],
    ['month', month === undefined ? undefined : MONTHS[month - 1]],
    ['eprint', arxiv === undefined ? undefined : braced(arxiv)],
    ['archivePrefix', arxiv === undefined ? undefined : braced('arXiv')],
    ['doi', paper.doi === undefined ? undefined : braced(toVerbatim(paper.doi))],
    ['url', url === undefined ? undefined : braced(toVerbatim(url))],
  ];
  const type = isPreprint ? 'misc' : venue.kind === 'journal' ? 'article' : 'inproceedings';
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value}`]));
  return `@${type}{${paper.slug},\n${lines.join(',\n')}\n}\n`;
}

/** 1 to 12; nothing where `year` and `date` disagree, for the month is of the date's year. */
function toMonth(paper: Paper): number | undefined {
  const [year, month] = paper.date?.split('-') ?? [];
  return month === undefined || Number(year) !== paper.year ? undefined : Number(month);
}

function braced(text: string): string {
  return `{${text}}`;
}

/** `Patashnik, Or`; a group, and a name of several words that is all family, in braces of their own, so that BibTeX splits nothing. */
function toAuthor(name: string): string {
  const { family, given, suffix } = toPersonName(name);
  if (given === undefined) return isGroup(name) || /\s/.test(family) ? `{${toTex(family)}}` : toName(family);
  return [toName(family), ...(suffix === undefined ? [] : [toTex(suffix)]), toName(given)].join(', ');
}

/** The word "and" parts authors, so one inside a name is braced. */
function toName(text: string): string {
  return toTex(text).replace(/\b(and)\b/gi, '{$1}');
}

/**
 * A file of records. A line `% styleclip` above each says which paper it is of: a comment to BibTeX, and where the
 * scripts of the page cut.
 */
export function joinBibtex(records: readonly (readonly [slug: string, record: string])[]): string {
  return records.map(([slug, record]) => `% ${slug}\n${record}`).join('\n');
}
