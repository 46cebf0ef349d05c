/** Publication fields: the rows of the table of fields that say where and as what a paper was published. */
import type { Field } from './field.ts';

/** In the order of a file. */
export const PUBLICATION_FIELDS = {
  type: {
    read: 'type',
    form: {
      label: 'Type',
      hint: 'If it is not clear from the venue: thesis, report, book …',
      isNarrow: true,
      isMore: true,
    },
    description:
      'What kind of work it is: `article` (in a journal), `conference`, `preprint`, `thesis`, `report`, `book`, `chapter`, `dataset`, `software` or `webpage`; worked out from the other fields if missing.',
    examples: ['thesis'],
  },
  genre: {
    read: 'line',
    shown: { as: 'fact', label: 'Kind' },
    form: { label: 'Kind', hint: "PhD thesis, Master's thesis", isNarrow: true, isMore: true },
    description: "What kind of thesis or report it is: `PhD thesis`, `Master's thesis`.",
    examples: ['PhD thesis', "Master's thesis"],
  },
  venue: {
    read: 'line',
    form: { label: 'Venue', hint: 'Without the year; arXiv for a preprint', isNarrow: true },
    description:
      'Where the paper appeared: a conference or a journal, without the year, which counts as `year` if it stands here; `arXiv` for a preprint.',
    examples: ['CVPR', 'arXiv'],
  },
  year: {
    read: 'year',
    form: { label: 'Year', hint: 'Of the publication', isNarrow: true },
    description: 'The year of publication, four digits from 1900 to 2100.',
    examples: [2021],
  },
  date: {
    read: 'date',
    shown: { as: 'fact', label: 'Published' },
    form: {
      label: 'Date of publication',
      hint: 'As exact as it is known: 2021-03-31',
      isNarrow: true,
      isMore: true,
      after: 'award',
    },
    description: 'The date of publication, as exact as it is known: `2021`, `2021-03` or `2021-03-31`.',
    examples: ['2021-03-31'],
  },
  volume: {
    read: 'number',
    shown: { as: 'fact', label: 'Volume' },
    form: { label: 'Volume', isNarrow: true, isMore: true },
    description: 'The volume of the journal, the series or the book.',
    examples: [41],
  },
  issue: {
    read: 'number',
    shown: { as: 'fact', label: 'Issue' },
    form: { label: 'Issue', hint: 'Or the number of a report', isNarrow: true, isMore: true },
    description: 'The issue of the journal, or the number of the report.',
    examples: [4],
  },
  pages: {
    read: 'pages',
    shown: { as: 'fact', label: 'Pages' },
    form: { label: 'Pages', hint: 'Such as 2085-2094', isNarrow: true, isMore: true },
    description: 'The first and the last page, or the number of the article.',
    examples: ['2085-2094'],
  },
  series: {
    read: 'line',
    shown: { as: 'fact', label: 'Series' },
    form: { label: 'Series', isNarrow: true, isMore: true },
    description: 'The series of books or proceedings that it belongs to.',
    examples: ['Lecture Notes in Computer Science'],
  },
  edition: {
    read: 'number',
    shown: { as: 'fact', label: 'Edition' },
    form: { label: 'Edition', isNarrow: true, isMore: true },
    description: 'The edition of the book.',
    examples: [2],
  },
  publisher: {
    read: 'line',
    shown: { as: 'fact', label: 'Publisher' },
    form: { label: 'Publisher', isNarrow: true, isMore: true },
    description: 'Who published it; for a report, the institution that did.',
    examples: ['MIT Press'],
  },
  school: {
    read: 'line',
    shown: { as: 'fact', label: 'School' },
    form: { label: 'School', hint: 'Of a thesis', isNarrow: true, isMore: true },
    description: 'Where a thesis was written.',
    examples: ['University of Amsterdam'],
  },
  isbn: {
    read: 'isbn',
    shown: { as: 'fact', label: 'ISBN' },
    form: { label: 'ISBN', isNarrow: true, isMore: true },
    description: 'The ISBN of the book, with or without hyphens.',
    examples: ['978-0-262-03561-3'],
  },
  editors: {
    read: 'people',
    form: { label: 'Editors', hint: 'Of the book or the proceedings, like authors', isMore: true },
    description: 'The editors of the book or the proceedings, a list of full names.',
    examples: [['Andrea Vedaldi', 'Horst Bischof']],
  },
} as const satisfies Readonly<Record<string, Field>>;
