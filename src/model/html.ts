/** HTML: markup that is safe to put into a page; the only type through which raw HTML enters one. */

/**
 * HTML that has been sanitised or made by ourselves. Its links to files of the site begin with {@link SITE_ROOT}, since
 * the same notes appear on pages at several depths; `toPageHtml` replaces it by the way to the root.
 */
export type Html = string & { readonly __brand: 'Html' };

/** Precedes a site-relative URL inside {@link Html}. Sources may not contain this character, so nobody else writes it. */
export const SITE_ROOT = '\u0001';

/**
 * Enclose the path of a figure inside a `src` of {@link Html}, followed by the width its author wants, until its final
 * name and its size are known.
 */
export const FIGURE = `${SITE_ROOT}\u0002`;
export const FIGURE_END = '\u0003';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Text as HTML that shows that very text, in an element or a quoted attribute. */
export function toHtml(text: string): Html {
  return text.replace(/[&<>"'`]/g, (character) => ENTITIES[character] as string) as Html;
}

/** The same HTML for a page from which `root` ("", "../", "../../") leads to the top of the site. */
export function toPageHtml(html: Html, root: string): Html {
  return html.replaceAll(`="${SITE_ROOT}`, `="${root}`) as Html;
}
