/** Add: `add.html`, a form that makes the file of a new paper, and how to write one by hand. */
import { FIELD_ROWS } from '../../model/fields.ts';
import type { OwnField } from '../../model/own-field.ts';
import { ARXIV, CROSSREF } from '../../model/services.ts';
import type { Site } from '../../model/site.ts';
import { toRelativeUrl, toRoot, type UrlPath } from '../../model/url-path.ts';
import { countKnownFiles } from '../files/known-papers.ts';
import { toSuggestLink } from '../parts/contribute.ts';
import { type PageParts, printPage, toAssetUrl } from '../parts/page.ts';
import { toAddDataPath, toAddPath } from '../paths.ts';
import type { Press } from '../press.ts';

interface FieldView {
  /** That of the front-matter, but for `file`. */
  readonly name: string;
  readonly label: string;
  /** Empty where the label says it all. */
  readonly hint: string;
  /** Rows of text; 1 for a single line. */
  readonly rows: number;
  /** Narrow fields stand side by side where there is room. */
  readonly isNarrow: boolean;
}

/** The input of the form that is not a field of the paper. */
const FILE: FieldView = {
  name: 'file',
  label: 'File name',
  hint: 'Made from the short name or the title where it is empty',
  rows: 1,
  isNarrow: true,
};

/** The inputs that stand in the open, own fields last, and those under "More fields": there the narrow ones come first. */
function toInputs(own: readonly OwnField[]): {
  readonly fields: readonly FieldView[];
  readonly more: readonly FieldView[];
} {
  const toPlace = (name: string) => FIELD_ROWS.findIndex((row) => row.name === name);
  const inputs = FIELD_ROWS.flatMap(({ name, form }, index) =>
    form === undefined
      ? []
      : [{ name, rows: 1, hint: '', isNarrow: false, ...form, at: form.after ? toPlace(form.after) + 0.5 : index }],
  ).toSorted((one, other) => one.at - other.at);
  const more = inputs.filter(({ isMore }) => isMore);
  return {
    fields: [...inputs.filter(({ isMore }) => !isMore), ...own.map(toOwnInput)],
    more: [...more.filter(({ isNarrow }) => isNarrow), FILE, ...more.filter(({ isNarrow }) => !isNarrow)],
  };
}

function toOwnInput({ name, label, type, values }: OwnField): FieldView {
  return { name, label, hint: toHint(type, values), rows: 1, isNarrow: type !== 'terms' && type !== 'url' };
}

/** At most this many values are named in a hint. */
const MOST_NAMED = 12;

function toHint(type: OwnField['type'], values: readonly string[] | undefined): string {
  if (values !== undefined) {
    const more = values.length - MOST_NAMED;
    const named = values.slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
    return type === 'terms' ? `One or more of ${named}, with commas between them` : `One of ${named}`;
  }
  return HINTS[type];
}

const HINTS: Readonly<Record<OwnField['type'], string>> = {
  terms: 'With commas between them',
  text: '',
  number: 'A number in digits',
  date: 'As exact as it is known: 2021-03-31',
  url: 'A web address',
  flag: 'true or false',
};

export interface AddParts {
  readonly page: PageParts;
  /** The script that prints an entry. */
  readonly templates: UrlPath;
  readonly topics: readonly { readonly name: string; readonly depth: number }[];
  /** The own fields of the list. */
  readonly fields: readonly OwnField[];
  /** How many files hold what the page knows of the papers in the list. */
  readonly files: number;
}

interface AddOutput {
  readonly path: UrlPath;
  readonly kind: 'add';
  readonly parts: AddParts;
}

/** `templates` is the script that prints an entry. */
export function planAdd({ list, topics, cards }: Site, templates: UrlPath): AddOutput[] {
  const path = toAddPath();
  const page: PageParts = {
    path,
    title: `Add a paper · ${list.title}`,
    view: 'without-notes',
    hasMath: false,
    style: 'add.css',
    connect: [ARXIV, CROSSREF],
  };
  const parts: AddParts = {
    page,
    templates,
    topics: topics.map(({ name, depth }) => ({ name, depth: Math.min(depth, 4) })),
    fields: list.fields,
    files: countKnownFiles(cards.length),
  };
  return [{ path, kind: 'add', parts }];
}

export function printAdd({ page, templates, topics, fields, files }: AddParts, press: Press): string {
  const { path } = page;
  const { data, print } = press;
  const { list } = data;
  const link = (to: UrlPath) => toRelativeUrl(path, to);
  const folder = list.path.split('/')[0] as string;
  const body = print('add', {
    door: toAssetUrl(data, 'load-add-form.js', link),
    script: toAssetUrl(data, 'add.js', link),
    templates: link(templates),
    mathStyle: toAssetUrl(data, 'katex.css', link),
    data: Array.from({ length: files }, (_, file) => link(toAddDataPath(file))).join(' '),
    root: toRoot(path),
    folder,
    listPath: list.path,
    repository: list.repository ?? '',
    branch: list.branch,
    suggest: toSuggestLink(data),
    declared: JSON.stringify(fields),
    own: fields.map(toOwnInput),
    ...toInputs(fields),
    topics,
    sample: toSample(topics[0]?.name ?? 'A topic'),
  });
  return printPage(press, page, body);
}

/** A file to begin with, in this topic; a string of JSON is one of YAML. */
function toSample(topic: string): string {
  return `---
short: The short name
title: "The title as the paper gives it"
authors: [First Author, Second Author]
venue: CVPR
year: 2021
url: https://example.org/paper.pdf
topics: [${JSON.stringify(topic)}]
---

## Summary

What the paper does, in a few sentences.

## Details

How it does it. A formula in a line is $E = mc^2$; a displayed one
stands on lines of its own:

$$
\\mathcal{L} = \\sum_i \\ell(x_i)
$$
`;
}
