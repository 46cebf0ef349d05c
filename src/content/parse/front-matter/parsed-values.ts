/** Parsed values: what readers of papers and of lists do with the values of front-matter. */
import type { OwnValues } from '../../../model/own-field.ts';
import type { Range } from '../../../model/problem.ts';
import type { FrontMatter } from './front-matter.ts';

/** The places of all values. */
export function toPlaces(frontMatter: FrontMatter, lists: readonly string[]): Record<string, Range> {
  const places: Record<string, Range> = { ...frontMatter.fields?.places };
  for (const name of lists) {
    // A list of one may be written as plain text: its first entry stands where the field's value does.
    const place = places[name];
    if (place !== undefined && typeof frontMatter.fields?.values[name] === 'string') places[`${name}.0`] ??= place;
  }
  return places;
}

/** The values of own fields apart from the others, if there are any. */
export function takeOwn<Values extends object>(
  values: Values,
  names: readonly string[],
): { readonly values: Values; readonly own?: OwnValues } {
  const entries = Object.entries(values);
  const own = entries.filter(([name]) => names.includes(name));
  if (own.length === 0) return { values };
  const others = entries.filter(([name]) => !names.includes(name));
  return { values: Object.fromEntries(others) as Values, own: Object.fromEntries(own) };
}

type Defined<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };

export function withoutUndefined<Value extends object>(value: Value): Defined<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as Defined<Value>;
}
