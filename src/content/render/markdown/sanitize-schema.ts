/** Sanitise schema: the HTML that notes may contain. */
import type { Schema } from 'hast-util-sanitize';

/** Elements whose content is not prose: one of them is a mistake or an attack, never a note. */
export const FORBIDDEN_ELEMENTS = [
  'base',
  'embed',
  'form',
  'frame',
  'frameset',
  'iframe',
  'link',
  'math',
  'meta',
  'noembed',
  'noframes',
  'noscript',
  'object',
  'plaintext',
  'script',
  'style',
  'svg',
  'template',
  'textarea',
  'title',
  'xmp',
] as const;

/** Obsolete elements of HTML, and what says the same today. */
export const MODERN_NAMES: Readonly<Record<string, string>> = { center: 'div', strike: 's', tt: 'code' };

/** Every element that notes may contain. */
export const ELEMENTS: readonly string[] =
  `a abbr b blockquote br caption code col colgroup dd del details dfn div dl dt em figcaption figure
  h1 h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary
  sup table tbody td tfoot th thead tr u ul var`.split(/\s+/);

/**
 * The schema for the notes of one paper; ids and the attributes that name them get `prefix`, so nothing an author writes
 * can clash with the page around it. URLs are checked before (see `links.ts`); the schemes here are the last safeguard.
 */
export function sanitizeSchema(prefix: string): Schema {
  return {
    tagNames: [...ELEMENTS],
    strip: [...FORBIDDEN_ELEMENTS],
    clobberPrefix: prefix,
    clobber: ['ariaDescribedBy', 'ariaLabelledBy', 'id', 'name'],
    ancestors: {
      caption: ['table'],
      col: ['table'],
      colgroup: ['table'],
      tbody: ['table'],
      td: ['table'],
      tfoot: ['table'],
      th: ['table'],
      thead: ['table'],
      tr: ['table'],
      summary: ['details'],
      li: ['ol', 'ul'],
      dd: ['dl'],
      dt: ['dl'],
      figcaption: ['figure'],
    },
    protocols: { href: ['http', 'https', 'mailto'], src: ['https'] },
    required: { input: { type: 'checkbox', disabled: true } },
    attributes: {
      '*': ['align', 'dir', 'id', 'lang', 'title'],
      a: [
        'href',
        'ariaDescribedBy',
        'ariaLabel',
        'dataFootnoteBackref',
        'dataFootnoteRef',
        ['className', 'data-footnote-backref'],
      ],
      code: [['className', /^language-[\w+-]+$/]],
      details: ['open'],
      img: ['src', 'alt', 'width', 'height'],
      input: ['checked', ['disabled', true], ['type', 'checkbox']],
      li: [['className', 'task-list-item'], 'value'],
      ol: ['start', 'reversed', ['className', 'contains-task-list']],
      section: ['dataFootnotes', ['className', 'footnotes']],
      td: ['colSpan', 'rowSpan'],
      th: ['colSpan', 'rowSpan', 'scope'],
      ul: [['className', 'contains-task-list']],
    },
  };
}
