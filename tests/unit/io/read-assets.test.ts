import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { packageFolder } from '../../../src/io/package-folder.ts';
import { readAssets } from '../../../src/io/read-assets.ts';
import { toUrlPath } from '../../../src/model/url-path.ts';
import { makeTemporaryFolder, writeFiles } from '../../support/temporary-folder.ts';

const FONT = 'KaTeX_Main-Regular.0123456789.woff2';
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 10);
let ours = '';
let own = '';

beforeEach(() => {
  ours = makeTemporaryFolder();
  own = join(makeTemporaryFolder(), 'templates');
  writeFiles(ours, {
    'templates/page.eta': '\ufeffpage\r\n',
    'templates/entry.eta': 'entry',
    'templates/style.css': 'css',
    'templates/.editor': 'no',
    'lib/assets/katex.css': 'katex',
    [`lib/assets/${FONT}`]: 'font',
  });
});

test('reads templates by name and assets with their final names', () => {
  expect(readAssets(ours, undefined)).toEqual({
    templates: { entry: 'entry', page: 'page\n' },
    assets: [
      { name: FONT, file: join(ours, 'lib/assets', FONT), fileName: FONT },
      { name: 'katex.css', file: join(ours, 'lib/assets/katex.css'), fileName: `katex.${hashOf('katex')}.css` },
      { name: 'style.css', file: join(ours, 'templates/style.css'), fileName: `style.${hashOf('css')}.css` },
    ],
    hasOwnTemplates: false,
  });
  expect(readAssets(ours, own)).toEqual(readAssets(ours, undefined));
});

test('the folder of the package itself overrides nothing, and may have folders', () => {
  writeFiles(ours, { 'templates/style/base.css': 'part' });
  expect(readAssets(ours, join(ours, 'templates'))).toEqual(readAssets(ours, undefined));
});

test('overrides file by file and takes further assets', () => {
  writeFiles(own, { 'page.eta': 'mine', 'logo.svg': 'logo', 'real.css': 'blue', 'page.eta~': 'old', '.DS_Store': '' });
  symlinkSync('real.css', join(own, 'style.css'));
  const read = readAssets(ours, own);
  expect(read.hasOwnTemplates).toBe(true);
  expect(read.templates).toEqual({ entry: 'entry', page: 'mine' });
  expect(read.assets.map((asset) => asset.fileName)).toEqual([
    FONT,
    `katex.${hashOf('katex')}.css`,
    `logo.${hashOf('logo')}.svg`,
    `real.${hashOf('blue')}.css`,
    `style.${hashOf('blue')}.css`,
  ]);
  for (const asset of read.assets) expect(() => toUrlPath(`assets/${asset.fileName}`)).not.toThrow();
});

test.each([
  ['pagee.eta', 'overrides nothing. The templates are `entry.eta`, `page.eta`.'],
  ['Style.css', 'overrides nothing. Did you mean `style.css`?'],
  ['my logo.svg', 'cannot be published under this name'],
  ['partials/entry.eta', 'partials` is not a file; templates and assets must be directly in'],
])('refuses %s', (name, reason) => {
  writeFiles(own, { [name]: 'x' });
  expect(() => readAssets(ours, own)).toThrow(
    expect.objectContaining({ name: 'WorldError', exitCode: 2, message: expect.stringContaining(reason) }),
  );
});

test('refuses a template that is not UTF-8, a loose link and a file for a folder', () => {
  writeFiles(own, { 'page.eta': Buffer.from('a\ncaf\xe9', 'latin1') });
  expect(() => readAssets(ours, own)).toThrow(/page\.eta:2:4` is not UTF-8/);
  writeFiles(own, { 'page.eta': 'good' });
  symlinkSync('nowhere', join(own, 'loose.css'));
  expect(() => readAssets(ours, own)).toThrow(/loose\.css` is not a file/);
  expect(() => readAssets(ours, join(own, 'page.eta'))).toThrow(/not a folder of templates/);
});

test('says that a package without its files is broken', () => {
  const empty = makeTemporaryFolder();
  mkdirSync(join(empty, 'templates'));
  expect(() => readAssets(empty, undefined)).toThrow(expect.objectContaining({ name: 'WorldError', exitCode: 3 }));
});

test('finds the package from its sources', () => {
  expect(existsSync(join(packageFolder(), 'src/io/package-folder.ts'))).toBe(true);
});
