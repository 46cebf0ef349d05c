/** Kinds: what a printer sees is plain data, and two outputs never want one path. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { KINDS, print } from '../../../src/emit/kinds.ts';
import { openPress } from '../../../src/emit/press.ts';
import { type LaidOutFolder, layOutFolder, listPrinted } from '../../support/lay-out-folder.ts';
import { root } from '../../support/papershelf.ts';

const sites = join(root, 'tests/sites');
const lists: readonly (readonly [name: string, folder: string])[] = [
  ['the CLIP list', root],
  ...readdirSync(sites, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => [`tests/sites/${name}`, join(sites, name)] as const),
];
/** A copy that went through JSON and that nobody can write to. */
const throughJson = <Data>(data: Data): Data =>
  JSON.parse(JSON.stringify(data), (_, value: unknown) => Object.freeze(value));
const printed = new Set<string>();

describe.each(lists)('%s', (_, folder) => {
  let site: LaidOutFolder;
  beforeAll(async () => {
    site = await layOutFolder(folder);
  });

  test('prints the same from parts, press and kept pieces that went through JSON, and writes to none of them', () => {
    const { notes, terms, records, join: joinRecords } = site.kept;
    const press = openPress(site.press, site.kept);
    const other = openPress(throughJson(site.press), {
      notes: (digest) => throughJson(notes(digest)),
      records: (digest) => throughJson(records(digest)),
      // Typed arrays do not go through JSON, nor do they have to: they are never part of an output.
      terms,
      join: joinRecords,
    });
    for (const { path, kind, parts } of listPrinted(site)) {
      printed.add(kind);
      expect(print({ kind, parts: throughJson(parts) }, other), path).toBe(print({ kind, parts }, press));
    }
  });

  test('has parts and press that JSON keeps whole: no map, no set, no class, no function', () => {
    for (const { path, parts } of listPrinted(site)) expect(findUnkept(parts), path).toEqual([]);
    expect(findUnkept(site.press)).toEqual([]);
    expect(findUnkept(site.site)).toEqual([]);
  });

  test('has no two outputs for one path', () => {
    const paths = site.outputs.map(({ path }) => path.toLowerCase());
    expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([]);
  });
});

test('there is no kind that these lists do not print', () => {
  expect([...printed].toSorted()).toEqual(Object.keys(KINDS).toSorted());
});

/** The places in some data of what JSON would lose or change; a missing optional value may be `undefined`, since JSON leaves it out. */
function findUnkept(data: unknown, place = ''): string[] {
  if (data === null || ['string', 'boolean', 'undefined'].includes(typeof data)) return [];
  if (typeof data === 'number') return Number.isFinite(data) && !Object.is(data, -0) ? [] : [`${place}: ${data}`];
  if (typeof data !== 'object') return [`${place}: ${typeof data}`];
  if (Array.isArray(data)) {
    return [
      ...(data.includes(undefined) ? [`${place}: undefined in an array`] : []),
      ...data.flatMap((one, index) => findUnkept(one, `${place}.${index}`)),
    ];
  }
  const isPlain = Object.getPrototypeOf(data) === Object.prototype && Object.getOwnPropertySymbols(data).length === 0;
  const described = Object.entries(Object.getOwnPropertyDescriptors(data));
  const computed = described.filter(([, { get, enumerable }]) => get !== undefined || enumerable === false);
  return [
    ...(isPlain ? [] : [`${place}: ${data.constructor?.name ?? 'an object without a class'}`]),
    ...computed.map(([name]) => `${place}.${name}: computed or hidden`),
    ...described.flatMap(([name, { value }]) => findUnkept(value, `${place}.${name}`)),
  ];
}
