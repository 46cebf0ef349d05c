/** Read starter: reads the files that a new list begins with, from the folder `starter/` of the package. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { compareText } from '../model/problem.ts';
import { toWorldError } from './world-error.ts';

/** A file of a new list. */
export interface StarterFile {
  /** Relative to the folder of the list, with POSIX separators. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * The files of a new list, by path. In `starter/`, a leading dot is written `dot-`, since npm obeys a `.gitignore` and
 * leaves it out of the package; `{{version}}` is replaced by the version of this package, and each key of `values` in
 * double braces by its value. Includes the schema of a paper: `schema`, or that of a list without own fields.
 */
export function readStarter(
  packageFolder: string,
  values: Readonly<Record<string, string>> = {},
  schema?: string,
): readonly StarterFile[] {
  try {
    const folder = join(packageFolder, 'starter');
    const version: string = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version;
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry): StarterFile => {
        const file = join(entry.parentPath, entry.name);
        const path = relative(folder, file)
          .split(sep)
          .join('/')
          .replace(/(^|\/)dot-/g, '$1.');
        return { path, content: fill(readFileSync(file, 'utf8'), { ...values, version }) };
      });
    const content = schema ?? readFileSync(join(packageFolder, 'schema/paper.schema.json'), 'utf8');
    return [...files, { path: '.vscode/paper.schema.json', content }].toSorted((left, right) =>
      compareText(left.path, right.path),
    );
  } catch (error) {
    throw toWorldError(error, 'read', join(packageFolder, 'starter'));
  }
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{([a-z-]+)\}\}/g, (whole, name: string) => values[name] ?? whole);
}
