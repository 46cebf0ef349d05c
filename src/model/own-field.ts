/** Own field: a field of papers that the owner of a list declares in `papers/index.md`. */
import type { FieldForms } from './field.ts';

/** What its values are: names that papers share, a line of text, a number, a date, a web address, yes or no. */
export const OWN_FIELD_TYPES = ['terms', 'text', 'number', 'date', 'url', 'flag'] as const;

export type OwnFieldType = (typeof OWN_FIELD_TYPES)[number];

/** The form in which a file holds a value. */
export const FORM_BY_TYPE: Readonly<Record<OwnFieldType, keyof FieldForms>> = {
  terms: 'list',
  text: 'line',
  number: 'bare',
  date: 'bare',
  url: 'bare',
  flag: 'bare',
};

/** What decides how the value is read. */
export interface OwnFieldRule {
  /** Its name in the files of papers, and in addresses: lower-case letters, digits and single underscores. */
  readonly name: string;
  readonly type: OwnFieldType;
  /** The only values that papers may use, if it is a field of `terms` or `text` with a closed vocabulary. */
  readonly values?: readonly string[];
}

export interface OwnField extends OwnFieldRule {
  /** What readers see: `Environment`. */
  readonly label: string;
  /** True if its values have pages and readers can filter by them; only for `terms`. */
  readonly isFacet: boolean;
  /** True if it is a column of the table of all papers. */
  readonly isInTable: boolean;
}

/** The own fields that papers may have; `unknown` if the list cannot say because its declarations have an error. */
export type OwnFieldRules = readonly OwnFieldRule[] | 'unknown';

/**
 * What a paper says in own fields, by name: at least one value each, and more only for `terms`. Numbers are as the file
 * has them (`6.3e7`), dates in ISO 8601 (`2021-03`), addresses absolute, and a flag is `yes` or `no`.
 */
export type OwnValues = Readonly<Record<string, readonly string[]>>;
