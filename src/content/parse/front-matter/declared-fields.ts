/** Declared fields: the fields of papers that a list declares for itself. */
import * as z from 'zod';
import { FACETS } from '../../../model/facets.ts';
import { FIELDS } from '../../../model/fields.ts';
import { OWN_FIELD_TYPES, type OwnField, type OwnFieldType } from '../../../model/own-field.ts';
import { isDeviceName, toSlug } from '../../../model/slug.ts';
import { toNameKey } from '../../../text/name-keys.ts';
import { quote } from '../../../text/quote.ts';
import { suggest } from '../../../text/suggest.ts';
import * as field from './field-schemas.ts';

type Context = z.core.$RefinementCtx;

const NAME = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/;
const LONGEST_NAME = 40;

/** Folders and pages of the site, those that are planned among them. */
const PAGES = new Set([
  ...FACETS.map(({ kind }) => kind),
  ...['papers', 'topics', 'search', 'assets', 'table', 'reading', 'map', 'new', 'add', 'feed', 'index', 'notes'],
]);

/** What addresses of searches, the form of the add page and later fields are called, and a name of JavaScript's own. */
const RESERVED = new Set([
  ...FACETS.map(({ parameter }) => parameter),
  ...['topic', 'mark', 'match', 'q', 'sort', 'file', 'known', 'pasted', 'tldr', 'teaser', 'constructor'],
]);

const name = field.line.transform((text, context) => {
  if (text === '') {
    const hint = 'Write the name that papers will use, as in `name: env`.';
    return field.refuse(context, 'A field has no name.', { rule: 'own-name-invalid', hint });
  }
  if (!NAME.test(text) || text.length > LONGEST_NAME) return refuseName(text, context);
  const reason = Object.hasOwn(FIELDS, text)
    ? 'a field that papers of every list have'
    : PAGES.has(text)
      ? 'a folder or a page of the site'
      : RESERVED.has(text) || isDeviceName(text)
        ? 'reserved'
        : undefined;
  if (reason === undefined) return text;
  const hint = `Choose another name, such as \`own_${text}\`; readers see the \`label\`.`;
  return field.refuse(context, `${quote(text)} is ${reason}.`, { rule: 'own-name-taken', hint });
});

function refuseName(text: string, context: Context): typeof z.NEVER {
  const likely = toSlug(text)?.replaceAll('-', '_');
  const isGood = likely !== undefined && NAME.test(likely) && likely.length <= LONGEST_NAME;
  const hint = isGood
    ? `Write \`name: ${likely}\`; what readers see is the \`label\`.`
    : `Use lower-case letters a to z, digits and underscores, a letter first, at most ${LONGEST_NAME} characters.`;
  return field.refuse(context, `${quote(text)} cannot be the name of a field.`, { rule: 'own-name-invalid', hint });
}

/** What people write in place of a type. */
const SYNONYMS: Readonly<Record<string, OwnFieldType>> = {
  bool: 'flag',
  boolean: 'flag',
  categories: 'terms',
  checkbox: 'flag',
  float: 'number',
  int: 'number',
  integer: 'number',
  keywords: 'terms',
  link: 'url',
  list: 'terms',
  string: 'text',
  tags: 'terms',
};

const type = field.line.transform((text, context): OwnFieldType => {
  const word = text.toLowerCase();
  const found = OWN_FIELD_TYPES.find((one) => one === word);
  if (found !== undefined) return found;
  const near = suggest(word, [...OWN_FIELD_TYPES, ...Object.keys(SYNONYMS)]) ?? '';
  const likely = OWN_FIELD_TYPES.find((one) => one === near) ?? SYNONYMS[near];
  const all = OWN_FIELD_TYPES.map((one) => `\`${one}\``).join(', ');
  const hint = likely === undefined ? `The types are ${all}.` : `Write \`type: ${likely}\`.`;
  return field.refuse(context, `${quote(text)} is not a type of field.`, { rule: 'own-type-invalid', hint });
});

/** `true`, or nothing. */
function toSwitch(key: string) {
  return field.optional((text, context) => {
    if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true';
    const hint = `Write \`${key}: true\`, or leave it out.`;
    return field.refuse(context, `${quote(text)} is neither \`true\` nor \`false\`.`, { rule: 'flag-invalid', hint });
  });
}

const values = field.names.transform((list, context) => {
  for (const [at, value] of list.entries()) {
    const other = list.slice(0, at).find((one) => one !== value && toNameKey(one) === toNameKey(value));
    if (other === undefined) continue;
    const message = `${quote(value)} and ${quote(other)} are one value: case, accents and punctuation do not count.`;
    field.refuse(context, message, { rule: 'value-duplicate', hint: 'Keep one of the two.' }, [at]);
  }
  return list;
});

const written = z
  .strictObject({
    name: name.describe('The name in the files of papers and in addresses.'),
    label: field.optionalLine.describe('What readers see; the name if not given.'),
    type: type.describe('What its values are.'),
    facet: toSwitch('facet').describe('`true` gives each value a page and lets readers filter by it.'),
    table: toSwitch('table').describe('`true` makes it a column of the table of all papers.'),
    values: values.optional().describe('The only values that papers may use.'),
  })
  .transform((one, context): OwnField => {
    const { name, type, facet = false, table = false, values = [] } = one;
    if (facet && type !== 'terms') {
      const hint = `Write \`type: terms\` if papers share its values, else delete \`facet: true\`.`;
      const message = `${quote(name)} cannot be a facet: its type is ${quote(type)}.`;
      field.refuse(context, message, { rule: 'own-facet-invalid', hint }, ['facet']);
    }
    if (values.length > 0 && type !== 'terms' && type !== 'text') {
      const hint = 'Delete `values`, or write `type: terms` or `type: text`.';
      const message = `${quote(name)} cannot have \`values\`: its type is ${quote(type)}.`;
      field.refuse(context, message, { rule: 'own-values-invalid', hint }, ['values']);
    }
    const label = one.label ?? toLabel(name);
    return { name, type, label, isFacet: facet, isInTable: table, ...(values.length === 0 ? {} : { values }) };
  });

function toLabel(name: string): string {
  const words = name.replaceAll('_', ' ');
  return `${words[0]?.toUpperCase()}${words.slice(1)}`;
}

/** A name alone says nothing of the values. */
const nameAlone = field.line.transform((text, context): OwnField => {
  const hint = `Write a map, as in \`{ name: ${NAME.test(text) ? text : 'env'}, type: terms }\`.`;
  return field.refuse(context, `The field ${quote(text)} has no type.`, { rule: 'own-type-missing', hint });
});

/** Fields as maps; no two can have the same name. */
export const declaredFields = z.array(z.union([nameAlone, written])).transform((list, context) => {
  for (const [at, { name }] of list.entries()) {
    if (list.findIndex((one) => one.name === name) === at) continue;
    const hint = 'Keep one of the two, or give this one another name.';
    const message = `The field ${quote(name)} is declared twice.`;
    field.refuse(context, message, { rule: 'own-name-taken', hint }, [at, 'name']);
  }
  return list as readonly OwnField[];
});

/** The keys of an own field. */
export const OWN_FIELD_KEYS = ['name', 'label', 'type', 'facet', 'table', 'values'] as const;
