/** Render: turns the Markdown of a paper, or of the list's introduction, into HTML. */
import { type Html, toHtml } from '../../model/html.ts';
import type { List } from '../../model/list.ts';
import type { Paper } from '../../model/paper.ts';
import { FILE_START, type Problem } from '../../model/problem.ts';
import type { Prose } from '../../model/prose.ts';
import { createReport } from '../report/report.ts';
import type { FormulaMemo } from './markdown/formula-memo.ts';
import { renderMarkdown } from './markdown/markdown.ts';
import { renderTextWithMath } from './markdown/title.ts';

/** The notes of a paper, and those of its fields that may contain formulas. */
export interface RenderedPaper {
  readonly prose: Prose;
  readonly title: Html;
  readonly short?: Html;
  readonly abstract?: Html;
  /** True if the title or the short name needs the style sheet of KaTeX. */
  readonly hasTitleMath: boolean;
  /** True if anything of the paper needs it. */
  readonly hasMath: boolean;
}

/** Renders the notes, the title and the abstract of a paper; its ids begin with `p-<slug>--`. */
export function renderPaper(
  paper: Paper,
  memo?: FormulaMemo,
): { readonly rendered: RenderedPaper; readonly problems: readonly Problem[] } {
  const { problems, report } = createReport(paper.path);
  const renderField = (field: 'title' | 'short' | 'abstract') => {
    const text = paper[field];
    return text === undefined
      ? undefined
      : renderTextWithMath(text, paper.places[field] ?? FILE_START, report, field === 'title', memo);
  };
  const title = renderField('title');
  const short = renderField('short');
  const abstract = renderField('abstract');
  const prose = renderMarkdown(
    { text: paper.body, line: paper.bodyLine, prefix: `p-${paper.slug}--`, folder: folderOf(paper.path) },
    report,
    memo,
  );
  const hasTitleMath = title?.hasMath === true || short?.hasMath === true;
  const rendered: RenderedPaper = {
    prose,
    title: title?.html ?? toHtml(''),
    ...(short === undefined ? {} : { short: short.html }),
    ...(abstract === undefined ? {} : { abstract: abstract.html }),
    hasTitleMath,
    hasMath: prose.hasMath || hasTitleMath || abstract?.hasMath === true,
  };
  return { rendered, problems };
}

/** Renders the introduction of the list; its ids begin with `intro--`. */
export function renderList(list: List): { readonly introduction: Prose; readonly problems: readonly Problem[] } {
  const { problems, report } = createReport(list.path);
  return {
    introduction: renderMarkdown(
      { text: list.body, line: list.bodyLine, prefix: 'intro--', folder: folderOf(list.path) },
      report,
    ),
    problems,
  };
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}
