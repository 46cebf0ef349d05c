/** Own schemas: how the values of a list's own fields are read from the file of a paper. */
import type * as z from 'zod';
import type { OwnFieldRule, OwnFieldType } from '../../../model/own-field.ts';
import { toNameKey } from '../../../text/name-keys.ts';
import { quote, quoteLine } from '../../../text/quote.ts';
import { suggest } from '../../../text/suggest.ts';
import * as field from './field-schemas.ts';

type Context = z.core.$RefinementCtx;
type OwnSchema = z.ZodType<readonly string[] | undefined>;

/** The schema of each field, by name; a value is a list of texts, see `OwnValues`. */
export function toOwnShape(rules: readonly OwnFieldRule[]): Readonly<Record<string, OwnSchema>> {
  return Object.fromEntries(rules.map((rule) => [rule.name, SCHEMAS[rule.type](rule)]));
}

const SCHEMAS: Readonly<Record<OwnFieldType, (rule: OwnFieldRule) => OwnSchema>> = {
  terms: (rule) => field.names.transform((names, context) => toTerms(rule, names, context)).optional(),
  text: (rule) => toSingle(field.optional((text, context) => toDeclared(rule, text, context, []))),
  number: ({ name }) => toSingle(field.optional((text, context) => toNumber(name, text, context))),
  date: () => toSingle(field.date),
  url: () => toSingle(field.url),
  flag: ({ name }) => toSingle(field.optional((text, context) => toFlag(name, text, context))),
};

function toSingle(schema: z.ZodType<string | undefined>): OwnSchema {
  return schema.transform((value) => (value === undefined ? undefined : [value]));
}

function toTerms(rule: OwnFieldRule, names: readonly string[], context: Context): readonly string[] | undefined {
  const terms = names.map((name, at) => toDeclared(rule, name, context, [at]));
  for (const [at, term] of terms.entries()) {
    // An unknown value has been reported, and so has the same text twice.
    const isReported = typeof term !== 'string' || names.indexOf(names[at] as string) < at;
    if (isReported || terms.indexOf(term) === at) continue;
    const message = `${quote(names[at] as string)} is in the list twice: it is another spelling of ${quote(term)}.`;
    field.refuse(context, message, { rule: 'value-duplicate', hint: 'Keep one of the two.' }, [at]);
  }
  return terms.length === 0 ? undefined : terms;
}

/** The value as the list declares it, whichever spelling the paper uses; any value if the vocabulary is open. */
function toDeclared(rule: OwnFieldRule, text: string, context: Context, path: PropertyKey[]): string {
  const { name, values } = rule;
  if (values === undefined) return text;
  const find = (spelling: string) => values.find((value) => toNameKey(value) === toNameKey(spelling));
  const found = values.includes(text) ? text : find(text);
  if (found !== undefined) return found;
  const message = `${quote(text)} is not a value of ${quote(name)}.`;
  const hint = `${toLikely(rule, text, find)} The values of \`${name}\` are declared in papers/index.md.`;
  return field.refuse(context, message, { rule: 'own-value-unknown', hint }, path);
}

/** At most this many values are named in a hint. */
const MOST_NAMED = 8;

function toLikely(
  { name, type, values = [] }: OwnFieldRule,
  text: string,
  find: (text: string) => string | undefined,
): string {
  const parts = text.split(/\s*[,;]\s*/).map(find);
  if (type === 'terms' && parts.length > 1 && parts.every((part) => part !== undefined))
    return `Write a list: ${quoteLine(`${name}: [${parts.join(', ')}]`)}.`;
  const near = suggest(text, values);
  if (near !== undefined) return `Did you mean ${quote(near)}?`;
  const more = values.length - MOST_NAMED;
  const named = values.slice(0, MOST_NAMED).map(quote).join(', ');
  return more > 0 ? `Write one of ${named} and ${more} more.` : `Write one of ${named}.`;
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
/** What people write behind a number for a thousand of it and so on. */
const FACTORS: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9, g: 1e9, t: 1e12 };

function isNumber(text: string): boolean {
  return NUMBER.test(text) && Number.isFinite(Number(text));
}

function toNumber(name: string, text: string, context: Context): string {
  if (isNumber(text)) return text;
  const bare = text.replace(/(?<=\d)[\s_'’,](?=\d{3}(?!\d))/g, '');
  const [, digits = bare, letter = ''] = /^(.*\d)\s*([kmbgt])$/i.exec(bare) ?? [];
  const likely = isNumber(digits)
    ? letter === ''
      ? digits
      : String(Number((Number(digits) * (FACTORS[letter.toLowerCase()] as number)).toPrecision(15)))
    : undefined;
  const hint = likely === undefined ? `Write digits alone, as in \`${name}: 63\`.` : `Write \`${name}: ${likely}\`.`;
  return field.refuse(context, `${quote(text)} is not a number.`, { rule: 'number-invalid', hint });
}

function toFlag(name: string, text: string, context: Context): string {
  if (/^(?:true|yes)$/i.test(text)) return 'yes';
  if (/^(?:false|no)$/i.test(text)) return 'no';
  const hint = `Write \`${name}: true\` or \`${name}: false\`, or delete the line.`;
  return field.refuse(context, `${quote(text)} is neither \`true\` nor \`false\`.`, { rule: 'flag-invalid', hint });
}
