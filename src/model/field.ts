/** Field: what a row of the table of fields says of one field of a paper. */

/** The raw value of a field by the form in which a file holds it. */
export interface FieldForms {
  /** One line of words. */
  readonly line: string;
  /** One line of digits or an address, which needs no quotes to be told from a number. */
  readonly bare: string;
  /** A longer text. */
  readonly prose: string;
  /** A text whose line breaks count. */
  readonly lines: string;
  readonly list: readonly string[];
  /** From names to lines. */
  readonly map: Readonly<Record<string, string>>;
}

/** The ways in which a value is read and checked, each with the form in which it is written. */
export const FORM_BY_READER = {
  line: 'line',
  title: 'line',
  people: 'list',
  names: 'list',
  topics: 'list',
  year: 'bare',
  date: 'bare',
  day: 'bare',
  type: 'line',
  number: 'bare',
  pages: 'bare',
  isbn: 'bare',
  url: 'bare',
  arxiv: 'bare',
  doi: 'bare',
  links: 'map',
  relations: 'list',
  aliases: 'list',
  text: 'prose',
  record: 'lines',
  language: 'line',
  draft: 'bare',
} as const satisfies Readonly<Record<string, keyof FieldForms>>;

export type FieldReader = keyof typeof FORM_BY_READER;

/** An input of the add page. */
interface FieldInput {
  readonly label: string;
  /** Missing if the label says it all. */
  readonly hint?: string;
  /** Rows of text; a single line if missing. */
  readonly rows?: number;
  /** Narrow inputs stand side by side if there is room. */
  readonly isNarrow?: boolean;
  /** Folded away under "More fields". */
  readonly isMore?: boolean;
  /** The field that it follows on the form, if that isn't the one before it in the table. */
  readonly after?: string;
}

export interface Field {
  /** How the value is read and checked: a reader of the paper schema. It also says how the value is written. */
  readonly read: FieldReader;
  /**
   * How a paper's page shows it: as a link with this label, or as a row of its table of facts. Fields without it are
   * shown in ways of their own, such as the title, or not at all.
   */
  readonly shown?: { readonly as: 'link' | 'fact'; readonly label: string };
  /** Its input on the add page; missing if the page doesn't ask for it. */
  readonly form?: FieldInput;
  /** One sentence for editors, which show it while the field is typed. */
  readonly description: string;
  /** Values as a file would have them. */
  readonly examples?: readonly unknown[];
}
