/** Read assets: the templates and assets for pages, Papershelf's own, overridden file by file by the owner's. */
import { createHash } from 'node:crypto';
import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, parse, resolve } from 'node:path';
import type { Asset } from '../model/asset.ts';
import { compareText } from '../model/problem.ts';
import { decodeText } from './decode-text.ts';
import { toPrintable } from './printable.ts';
import { systemCode, toWorldError, WorldError } from './world-error.ts';

export interface SiteAssets {
  /** Texts by name without extension, such as `page`. */
  readonly templates: Readonly<Record<string, string>>;
  /** Sorted by name, in code units. */
  readonly assets: readonly Asset[];
  /** True if the owner's folder replaces or adds anything. */
  readonly hasOwnTemplates: boolean;
}

const TEMPLATE = /\.eta$/;
const ASSET_NAME = /^[\w~-][\w.~-]*$/;
/** KaTeX fonts already have a hash in their names, since the style sheet refers to them. */
const FINAL_NAME = /\.[0-9a-f]{10}\.\w+$/;

/**
 * Reads `templates/` and `lib/assets/` of the package, then the owner's folder, if there is one: a file with the same
 * name replaces ours, any other file is an additional asset. Throws a WorldError if the owner's folder contains a
 * template that replaces nothing, a folder, or a name that cannot be part of a URL (2), or if a file cannot be read (3).
 */
export function readAssets(packageFolder: string, ownTemplates: string | undefined): SiteAssets {
  const files = listFiles(join(packageFolder, 'templates'));
  const made = listFiles(join(packageFolder, 'lib', 'assets'));
  // In a checkout of Papershelf the owner's folder may be ours.
  const isOurs = ownTemplates === undefined || resolve(ownTemplates) === resolve(packageFolder, 'templates');
  const own = isOurs ? new Map<string, string>() : listOwnFiles(ownTemplates);
  for (const [name, file] of own) {
    requireUse(name, file, [...files.keys(), ...made.keys()]);
    if (made.has(name)) made.set(name, file);
    else files.set(name, file);
  }
  const templates: [string, string][] = [];
  const assets: Asset[] = [];
  for (const [name, file] of files) {
    if (TEMPLATE.test(name)) templates.push([name.replace(TEMPLATE, ''), readTemplate(file)]);
    else assets.push(toAsset(name, file));
  }
  for (const [name, file] of made) {
    assets.push(FINAL_NAME.test(name) ? { name, file: resolve(file), fileName: name } : toAsset(name, file));
  }
  templates.sort((left, right) => compareText(left[0], right[0]));
  assets.sort((left, right) => compareText(left.name, right.name));
  return { templates: Object.fromEntries(templates), assets, hasOwnTemplates: own.size > 0 };
}

function listFiles(folder: string): Map<string, string> {
  return new Map(
    readEntries(folder)
      .filter((entry) => entry.isFile())
      .map((entry) => [entry.name, join(folder, entry.name)]),
  );
}

/** The owner's files; links are followed, since the folder belongs to the owner. Editors' backup copies are left out. */
function listOwnFiles(folder: string): Map<string, string> {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (stats === undefined) return new Map();
  if (!stats.isDirectory()) throw new WorldError(`\`${toPrintable(folder)}\` is not a folder of templates.`, 2);
  const files = new Map<string, string>();
  for (const { name } of readEntries(folder)) {
    const file = join(folder, name);
    if (name.endsWith('~')) continue;
    if (!isFile(file)) {
      throw new WorldError(
        `\`${toPrintable(file)}\` is not a file; templates and assets must be directly in \`${toPrintable(folder)}\`.`,
        2,
      );
    }
    files.set(name, file);
  }
  return files;
}

function readEntries(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.name.startsWith('.'));
  } catch (error) {
    throw toWorldError(error, 'read', folder);
  }
}

function isFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ELOOP') return false;
    throw toWorldError(error, 'read', file);
  }
}

function requireUse(name: string, file: string, ours: readonly string[]): void {
  const shown = toPrintable(file);
  if (ours.includes(name)) return;
  if (TEMPLATE.test(name)) {
    const valid = ours.filter((our) => TEMPLATE.test(our)).sort(compareText);
    const names = valid.map((our) => `\`${our}\``).join(', ');
    throw new WorldError(`\`${shown}\` overrides nothing. The templates are ${names}.`, 2);
  }
  const twin = ours.find((our) => our.toLowerCase() === name.toLowerCase());
  if (twin !== undefined) throw new WorldError(`\`${shown}\` overrides nothing. Did you mean \`${twin}\`?`, 2);
  if (!ASSET_NAME.test(name)) {
    throw new WorldError(
      `\`${shown}\` cannot be published under this name. Rename it, using only letters, digits, \`.\`, \`_\` and \`-\`.`,
      2,
    );
  }
}

function toAsset(name: string, file: string): Asset {
  const { name: stem, ext } = parse(name);
  const hash = createHash('sha256').update(readBytes(file)).digest('hex').slice(0, 10);
  return { name, file: resolve(file), fileName: `${stem}.${hash}${ext}` };
}

function readTemplate(file: string): string {
  const decoded = decodeText(readBytes(file));
  if (decoded.kind === 'text') return decoded.text;
  const place = decoded.kind === 'invalid' ? `:${decoded.line}:${decoded.column}` : '';
  throw new WorldError(`\`${toPrintable(file)}${place}\` is not UTF-8. Save the file as UTF-8.`, 2);
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw toWorldError(error, 'read', file);
  }
}
