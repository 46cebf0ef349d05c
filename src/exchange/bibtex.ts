/** BibTeX: papers as records that BibTeX and biber read; UTF-8, keys equal to the papers' slugs. */
import { splitFormulas, toWords } from '../model/formulas.ts';
import type { Paper } from '../model/paper.ts';
import { toArxivUrl } from '../model/paper-url.ts';
import { isGroup, toPersonName } from '../model/person-name.ts';
import { MONTHS } from './bibtex-records.ts';
import { toVenue } from './venues.ts';

/** The record of a paper, ending in a newline: the owner's own where there is one, else made from the fields. */
export function toBibtex(paper: Paper): string {
  if (paper.bibtex !== undefined) return `${paper.bibtex.trim()}\n`;
  const venue = paper.venue === undefined ? undefined : toVenue(paper.venue);
  const isPreprint = venue === undefined || venue.kind === 'preprint';
  const month = /^\d{4}-(\d\d)/.exec(paper.date ?? '')?.[1];
  const url = paper.url ?? (paper.arxiv === undefined ? undefined : toArxivUrl(paper.arxiv));
  const fields: readonly (readonly [name: string, value: string | undefined])[] = [
    ['title', braced(toTitle(paper.title))],
    ['author', paper.authors.length === 0 ? undefined : braced(paper.authors.map(toAuthor).join(' and '))],
    ['booktitle', venue?.kind === 'conference' ? braced(toText(venue.name)) : undefined],
    ['journal', venue?.kind === 'journal' ? braced(toText(venue.name)) : undefined],
    ['year', paper.year === undefined ? undefined : braced(String(paper.year))],
    ['month', month === undefined ? undefined : MONTHS[Number(month) - 1]],
    ['eprint', paper.arxiv === undefined ? undefined : braced(paper.arxiv)],
    ['archivePrefix', paper.arxiv === undefined ? undefined : braced('arXiv')],
    ['doi', paper.doi === undefined ? undefined : braced(paper.doi)],
    ['url', url === undefined ? undefined : braced(toVerbatim(url))],
  ];
  const type = isPreprint ? 'misc' : venue.kind === 'journal' ? 'article' : 'inproceedings';
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value}`]));
  return `@${type}{${paper.slug},\n${lines.join(',\n')}\n}\n`;
}

function braced(text: string): string {
  return `{${text}}`;
}

/** `Patashnik, Or`; a group and a mononym in braces of their own, so that BibTeX splits nothing. */
function toAuthor(name: string): string {
  const { family, given, suffix } = toPersonName(name);
  if (given === undefined) return isGroup(name) || /\s/.test(family) ? `{${toText(family)}}` : toName(family);
  return [toName(family), ...(suffix === undefined ? [] : [toText(suffix)]), toName(given)].join(', ');
}

/** The word "and" parts authors, so one inside a name is braced. */
function toName(text: string): string {
  return toText(text).replace(/\b(and)\b/gi, '{$1}');
}

/** A title: words with capitals inside, digits or acronyms keep them in every style; formulas stay as they are. */
function toTitle(title: string): string {
  return splitFormulas(title)
    .map(({ text, isFormula }) => (isFormula ? `{$${text}$}` : toWords(text).split(/(\s+)/).map(toTitleWord).join('')))
    .join('');
}

/** `CLIP`, `StyleGAN`, `3D`, `GPT-4`: braces around each part that lower-casing would spoil. */
function toTitleWord(word: string): string {
  return word
    .split(/([-–—/:,.;()]+)/)
    .map((part) => (/.\p{Lu}|\p{Lu}.*\d|\d.*\p{Lu}/u.test(part) ? `{${toText(part)}}` : toText(part)))
    .join('');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Text for TeX: its special characters written out, letters of every script as they are. */
function toText(text: string): string {
  return text.replace(/[\\~^]|[&%$#_{}]/g, (character) => ESCAPES[character] ?? `\\${character}`);
}

/** In a URL nothing is escaped; braces and blanks, which would end the field or the URL, are percent-encoded. */
function toVerbatim(url: string): string {
  return url.replace(/[{}\s\\]/g, (character) => encodeURIComponent(character));
}
