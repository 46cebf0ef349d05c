/** Entry templates: the template of an entry, with those it includes, as a script: the add page's policy forbids `eval`. */
import { toUrlPath, type UrlPath } from '../../model/url-path.ts';
import type { Press } from '../press.ts';
import { toFunctionBody } from '../templates.ts';

/** The template that prints an entry. */
const ENTRY = 'entry';

type EntryTemplatesOutput = { readonly path: UrlPath; readonly kind: 'entry-templates'; readonly parts: object };

/** `hash` derives a short name from what a file is printed from. */
export function planEntryTemplates(hash: (kind: string, parts: object) => string): EntryTemplatesOutput {
  const kind = 'entry-templates';
  return { path: toUrlPath(`assets/${kind}.${hash(kind, {})}.js`), kind, parts: {} };
}

/** Sets the global `papershelfTemplates`: for each template a function that fills it, called with the engine as `this`. */
export function printEntryTemplates(_: object, { data }: Press): string {
  const functions = findIncluded(data.templates, ENTRY).map(
    (name) => `${JSON.stringify(name)}:function(it,options){${toFunctionBody(name, data.templates[name] as string)}}`,
  );
  return `papershelfTemplates={${functions.join(',\n')}};\n`;
}

/** The names of a template and of those it includes, directly or not. */
function findIncluded(templates: Readonly<Record<string, string>>, start: string): readonly string[] {
  const found = new Set([start]);
  for (const name of found) {
    for (const [, included = ''] of templates[name]?.matchAll(/['"`]@([\w-]+)['"`]/g) ?? []) {
      if (Object.hasOwn(templates, included)) found.add(included);
    }
  }
  return [...found];
}
