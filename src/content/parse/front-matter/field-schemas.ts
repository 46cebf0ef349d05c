/** Field schemas: the kinds of values that fields have, each read as text and turned into what it means. */
import * as z from 'zod';
import { isPageName, type Slug, toSlug } from '../../../model/slug.ts';
import { toArxivId, toDoi, toHttpUrl, type UrlReason } from '../../../text/identifiers.ts';
import { quote, quoteLine } from '../../../text/quote.ts';
import { isIsoDate, toLikelyDate, YEAR_FIRST, YEAR_LAST } from './iso-date.ts';

/** What a schema reports about a bad value besides zod's message. */
export interface Refusal {
  readonly rule: string;
  readonly hint: string;
}

type Context = z.core.$RefinementCtx;

/** Reports a bad value under one of our rules. */
export function refuse(context: Context, message: string, refusal: Refusal, path: PropertyKey[] = []): typeof z.NEVER {
  context.addIssue({ code: 'custom', message, params: { ...refusal }, path });
  return z.NEVER;
}

/** One line of text: white space folded, none at its ends. */
export const line = z.string().transform((text) => text.replace(/\s+/g, ' ').trim());

/** One line of text, or nothing if it is empty. */
export const optionalLine = line.transform((text) => (text === '' ? undefined : text)).optional();

/** Text whose line breaks count, or nothing if it is empty. */
export const optionalText = z
  .string()
  .transform((text) => text.trim() || undefined)
  .optional();

/** A field whose empty value means the same as leaving it out; `convert` sees only trimmed text. */
export function optional<Value>(convert: (text: string, context: Context) => Value) {
  return line.transform((text, context) => (text === '' ? undefined : convert(text, context))).optional();
}

const entry = line.transform((text, context) =>
  text === ''
    ? refuse(context, 'An entry of the list is empty.', {
        rule: 'value-empty',
        hint: 'Delete the entry, or write its name.',
      })
    : text,
);

/** People in order, given as a list or as one text; two may have the same name. */
export const people = z.union([line, z.array(entry)]).transform(toList);

function toList(value: string | readonly string[]): readonly string[] {
  if (typeof value !== 'string') return value;
  return value === '' ? [] : [value];
}

/** Names in order, given as a list or as one text; none twice. */
export const names = z.union([line, z.array(entry)]).transform((value, context) => {
  const list = toList(value);
  list.forEach((name, at) => {
    if (list.indexOf(name) === at) return;
    const message = `${quote(name)} is in the list twice.`;
    refuse(context, message, { rule: 'value-duplicate', hint: 'Keep one of the two.' }, [at]);
  });
  return list;
});

export const year = optional((text, context) => {
  const value = Number(text);
  if (/^\d{4}$/.test(text) && value >= YEAR_FIRST && value <= YEAR_LAST) return value;
  const found = /(?:^|\D)((?:19|20)\d\d)(?:\D|$)/.exec(text)?.[1];
  const hint =
    found === undefined
      ? 'Write four digits, as in `year: 2021`.'
      : `Write \`year: ${found}\`; a month or day belongs in \`date\`.`;
  return refuse(context, `${quote(text)} is not a year from ${YEAR_FIRST} to ${YEAR_LAST}.`, {
    rule: 'year-invalid',
    hint,
  });
});

/** `2021`, `2021-03` or `2021-03-31`. */
export const date = optional((text, context) => (isIsoDate(text) ? text : refuseDate(text, context)));

/** `2021-03-31` only. */
export const day = optional((text, context) =>
  isIsoDate(text) && text.length === 10 ? text : refuseDate(text, context, 'valid full date'),
);

function refuseDate(text: string, context: Context, wanted = 'valid date'): typeof z.NEVER {
  const likely = toLikelyDate(text);
  const isGood = likely !== undefined && likely !== text && (wanted === 'valid date' || likely.length === 10);
  const hint = isGood ? `Write it as \`${likely}\`.` : 'Write year, month and day in this order, as in `2021-03-31`.';
  const message = `${quote(text)} is not a ${wanted}.`;
  return refuse(context, message, { rule: 'date-invalid', hint });
}

export const arxiv = optional((text, context) => {
  const id = toArxivId(text);
  if (id !== undefined) return id;
  const isShort = /^\D*(?:1[5-9]|[2-9]\d)(?:0[1-9]|1[0-2])\.\d{1,4}(?:v\d+)?$/.test(text);
  const hint = isShort
    ? 'Ids since 2015 have five digits after the dot. Copying sometimes loses a zero at the end: look the paper up on arxiv.org.'
    : "Copy the id from the paper's address on arxiv.org; it looks like `2103.17249` or `hep-th/9901001`.";
  return refuse(context, `${quote(text)} is not an arXiv id.`, { rule: 'arxiv-invalid', hint });
});

export const doi = optional((text, context) => {
  const value = toDoi(text);
  const hint = 'A DOI begins with `10.` and contains a slash, as in `10.1145/3528223.3530164`.';
  return value ?? refuse(context, `${quote(text)} is not a DOI.`, { rule: 'doi-invalid', hint });
});

const link = line.transform((text, context) => readUrl(text, context));
export const url = optional(readUrl);

/** Addresses, keyed by the names that the page shows for them. */
export const links = z
  .record(z.string(), link)
  .transform((value, context) => {
    for (const name of Object.keys(value)) {
      if (name.trim() !== '') continue;
      refuse(
        context,
        'A link has no name.',
        { rule: 'link-name-missing', hint: 'Write the words to show before the colon.' },
        [name],
      );
    }
    return value;
  })
  .optional();

function readUrl(text: string, context: Context): string {
  const result = toHttpUrl(text);
  if ('url' in result) return result.url;
  const rule = result.reason === 'scheme' || result.reason === 'credentials' ? `url-${result.reason}` : 'url-invalid';
  return refuse(context, toUrlMessage(text, result.reason), { rule, hint: toUrlHint(text, result.reason) });
}

function toUrlMessage(text: string, reason: UrlReason): string {
  if (reason === 'scheme') return `${quote(text)} is not a web address.`;
  if (reason === 'credentials') return 'The address contains a user name or a password, which every reader would see.';
  if (reason === 'too-long') return `The address ${quote(text)} is longer than 2000 characters.`;
  return `${quote(text)} is not a complete web address.`;
}

function toUrlHint(text: string, reason: UrlReason): string {
  if (reason === 'scheme-missing') return `Write it in full: ${quoteLine(`https://${text.replace(/^\/+/, '')}`)}.`;
  if (reason === 'credentials') return 'Delete the part before `@`, and change the password if it is real.';
  if (reason === 'space') return 'Delete the spaces, or write them as `%20`; a field holds one address.';
  if (reason === 'too-long') return 'Link to a shorter address of the same page.';
  return 'Write an address that begins with `https://` or `http://`, as in `https://example.org/paper.pdf`.';
}

/** BCP 47 tag in its canonical form: `zh-cn` becomes `zh-CN`. */
export const language = optional((text, context) => {
  const tag = toLanguage(text);
  if (tag !== undefined) return tag;
  const likely = toLanguage(text.replaceAll('_', '-'));
  const hint = likely === undefined ? 'Write a language tag, as in `en`, `de` or `zh-CN`.' : `Write \`${likely}\`.`;
  return refuse(context, `${quote(text)} is not a language tag.`, { rule: 'language-invalid', hint });
});

function toLanguage(text: string): string | undefined {
  // Longer first subtags are reserved or unused; the English name of a language would pass as one.
  if (!/^[a-z]{2,3}(?:-|$)/i.test(text)) return undefined;
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return undefined; // RangeError: not well-formed
  }
}

export const draft = optional((text, context) => {
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  const hint = 'Write `draft: true`, or delete the line.';
  return refuse(context, `${quote(text)} is neither \`true\` nor \`false\`.`, { rule: 'draft-invalid', hint });
});

/** The name of a page. */
export const slug = optional(
  (text, context): Slug => (isPageName(text) ? text : refuseSlug(text, context, 'slug-invalid')),
);

/** Slugs, as a list or as one text; one that is not valid is a problem of this rule. */
function slugsBy(rule: string) {
  const slug = line.transform((text, context): Slug => (isPageName(text) ? text : refuseSlug(text, context, rule)));
  return z.union([line, z.array(slug)]).transform((value, context): readonly Slug[] => {
    if (typeof value !== 'string') return value;
    if (value === '') return [];
    return isPageName(value) ? [value] : refuseSlug(value, context, rule);
  });
}

/** Old names of a paper. */
export const aliases = slugsBy('alias-invalid');

/** Names of other papers. */
export const relations = slugsBy('relation-invalid');

/** A slug may hold lower-case letters, digits and single hyphens. */
function refuseSlug(text: string, context: Context, rule: string): typeof z.NEVER {
  const likely = toSlug(text);
  const hint =
    likely === undefined || !isPageName(likely)
      ? 'Use lower-case letters a to z, digits and hyphens.'
      : `Write \`${likely}\`.`;
  return refuse(context, `${quote(text)} cannot be part of a URL of the site.`, { rule, hint });
}
