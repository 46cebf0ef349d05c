/** Markdown: turns the notes as written into sections of safe HTML, and reports every problem. */
import type { Root, RootContent } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import type { Root as MarkdownRoot } from 'mdast';
import rehypeRaw from 'rehype-raw';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Prose } from '../../../model/prose.ts';
import type { Report } from '../../report/report.ts';
import { checkCommonMistakes } from './common-mistakes.ts';
import { reportDroppedHtml, takeInventory } from './dropped-html.ts';
import type { FormulaMemo } from './formula-memo.ts';
import { checkHtmlMistakes } from './html-mistakes.ts';
import { checkTextLimits, checkTreeLimits } from './limits.ts';
import { finishLinks, resolveLinks } from './links.ts';
import { renderMath } from './math.ts';
import { parseMarkdown } from './parser.ts';
import { finishPictures, resolvePictures } from './pictures.ts';
import { joinPlainHtml } from './plain-html.ts';
import { modernise, polish } from './polish.ts';
import { mintHeadingIds, toNotesSections } from './prose.ts';
import { sanitizeSchema } from './sanitize-schema.ts';
import { cutSections, type Section } from './sections.ts';
import { checkText } from './text.ts';
import { walkMarkdown } from './walk.ts';

const toHtmlTree = unified()
  .use(remarkRehype, {
    allowDangerousHtml: true,
    clobberPrefix: '',
    footnoteLabelTagName: 'p',
    footnoteLabelProperties: {},
  })
  .freeze();
const rawHtml = unified().use(rehypeRaw).freeze();

const NOTHING: Prose = {
  sections: [],
  references: [],
  figures: [],
  anchors: [],
  hasMath: false,
  places: { references: [], figures: [] },
};

/** Markdown with its place: `line` is that of its first character in the file; ids of its HTML get `prefix`. */
export interface MarkdownText {
  readonly text: string;
  readonly line: number;
  readonly prefix: string;
  /** The folder in which figures are looked for: `papers/clip`. */
  readonly folder: string;
}

/**
 * Renders Markdown with GFM, math and safe HTML. The order is what makes it safe: raw HTML is parsed, then sanitised,
 * and only then do formulas become markup. Never throws, whatever the text; if a limit is exceeded it renders nothing.
 */
export function renderMarkdown(
  { text, line, prefix, folder }: MarkdownText,
  report: Report,
  memo?: FormulaMemo,
): Prose {
  if (text.trim() === '' || !checkTextLimits(text, line, report)) return NOTHING;
  // Empty lines replace the front-matter, so that positions are those of the file.
  const source = '\n'.repeat(line - 1) + text;
  const lines = source.split('\n');
  const markdown = parseMarkdown(source);
  if (!checkTreeLimits(markdown, report)) return NOTHING;
  checkCommonMistakes(markdown, lines, report);
  const hasForbidden = checkHtmlMistakes(markdown, report);

  let tree = toTree(markdown, source);
  const quiet: Report = hasForbidden ? () => {} : report;
  modernise(tree);
  const references = resolveLinks(tree, report);
  const figures = resolvePictures(tree, folder, report);
  const before = takeInventory(tree);
  tree = sanitize(tree, sanitizeSchema(prefix)) as Root;
  reportDroppedHtml(before, takeInventory(tree), lines, quiet);
  checkText(tree, report);
  polish(tree, report);
  finishPictures(tree);
  const sections = cutSections(tree);
  mintHeadingIds(sections, tree, prefix);
  const whole: Root = { type: 'root', children: sections.flatMap(toNodes) };
  const anchors = finishLinks(whole, prefix, report);
  let hasMath = false;
  const tally = { formulas: 0, characters: 0, isOver: false };
  for (const section of sections) {
    const root: Root = { type: 'root', children: toNodes(section) };
    hasMath = renderMath(root, lines, tally, report, memo) || hasMath;
    section.children.splice(0, Infinity, ...root.children.slice(section.heading === undefined ? 0 : 1));
  }
  return {
    sections: toNotesSections(sections),
    references: references.map(({ place: _, ...reference }) => reference),
    figures: figures.map(({ path }) => path),
    anchors,
    hasMath,
    places: { references: references.map(({ place }) => place), figures: figures.map(({ place }) => place) },
  };
}

/**
 * Notes as a tree of HTML, links and pictures as they are written, nothing checked yet; `line` is that of their first
 * character in the file. `undefined` if a limit is exceeded. Not to be shown: it holds whatever an author wrote.
 */
export function parseNotes(text: string, line: number): Root | undefined {
  const ignore: Report = () => {};
  if (text.trim() === '' || !checkTextLimits(text, line, ignore)) return undefined;
  const source = '\n'.repeat(line - 1) + text;
  const markdown = parseMarkdown(source);
  return checkTreeLimits(markdown, ignore) ? toTree(markdown, source) : undefined;
}

function toTree(markdown: MarkdownRoot, source: string): Root {
  const tree = toHtmlTree.runSync(markdown as never) as unknown as Root;
  if (!hasHtml(markdown)) return tree;
  return joinPlainHtml(tree) ?? (rawHtml.runSync(tree, { value: source }) as Root);
}

function hasHtml(tree: MarkdownRoot): boolean {
  let found = false;
  walkMarkdown(tree, ({ type }) => {
    found ||= type === 'html';
  });
  return found;
}

function toNodes(section: Section): RootContent[] {
  return section.heading === undefined ? section.children : [section.heading.element, ...section.children];
}
