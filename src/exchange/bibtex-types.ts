/** BibTeX types: how entry types and the field `type` say what kind of work a paper is, both ways. */
import type { PaperType } from '../model/paper-type.ts';

/** The kinds that the entry types of theses stand for. */
export const PHD_THESIS = 'PhD thesis';
export const MASTERS_THESIS = "Master's thesis";

/** The types of works that are `misc` to BibTeX, by the word that begins `type`. */
const MISC_TYPES: { readonly [Type in PaperType]?: string } = {
  dataset: 'Dataset',
  software: 'Software',
  webpage: 'Web page',
};

/** True for the kind of a thesis below a doctorate. */
export function isMastersGenre(genre: string): boolean {
  return /\b(?:master|bachelor|diplom|licen[ct]iate|honou?rs|undergraduate|m\.?sc|b\.?sc|m\.?phil)/i.test(genre);
}

/** The field `type` of a work of this type and kind: `Dataset`, `Dataset: images with captions`, `Technical Report`. */
export function toMiscType(type: PaperType, genre: string | undefined): string | undefined {
  const word = MISC_TYPES[type];
  return word === undefined ? genre : [word, genre].filter((part) => part !== undefined).join(': ');
}

/** What a `type` says if it begins with the word for one of these works. */
export function readMiscType(text: string): { readonly type?: PaperType; readonly genre?: string } {
  for (const [type, word] of Object.entries(MISC_TYPES) as [PaperType, string][]) {
    const rest = text.slice(word.length);
    if (text.toLowerCase().startsWith(word.toLowerCase()) && /^(?:: |$)/.test(rest)) {
      return { type, ...(rest === '' ? {} : { genre: rest.slice(2) }) };
    }
  }
  return text === '' ? {} : { genre: text };
}

const ENTRY_TYPES: Readonly<Record<string, PaperType>> = {
  article: 'article',
  artwork: 'webpage',
  book: 'book',
  bookinbook: 'chapter',
  booklet: 'book',
  collection: 'book',
  conference: 'conference',
  data: 'dataset',
  dataset: 'dataset',
  electronic: 'webpage',
  inbook: 'chapter',
  incollection: 'chapter',
  inproceedings: 'conference',
  inreference: 'chapter',
  manual: 'report',
  mastersthesis: 'thesis',
  mvbook: 'book',
  mvcollection: 'book',
  mvproceedings: 'book',
  online: 'webpage',
  periodical: 'book',
  phdthesis: 'thesis',
  proceedings: 'book',
  reference: 'book',
  report: 'report',
  software: 'software',
  suppbook: 'chapter',
  suppcollection: 'chapter',
  techreport: 'report',
  thesis: 'thesis',
  webpage: 'webpage',
  www: 'webpage',
};

/** The type that an entry type stands for; `undefined` for `misc`, `unpublished` and what nobody knows. */
export function fromEntryType(entryType: string): PaperType | undefined {
  return ENTRY_TYPES[entryType];
}

/** The kind of a thesis: what its `type` says, `phdthesis` and `mathesis` as BibLaTeX means them, else what its entry type does. */
export function toThesisGenre(entryType: string, written: string): string | undefined {
  if (/^(?:phdthesis|ph\.?d\.? thesis)$/i.test(written)) return PHD_THESIS;
  if (/^(?:masters?thesis|mathesis|master['’]?s thesis)$/i.test(written)) return MASTERS_THESIS;
  if (entryType === 'mastersthesis') {
    return written === '' ? MASTERS_THESIS : isMastersGenre(written) ? written : `${MASTERS_THESIS} (${written})`;
  }
  return written === '' ? (entryType === 'phdthesis' ? PHD_THESIS : undefined) : written;
}
