/** Schema problems: reads the fields of front-matter by a schema and reports what does not fit, at its place. */
import type * as z from 'zod';
import type { Problem, Range } from '../../../model/problem.ts';
import { quote, quoteLine, toQuotedYaml } from '../../../text/quote.ts';
import { suggest } from '../../../text/suggest.ts';
import type { FrontMatter } from './front-matter.ts';
import type { YamlValue } from './yaml-reading.ts';

/** What a good message needs to know besides the schema. */
export interface SchemaWords {
  /** The file's path, as problems give it. */
  readonly file: string;
  /** Other words for fields: `pdf` for `url`. */
  readonly synonyms: Readonly<Record<string, string>>;
  /** The keys of maps inside a field, by the field's name. */
  readonly innerKeys: Readonly<Record<string, readonly string[]>>;
  /** The fields that are lists. */
  readonly lists: readonly string[];
  /** What to do if a required field is missing, by its name; `fields.type` is a key of the maps inside `fields`. */
  readonly missing: Readonly<Record<string, string>>;
}

type Issue = z.core.$ZodIssue;

/**
 * Checks each field separately, so that a bad one does not hide the others: `values` holds those that are good.
 * Fields damaged by a YAML error are left out of both results, since that error has already been reported.
 */
export function readBySchema<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  frontMatter: FrontMatter,
  words: SchemaWords,
): { values: Partial<z.output<z.ZodObject<Shape>>>; problems: Problem[] } {
  const fields = frontMatter.fields;
  if (fields === undefined) return { values: {}, problems: [] };
  const known = Object.keys(schema.shape);
  const reading: SchemaReading = { frontMatter, words, known, problems: [] };
  for (const name of Object.keys(fields.values)) {
    if (!known.includes(name) && !frontMatter.damaged.has(name)) reportUnknown(reading, [name]);
  }
  const values: Record<string, unknown> = {};
  for (const name of known) {
    if (frontMatter.damaged.has(name)) continue;
    const written = Object.hasOwn(fields.values, name) ? fields.values[name] : undefined;
    const result = (schema.shape[name] as unknown as z.ZodType).safeParse(written);
    if (result.success) {
      if (result.data !== undefined) values[name] = result.data;
    } else {
      for (const issue of result.error.issues) reportIssue(reading, issue, [name]);
    }
  }
  return { values: values as Partial<z.output<z.ZodObject<Shape>>>, problems: reading.problems };
}

interface SchemaReading {
  readonly frontMatter: FrontMatter;
  readonly words: SchemaWords;
  readonly known: readonly string[];
  readonly problems: Problem[];
}

function report(
  reading: SchemaReading,
  place: Range | undefined,
  problem: Pick<Problem, 'rule' | 'message' | 'hint'>,
): void {
  const { line, column, endLine, endColumn } = place ?? reading.frontMatter.opening;
  reading.problems.push({ severity: 'error', ...problem, file: reading.words.file, line, column, endLine, endColumn });
}

function reportIssue(reading: SchemaReading, issue: Issue, above: PropertyKey[]): void {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union') {
    const written = valueAt(reading.frontMatter.fields?.values ?? {}, path);
    if (written !== undefined && isColonSlip(reading, written, path)) reportType(reading, path, written);
    else for (const inner of toLikeliest(issue.errors)) reportIssue(reading, inner, path);
    return;
  }
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) reportUnknown(reading, [...path, key]);
    return;
  }
  if (issue.code === 'custom' && issue.params !== undefined) {
    const { rule, hint } = issue.params as { rule: string; hint: string };
    report(reading, placeOf(reading, path), { rule, message: issue.message, hint });
    return;
  }
  const written = valueAt(reading.frontMatter.fields?.values ?? {}, path);
  if (written === undefined) reportMissing(reading, path);
  else reportType(reading, path, written);
}

/** `- CLIP: basics` is a map to YAML; if none of its keys means anything, its author meant text. */
function isColonSlip(reading: SchemaReading, written: YamlValue, path: PropertyKey[]): boolean {
  if (typeof written === 'string' || Array.isArray(written)) return false;
  const isOneLine = reading.frontMatter.fields?.snippets[path.join('.')] !== undefined;
  return isOneLine && path.length > 1 && !Object.keys(written).some((key) => innerKeysOf(reading, path).includes(key));
}

function innerKeysOf(reading: SchemaReading, path: readonly PropertyKey[]): readonly string[] {
  return reading.words.innerKeys[String(path[0])] ?? [];
}

/** Of the ways in which a value could have been written, the one that its author came closest to. */
function toLikeliest(ways: readonly (readonly Issue[])[]): readonly Issue[] {
  const nearness = (issues: readonly Issue[]): number =>
    Math.max(0, ...issues.map((issue) => 2 * issue.path.length + (issue.code === 'invalid_type' ? 0 : 1)));
  return ways.reduce((best, way) => (nearness(way) > nearness(best) ? way : best), ways[0] ?? []);
}

function reportUnknown(reading: SchemaReading, path: PropertyKey[]): void {
  const name = String(path.at(-1));
  const candidates = path.length === 1 ? reading.known : innerKeysOf(reading, path);
  const lower = name.toLowerCase();
  const synonym = Object.hasOwn(reading.words.synonyms, lower) ? reading.words.synonyms[lower] : undefined;
  const likely = suggest(name, candidates) ?? (path.length === 1 ? synonym : undefined);
  const hint =
    likely === undefined
      ? `The fields are: ${candidates.map((key) => `\`${key}\``).join(', ')}.`
      : `Did you mean \`${likely}\`?`;
  const place = reading.frontMatter.fields?.keys[path.join('.')];
  report(reading, place, { rule: 'field-unknown', message: `There is no field ${quote(name)}.`, hint });
}

function reportMissing(reading: SchemaReading, path: PropertyKey[]): void {
  const name = path.join('.');
  const last = String(path.at(-1));
  const isTop = path.length === 1;
  const hint = reading.words.missing[isTop ? last : `${String(path[0])}.${last}`] ?? `Write \`${last}: ...\` here.`;
  const place = isTop ? undefined : reading.frontMatter.fields?.places[path.slice(0, -1).join('.')];
  report(reading, place, {
    rule: isTop ? `${last}-missing` : 'field-missing',
    message: `The field ${quote(name)} is missing.`,
    hint,
  });
}

function reportType(reading: SchemaReading, path: PropertyKey[], written: YamlValue): void {
  const name = path.join('.');
  const kind = typeof written === 'string' ? 'text' : Array.isArray(written) ? 'a list' : 'a map';
  const snippet = reading.frontMatter.fields?.snippets[name];
  const wanted = toWanted(reading, path);
  const isLoneEntry = kind === 'a map' && Object.keys(written).some((key) => innerKeysOf(reading, path).includes(key));
  const hint =
    snippet === undefined || kind === 'text' || /^a (?:map|list of maps)\b/.test(wanted)
      ? `Write ${wanted}.`
      : isLoneEntry
        ? `Write a list, even for a single value: ${quoteLine(`${name}: [${snippet}]`)}.`
        : `If you meant text, put it in double quotes: ${quoteLine(toQuotedYaml(snippet))}.`;
  const message =
    snippet === undefined ? `${quote(name)} holds ${kind}.` : `${quote(snippet)} is ${kind}, but should be ${wanted}.`;
  report(reading, placeOf(reading, path), { rule: 'field-type', message, hint });
}

/** What a value of another shape should have been. */
function toWanted({ words }: SchemaReading, path: PropertyKey[]): string {
  if (path[0] === 'fields' && path.length === 2)
    return 'a map with `name` and `type`, as in `{ name: env, type: terms }`';
  if (path[0] === 'fields' && path.length === 1) return 'a list of maps, as in `fields: [{ name: env, type: terms }]`';
  if (path.length > 1) return path[0] === 'fields' && path[2] === 'values' ? 'a list' : 'text';
  if (path[0] === 'links') return 'a map from names to addresses, as in `links: { Blog: "https://..." }`';
  return words.lists.includes(String(path[0])) ? 'a list' : 'text';
}

/** The place of the value, or else of the nearest value around it. */
function placeOf(reading: SchemaReading, path: readonly PropertyKey[]): Range | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const place = reading.frontMatter.fields?.places[path.slice(0, length).join('.')];
    if (place !== undefined) return place;
  }
  return undefined;
}

function valueAt(values: YamlValue, path: readonly PropertyKey[]): YamlValue | undefined {
  let value: YamlValue | undefined = values;
  for (const key of path) {
    if (typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<PropertyKey, YamlValue>>)[key];
  }
  return value;
}
