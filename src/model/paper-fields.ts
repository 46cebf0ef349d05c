/** Paper fields: what a paper's file says above its notes, under the names it uses there, before anybody checked it. */
import type { RawFields } from './fields.ts';

/** Absent is what is not known. `toPaperFile` writes them, `parsePaper` reads them. */
export interface PaperFields extends Partial<Omit<RawFields, 'title'>> {
  readonly title: string;
  /** What it says in fields of the list's own, by name. */
  readonly own?: Readonly<Record<string, string | readonly string[]>>;
}

/** What was read and could not be kept as it is written: worth a look, and no fault. */
export interface Remark {
  readonly rule: string;
  readonly message: string;
  readonly hint: string;
}

/** What a foreign text says of a paper, or why it says nothing, in a sentence with the value in backticks and one with what to do. */
export type FieldsRead =
  | { readonly fields: PaperFields; readonly remarks?: readonly Remark[] }
  | { readonly failure: { readonly message: string; readonly hint: string } };
