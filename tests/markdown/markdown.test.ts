/** Every pair in this folder: the Markdown of a note, and the HTML it becomes. `npx vitest -u` writes the HTML anew. */
import { readdirSync, readFileSync } from 'node:fs';
import { type DefaultTreeAdapterMap, parseFragment, serialize } from 'parse5';
import { expect, test } from 'vitest';
import { renderMarkdown } from '../../src/content/render/markdown/markdown.ts';
import { createReport } from '../../src/content/report/report.ts';
import { SITE_ROOT } from '../../src/model/html.ts';
import type { Prose } from '../../src/model/prose.ts';

const folder = new URL('.', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.md'));

test.each(names)('%s', async (name) => {
  const { problems, report } = createReport(name);
  const prose = renderMarkdown(
    { text: readFileSync(new URL(name, folder), 'utf8'), line: 1, prefix: 'p-x--', folder: 'papers/x' },
    report,
  );
  expect(problems).toEqual([]);
  await expect(toReviewable(prose)).toMatchFileSnapshot(name.replace(/md$/, 'html'));
});

/** Sections one after the other; a formula shows as its TeX alone, since KaTeX's markup is nobody's to review. */
function toReviewable({ sections }: Prose): string {
  const html = sections.map(({ heading, html }) => {
    const level = (heading?.depth ?? 0) + 2;
    const label = heading === undefined ? '' : `<h${level} id="${heading.id}">${heading.html}</h${level}>\n`;
    return `${label}${html}\n`;
  });
  const fragment = parseFragment(html.join('\n').replaceAll(SITE_ROOT, '[root]/'));
  foldFormulas(fragment);
  return serialize(fragment);
}

type Parent = DefaultTreeAdapterMap['parentNode'];

function foldFormulas(parent: Parent): void {
  for (const node of parent.childNodes) {
    if (!('tagName' in node)) continue;
    const name = node.attrs.find((attribute) => attribute.name === 'class')?.value ?? '';
    if (!/^katex/.test(name)) {
      foldFormulas(node);
      continue;
    }
    const tex = /<annotation[^>]*>([\s\S]*?)<\/annotation>/.exec(serialize(node))?.[1] ?? 'no annotation';
    const text = parseFragment(tex).childNodes[0] as DefaultTreeAdapterMap['textNode'];
    node.childNodes = [{ ...text, parentNode: node }];
  }
}
