/** Parser: Markdown to a tree, with no more of its extensions at work than a text can need. */
import type { Root } from 'mdast';
import { combineExtensions } from 'micromark-util-combine-extensions';
import type { Extension } from 'micromark-util-types';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { type Data, unified } from 'unified';
import { mayHaveBareLinks } from './bare-links.ts';
import { remarkDisplayMath } from './display-math.ts';

const BARE_LINKS = new Set(['wwwAutolink', 'protocolAutolink', 'emailAutolink']);

/** Characters next to which `*` and `_` never mean something else in Chinese, Japanese or Korean. */
const WITHOUT_CJK = /^[\u0000-\u10ff\u1e00-\u20a8\u20aa-\u2319]*$/;

// With bare links at work, the rules for Chinese decide about `_` before those for e-mail addresses do: no text is without them.
const parsers = {
  plain: createParser({ bareLinks: false, cjk: false }),
  cjk: createParser({ bareLinks: false, cjk: true }),
  all: createParser({ bareLinks: true, cjk: true }),
};

/** GitHub's Markdown with formulas; all positions are those in `text`. */
export function parseMarkdown(text: string): Root {
  if (mayHaveBareLinks(text)) return parsers.all.parse(text);
  return (WITHOUT_CJK.test(text) ? parsers.plain : parsers.cjk).parse(text);
}

function createParser({ bareLinks, cjk }: { readonly bareLinks: boolean; readonly cjk: boolean }) {
  const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false });
  if (!bareLinks) parser.use(removeBareLinks);
  parser.use(remarkMath).use(remarkDisplayMath);
  if (cjk) parser.use(remarkCjkFriendly);
  return parser.use(combineSyntax).freeze();
}

/** Undoes that part of remark-gfm, which has no option for it: the syntax, and the search in the finished tree. */
function removeBareLinks(this: { data: () => Data }): void {
  const data = this.data();
  const syntax = combineExtensions(data.micromarkExtensions ?? []);
  const text = Object.entries(syntax.text ?? {}).map(([code, constructs]) => {
    const others = [constructs ?? []].flat().filter(({ name }) => name === undefined || !BARE_LINKS.has(name));
    return [code, others] as const;
  });
  data.micromarkExtensions = [{ ...syntax, text: Object.fromEntries(text.filter(([, { length }]) => length > 0)) }];
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? []).flat().map(({ transforms: _, ...rest }) => rest);
}

/** One table instead of one for each extension, which the parser would merge for every text. */
function combineSyntax(this: { data: () => Data }): void {
  const data = this.data();
  data.micromarkExtensions = [combineExtensions(data.micromarkExtensions ?? []) as Extension];
}
