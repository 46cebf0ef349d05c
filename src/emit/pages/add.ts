/** Add: `add.html`, a form that makes the file of a new paper, and how to write one by hand. */
import type { KnownPaper } from '../../model/known-paper.ts';
import { ARXIV, CROSSREF } from '../../model/services.ts';
import type { Site } from '../../model/site.ts';
import { toRelativeUrl, toRoot, type UrlPath } from '../../model/url-path.ts';
import { type PageParts, printPage, toAssetUrl, toSuggestUrl } from '../parts/page.ts';
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

const wide = (name: string, label: string, hint = '', rows = 1): FieldView => {
  return { name, label, hint, rows, isNarrow: false };
};
const narrow = (name: string, label: string, hint = ''): FieldView => {
  return { name, label, hint, rows: 1, isNarrow: true };
};

const FIELDS: readonly FieldView[] = [
  narrow('short', 'Short name', 'By which it is known, such as StyleCLIP'),
  wide('title', 'Title', 'As the paper gives it; $…$ is a formula'),
  wide(
    'authors',
    'Authors',
    'Full names in the order of the paper, one a line or with commas between them, and et al. last if some are missing',
    3,
  ),
  wide('institutions', 'Institutions', 'Short names, with commas between them'),
  narrow('venue', 'Venue', 'Without the year; arXiv for a preprint'),
  narrow('year', 'Year', 'Of the publication'),
  narrow('arxiv', 'arXiv id'),
  narrow('doi', 'DOI'),
  wide('url', 'Address of the paper', 'A page or a PDF; not needed where the arXiv id or the DOI is known'),
  wide('code', 'Code', 'Address of the source code'),
  wide('project', 'Project', 'Address of the project page'),
];

const MORE: readonly FieldView[] = [
  narrow('award', 'Award', 'Oral, Best Paper'),
  narrow('date', 'Date of publication', 'As exact as it is known: 2021-03-31'),
  narrow('added', 'Joins the list on', 'A day, as 2021-04-02'),
  narrow('file', 'File name', 'Made from the short name or the title where it is empty'),
  wide('video', 'Video', 'Address of a video or a talk'),
  wide('slides', 'Slides'),
  wide('demo', 'Demo', 'Address of something to try'),
  wide('data', 'Data', 'Address of a data set'),
  wide('poster', 'Poster'),
  wide('tags', 'Tags', 'With commas between them'),
  wide('abstract', 'Abstract', '', 5),
];

export interface AddParts {
  readonly page: PageParts;
  /** The script that prints an entry. */
  readonly templates: UrlPath;
  readonly topics: readonly { readonly name: string; readonly depth: number }[];
}

export interface KnownPapersParts {
  readonly papers: readonly KnownPaper[];
}

type AddOutput =
  | { readonly path: UrlPath; readonly kind: 'add'; readonly parts: AddParts }
  | { readonly path: UrlPath; readonly kind: 'known-papers'; readonly parts: KnownPapersParts };

/** The page, and what it knows of the papers that are there; `templates` is the script that prints an entry. */
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
  const papers = cards.map(({ path: source, slug, aliases, title, authors, arxiv, doi, url, year }) => ({
    path: source,
    slug,
    aliases,
    title,
    authors,
    ...(arxiv && { arxiv }),
    ...(doi && { doi }),
    ...(url && { url }),
    ...(year && { year }),
  }));
  return [
    {
      path,
      kind: 'add',
      parts: { page, templates, topics: topics.map(({ name, depth }) => ({ name, depth: Math.min(depth, 4) })) },
    },
    { path: toAddDataPath(), kind: 'known-papers', parts: { papers } },
  ];
}

export function printKnownPapers({ papers }: KnownPapersParts): string {
  return `${JSON.stringify(papers)}\n`;
}

export function printAdd({ page, templates, topics }: AddParts, press: Press): string {
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
    data: link(toAddDataPath()),
    root: toRoot(path),
    folder,
    listPath: list.path,
    repository: list.repository ?? '',
    branch: list.branch,
    suggest: toSuggestUrl(list),
    fields: FIELDS,
    more: MORE,
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
