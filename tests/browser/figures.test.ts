/** SVG figures in a real browser: what passes opens by itself and does nothing; its parser sees names of the table alone. */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkSvg } from '../../src/content/collect/svg/check-svg.ts';
import { isInert, kindOfAttribute, SVG_ELEMENTS, SVG_NAMESPACE } from '../../src/content/collect/svg/svg-names.ts';
import { launch } from '../support/chromium.ts';
import { root } from '../support/papershelf.ts';
import { FILE_ATTACKS } from '../svg/file-attacks.ts';
import { MARKUP_ATTACKS } from '../svg/markup-attacks.ts';
import { STYLE_ATTACKS } from '../svg/style-attacks.ts';

/** Every SVG below `papers/` and the tests that the check lets pass, by path. */
const files = ['papers', 'tests', 'templates'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.svg'))
    .map((file) => join(folder, file)),
);
const accepted = files.filter((file) => checkSvg(readFileSync(join(root, file), 'utf8')).length === 0);

const ATTACKS: Readonly<Record<string, string | Uint8Array>> = { ...MARKUP_ATTACKS, ...STYLE_ATTACKS, ...FILE_ATTACKS };

const served = new Map<string, string | Uint8Array>();
const asked: string[] = [];
let browser: Browser;
let server: Server;
let origin: string;

beforeAll(async () => {
  browser = await launch();
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const file = served.get(request.url ?? '');
    response.writeHead(file === undefined ? 404 : 200, { 'content-type': 'image/svg+xml' });
    response.end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 120_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
});

/**
 * Opens each file by itself, one after the other in one window, and moves over it. Gives everything that a drawing should not
 * do, with its name.
 */
async function open(files: Readonly<Record<string, string | Uint8Array>>): Promise<string[]> {
  const deeds: string[] = [];
  let [current, address] = ['', ''];
  const note = (deed: string) => deeds.push(`${current} ${deed}`);
  const page = await browser.newPage();
  await page.route(/^https?:/, (route) => {
    const url = route.request().url();
    if (url.startsWith(origin)) return route.continue();
    note(`asks ${url}`);
    return route.fulfill({ status: 200, contentType: 'text/html', body: '' });
  });
  page.on('dialog', (dialog) => {
    note(`opens a dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  page.on('popup', () => note('opens a window'));
  page.on('framenavigated', (frame) => {
    if (frame.url() !== origin + address) note(`goes to ${frame.url()}`);
  });
  for (const [name, file] of Object.entries(files)) {
    [current, address] = [name, `/${encodeURIComponent(name)}.svg`];
    served.set(address, file);
    asked.length = 0;
    await page.goto(origin + address, { waitUntil: 'load' }).catch((error: Error) => note(error.message));
    for (const at of [0, 3]) await page.mouse.move(at, at);
    await page.waitForTimeout(100);
    for (const url of asked) if (url !== address && url !== '/favicon.ico') note(`asks for ${url}`);
  }
  await page.context().close();
  return deeds;
}

describe('opened by itself', () => {
  test('there are many', () => {
    expect(accepted.filter((file) => file.startsWith('papers/')).length).toBeGreaterThan(2);
    expect(accepted.length).toBeGreaterThan(25);
  });

  test('they do nothing', async () => {
    const drawings = accepted.map((file) => [file, readFileSync(join(root, file))] as const);
    expect(await open(Object.fromEntries(drawings))).toEqual([]);
  });

  // The same eyes see what an attack does; otherwise the tests above would show nothing.
  test.each([
    ['script', 'opens a dialog: 1'],
    ['script-prefix-dot', 'opens a dialog: 1'],
    ['handler-onload', 'opens a dialog: 1'],
    ['meta-refresh', 'asks https://example.org/a'],
    ['fill-entity', 'asks https://example.org/a'],
    ['style-escape', 'asks https://example.org/a'],
    ['style-image-set', 'asks https://example.org/a'],
    ['sheet-import-split-comment', 'asks https://example.org/a'],
    ['sheet-font', 'asks https://example.org/a'],
    ['image-outside', 'asks https://example.org/a'],
    ['instruction-style', 'asks https://example.org/a'],
    ['use-file', 'asks for /other.svg'],
  ])('%s is seen', async (name, deed) => {
    expect(await open({ [name]: ATTACKS[name] ?? '' })).toContain(`${name} ${deed}`);
  });
});

/** One in eight is a piece of an attack. */
const rarely = (usual: readonly string[], hostile: readonly string[]) =>
  fc.oneof({ weight: 7, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.constantFrom(...hostile) });

const ELEMENT = rarely(
  ['g', 'rect', 'use', 'a', 'text', 's:path', 'image', 'i:pgf', 'linearGradient', 'style', 'metadata', 'rdf:RDF'],
  ['script', 'h:script', 'h:meta', 's:script', 'x:g', 'foreignObject', 'set', 'Style', 'é:script', 'iframe', 'animate'],
);
const ATTRIBUTE = rarely(
  [
    'id="a"',
    'fill="red"',
    'fill="url(#a)"',
    'style="fill:red"',
    'href="#a"',
    'l:href="#a"',
    'i:x="1"',
    'data-x="http://a.b/"',
    'x="1"',
  ],
  [
    'onload="x"',
    'href="http://a.b/"',
    'l:href="java&#115;cript:x"',
    'fill="u&#114;l(http://a.b/)"',
    'style="fill:u\\72l(//a.b/)"',
    'xml:base="http://a.b/"',
    'xmlns="http://www.w3.org/1999/xhtml"',
    'xmlns:i="http://www.w3.org/1999/xhtml"',
    'l:actuate="onLoad"',
    'é="1"',
    'mask="image-set(\'http://a.b/\' 1x)"',
  ],
);
const TEXT = rarely(
  ['', 'words', '&lt;script>', '<!-- <script/> -->', '<![CDATA[<script/>]]>', 'rect{fill:red}', '.a{fill:url(#a)}'],
  [
    '<?xml-stylesheet href="a"?>',
    '@import "http://a.b/";',
    'a{fill:u\\72l(http://a.b/)}',
    '&amp;#106;',
    '@im<!---->port "http://a.b/";',
    '<![CDATA[@font-face{src:url(//a.b/)}]]>',
    '</g><script>x</script><g>',
    '&e;',
  ],
);
const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc
    .record({
      name: ELEMENT,
      attributes: fc.uniqueArray(ATTRIBUTE, { maxLength: 2, selector: (text) => text.split('=')[0] }),
      text: TEXT,
      children: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        fc.constant([]),
        fc.array(tie('tree'), { maxLength: 2 }),
      ),
    })
    .map(({ name, attributes, text, children }) => {
      const inner = name === 'style' ? text : text + children.join('');
      return `<${[name, ...attributes].join(' ')}>${inner}</${name}>`;
    }),
}));
const NAMESPACES =
  'xmlns="http://www.w3.org/2000/svg" xmlns:s="http://www.w3.org/2000/svg" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:é="http://www.w3.org/1999/xhtml" xmlns:x="urn:x" xmlns:i="http://ns.adobe.com/AdobeIllustrator/10.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:l="http://www.w3.org/1999/xlink"';
const DRAWING = fc
  .array(tree, { maxLength: 3 })
  .map((trees) => `<svg ${NAMESPACES} width="9" height="9">${trees.join('')}</svg>`);

/** What Chromium's own parsers of XML and CSS make of a drawing. */
interface Seen {
  readonly elements: readonly (readonly [namespace: string, local: string])[];
  readonly attributes: readonly (readonly [of: string, namespace: string, local: string, value: string])[];
  readonly instructions: number;
  readonly css: string;
}
const SEE = (texts: readonly string[]): Seen[] => {
  return texts.map((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    const all = [...parsed.querySelectorAll('*')];
    const rules = all
      .filter((element) => element.localName === 'style')
      .flatMap((element) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(element.textContent ?? '');
        return [...sheet.cssRules].map((rule) => rule.cssText);
      });
    const styles = all.map((element) => (element as SVGElement).style?.cssText ?? '');
    const walker = parsed.createTreeWalker(parsed, NodeFilter.SHOW_PROCESSING_INSTRUCTION);
    let instructions = 0;
    while (walker.nextNode() !== null) instructions += 1;
    return {
      elements: all.map((element) => [element.namespaceURI ?? '', element.localName]),
      attributes: all.flatMap((element) =>
        [...element.attributes].map(({ namespaceURI, localName, value }) => {
          return [element.namespaceURI ?? '', namespaceURI ?? '', localName, value] as const;
        }),
      ),
      instructions,
      css: [...rules, ...styles].join('\n'),
    };
  });
};

test('of whatever passes, Chromium reads names of the table alone, and no address but of its parts', async () => {
  const page = await browser.newPage();
  const counts = { passed: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(DRAWING, { minLength: 20, maxLength: 20 }), async (drawings) => {
      const passed = drawings.filter((drawing) => checkSvg(drawing).length === 0);
      counts.passed += passed.length;
      counts.refused += drawings.length - passed.length;
      const seen = await page.evaluate(SEE, passed);
      for (const [at, { elements, attributes, instructions, css }] of seen.entries()) {
        const drawing = passed[at];
        for (const [namespace, local] of elements) {
          expect(namespace === SVG_NAMESPACE ? SVG_ELEMENTS.has(local) : isInert(namespace), drawing).toBe(true);
        }
        for (const [of, namespace, local, value] of attributes) {
          if (of === SVG_NAMESPACE) expect(kindOfAttribute(namespace, local), drawing).not.toBe('refused');
          expect(local, drawing).not.toMatch(/^on/);
          if (local === 'href') expect(value, drawing).toMatch(/^#/);
        }
        expect(instructions, drawing).toBe(0);
        expect(css, drawing).not.toMatch(/url\((?!"?#)|image-set|@import|\/\/a\.b/);
      }
    }),
    { numRuns: 50 },
  );
  await page.close();
  expect(counts.passed).toBeGreaterThan(200);
  expect(counts.refused).toBeGreaterThan(200);
});
