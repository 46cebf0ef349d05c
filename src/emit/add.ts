/** Add: `add.html`, a form that makes the file of a new paper, and how to write one by hand. */
import type { KnownPaper } from '../model/known-paper.ts';
import type { List } from '../model/list.ts';
import type { Output } from '../model/output.ts';
import type { Rendered } from '../model/rendered.ts';
import { ARXIV, CROSSREF } from '../model/services.ts';
import { toRelativeUrl, toRoot, type UrlPath } from '../model/url-path.ts';
import { printPage, toAssetUrl, toSuggestUrl, type Workshop } from './frame.ts';
import { toAddDataPath, toAddPath } from './paths.ts';

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

export function emitAdd(workshop: Workshop): readonly Output[] {
  return [
    { path: toAddPath(), print: () => printAdd(workshop) },
    { path: toAddDataPath(), print: () => `${JSON.stringify(workshop.site.papers.map(toKnown))}\n` },
  ];
}

function toKnown({ paper }: Rendered): KnownPaper {
  const { path, slug, aliases, title, authors, arxiv, doi, url, year } = paper;
  const ids = { ...(arxiv && { arxiv }), ...(doi && { doi }), ...(url && { url }), ...(year && { year }) };
  return { path, slug, aliases, title, authors, ...ids };
}

function printAdd(workshop: Workshop): string {
  const { site, shelf, print } = workshop;
  const { list } = site;
  const path = toAddPath();
  const link = (to: UrlPath) => toRelativeUrl(path, to);
  const folder = list.path.split('/')[0] as string;
  const body = print('add', {
    door: toAssetUrl(shelf, 'add-door.js', link),
    script: toAssetUrl(shelf, 'add.js', link),
    mathStyle: toAssetUrl(shelf, 'katex.css', link),
    data: link(toAddDataPath()),
    root: toRoot(path),
    folder,
    listPath: list.path,
    repository: list.repository ?? '',
    branch: list.branch,
    suggest: toSuggestUrl(list),
    fields: FIELDS,
    more: MORE,
    topics: site.topics.map(({ topic, depth }) => ({ name: topic.name, depth: Math.min(depth, 4) })),
    sample: toSample(list),
  });
  return printPage(workshop, {
    path,
    title: `Add a paper · ${list.title}`,
    view: 'without-notes',
    hasMath: false,
    style: 'add.css',
    connect: [ARXIV, CROSSREF],
    body,
  });
}

/** A file to begin with, in the first topic of the list; a string of JSON is one of YAML. */
function toSample({ topics }: List): string {
  return `---
short: The short name
title: "The title as the paper gives it"
authors: [First Author, Second Author]
venue: CVPR
year: 2021
url: https://example.org/paper.pdf
topics: [${JSON.stringify(topics[0]?.name ?? 'A topic')}]
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
