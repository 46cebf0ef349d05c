/** Contribute: links to GitHub's forms, for a reader who wants to edit a paper, suggest one or report a problem. */
import type { FieldForms } from '../../model/field.ts';
import { FIELD_ROWS } from '../../model/fields.ts';
import { FORM_BY_TYPE } from '../../model/own-field.ts';
import type { PressData } from '../../model/press.ts';
import type { UrlPath } from '../../model/url-path.ts';
import { toEditUrl, toFileUrl, toFilledFileUrl, toNewFileUrl, toNewIssueUrl } from '../../text/github-url.ts';

/** GitHub's form for the file of a paper; empty if the list names no repository. */
export function toEditLink({ list }: PressData, file: string): string {
  const { repository, branch } = list;
  return repository === undefined ? '' : toEditUrl({ repository, branch }, file);
}

/**
 * GitHub's form for a new file, with a first file name and the fields to fill in; empty if the list names no repository.
 * The paper is suggested for the topic at this path, if there is one.
 */
export function toSuggestLink({ list, topics }: PressData, topicPath?: string): string {
  const { repository, branch, path, fields } = list;
  if (repository === undefined) return '';
  const topic = topics.length === 1 ? topics[0] : topics.find((one) => one.path === topicPath);
  const names = topics.map(({ name }) => name);
  const chosen = topic === undefined ? toUnchosen(names, path) : `topics: [${JSON.stringify(topic.name)}]`;
  const text = toTemplate([chosen, ...fields.map(({ name, type }) => toEmpty(name, FORM_BY_TYPE[type]))]);
  const file = `${path.split('/')[0]}/new-paper.md`;
  return toFilledFileUrl({ repository, branch }, file, text) ?? toNewFileUrl({ repository, branch }, file);
}

/** The page that a report is about. */
interface ReportedPage {
  readonly title: string;
  readonly path: UrlPath;
  /** The file of the paper that the page is about. */
  readonly file?: string;
  /** True for the page at addresses that do not exist. */
  readonly isServedAnywhere?: boolean;
}

/** GitHub's form for a new issue that names the page and its file; empty if the list names no repository. */
export function toReportLink({ list, url = '' }: PressData, page: ReportedPage): string {
  const { title, path, file, isServedAnywhere = false } = page;
  const { repository, branch } = list;
  if (repository === undefined) return '';
  const lines = [
    'What is wrong or missing?\n\n\n',
    `Page: ${isServedAnywhere ? '(the address you opened)' : url + path}`,
    ...(file === undefined ? [] : [`File: ${toFileUrl({ repository, branch }, file)}`]),
  ];
  const toUrl = (shown: string) => toNewIssueUrl({ repository, branch }, shown, lines.join('\n'));
  return toUrl(`Problem: ${title}`) ?? toUrl('Problem') ?? `https://github.com/${repository}/issues/new`;
}

/** The names of all topics are shown to choose from, unless they take more than this in an address. */
const MOST_NAMES = 1000;

/** An empty list of topics, with what can be in it as a comment. */
function toUnchosen(names: readonly string[], listPath: string): string {
  const quoted = names.map((name) => JSON.stringify(name)).join(', ');
  const isShown = names.length > 0 && encodeURIComponent(quoted).length <= MOST_NAMES;
  return `# ${isShown ? `One or more of ${quoted}` : `As ${listPath} spells them`}\ntopics: []`;
}

/**
 * A paper file to fill in: the fields that the add page asks for first, with these lines for the topics and what follows them.
 * As it is, it isn't a paper: the title is missing.
 */
function toTemplate(lines: readonly string[]): string {
  const fields = FIELD_ROWS.filter(({ form }) => form !== undefined && !form.isMore);
  return `---
# Only the title and the topics are required.
${[...fields.map(({ name, written }) => toEmpty(name, written)), ...lines].join('\n')}
---

## Summary

<!-- What the paper does, in your own words. -->

## Details

<!-- How it does it. $E = mc^2$ is a formula. -->
`;
}

function toEmpty(name: string, written: keyof FieldForms): string {
  return `${name}:${written === 'list' ? ' []' : ''}`;
}
