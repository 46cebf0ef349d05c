/** Parse: turns the file of a paper into the paper that its author meant, and reports every problem of the file. */

import { FIELD_ROWS, type FieldNameOf, fieldsReadAs } from '../../model/fields.ts';
import type { OwnFieldRules } from '../../model/own-field.ts';
import type { Paper, PaperLink } from '../../model/paper.ts';
import type { Problem, Range } from '../../model/problem.ts';
import { compareProblems, FILE_START } from '../../model/problem.ts';
import type { Source } from '../../model/source.ts';
import { type AuthorList, readAuthorList } from '../../text/author-list.ts';
import { partMark } from '../../text/person-name.ts';
import { quote } from '../../text/quote.ts';
import { partVenue } from '../../text/venue-name.ts';
import { checkCharacters } from './characters.ts';
import { checkOwnRecord } from './custom-bibtex.ts';
import { toFileSlug } from './front-matter/file-slug.ts';
import { type FrontMatter, parseFrontMatter } from './front-matter/front-matter.ts';
import {
  checkAuthorNumbers,
  checkBodyStart,
  checkNameLists,
  checkOthers,
  checkVenueYear,
} from './front-matter/front-matter-slips.ts';
import { PAPER_LIMITS } from './front-matter/limits.ts';
import { toOwnShape } from './front-matter/own-schemas.ts';
import { FIELD_SYNONYMS, paperSchema } from './front-matter/paper-schema.ts';
import { takeOwn, toPlaces, withoutUndefined } from './front-matter/parsed-values.ts';
import { readBySchema } from './front-matter/schema-problems.ts';

const LIST_FIELDS = FIELD_ROWS.filter(({ written }) => written === 'list').map(({ name }) => name);

type LinkField = FieldNameOf<{ readonly shown: { readonly as: 'link' } }>;

const LINK_FIELDS = FIELD_ROWS.filter(({ shown }) => shown?.as === 'link').map(({ name }) => name as LinkField);

/** A file of a paper, read. */
interface ParsedPaper {
  /**
   * Present where the file has a name for it, so that its notes and its place among other papers can be checked too;
   * fields with errors are left out of it, or empty. A paper with errors among its problems is not to be published.
   */
  readonly paper: Paper | undefined;
  /** In the order of the file. */
  readonly problems: readonly Problem[];
}

/** Reads a paper of a list with own fields like these; never throws: whatever is wrong with the source is a problem. */
export type PaperParser = (source: Source) => ParsedPaper;

export function createPaperParser(rules: OwnFieldRules): PaperParser {
  const known = rules === 'unknown' ? [] : rules;
  const shape = toOwnShape(known);
  const schema = known.length === 0 ? paperSchema : paperSchema.extend(shape);
  const lists = known.filter(({ type }) => type === 'terms').map(({ name }) => name);
  const words = {
    synonyms: FIELD_SYNONYMS,
    innerKeys: {},
    lists: [...LIST_FIELDS, ...lists],
    missing: {
      title: 'Add the title of the paper, as in `title: Text-Driven Manipulation of StyleGAN Imagery`.',
      topics: 'Name at least one topic of papers/index.md, as in `topics: [CLIP + GAN]`.',
    },
  };
  // The values of a closed vocabulary are checked one by one.
  const open = known.filter(({ type, values }) => type === 'terms' && values === undefined).map(({ name }) => name);
  return (source) => {
    const characters = checkCharacters(source);
    const frontMatter = parseFrontMatter(source, PAPER_LIMITS);
    const read = readBySchema(schema as typeof paperSchema, frontMatter, { ...words, file: source.path });
    const { values, own } = takeOwn(read.values, Object.keys(shape));
    const problems = rules === 'unknown' ? read.problems.filter(({ rule }) => rule !== 'field-unknown') : read.problems;
    const name = toFileSlug(source, values.short ?? values.title ?? '');
    const all = [
      ...characters,
      ...frontMatter.problems,
      ...problems,
      ...name.problems,
      ...checkNameLists(frontMatter, source, [...fieldsReadAs('people', 'names', 'topics'), ...open]),
      ...checkBodyStart(frontMatter, source, Object.keys(schema.shape)),
      ...checkOthers(values, frontMatter, source),
      ...checkAuthorNumbers(frontMatter, source),
      ...checkVenueYear(values, frontMatter, source),
      ...checkOwnRecord(values.bibtex, frontMatter, source),
    ];
    const slug = name.slug;
    const { title, topics } = values;
    if (slug !== undefined && values.aliases?.includes(slug)) all.push(toOwnAlias(source, frontMatter, slug));
    const ordered = all.toSorted(compareProblems);
    if (slug === undefined || characters.length > 0) {
      return { paper: undefined, problems: ordered };
    }
    const { links, builds_on: buildsOn, editors: _editors, ...rest } = withoutLinkFields(values);
    const { authors, hasMore } = readAuthorList(values.authors ?? []);
    const paper: Paper = {
      ...withoutUndefined({ ...rest, year: toYear(values) }),
      slug,
      path: source.path,
      title: title ?? '',
      topics: topics ?? [],
      ...toAuthors(authors),
      ...(hasMore ? { hasMoreAuthors: true } : {}),
      ...toEditors(readAuthorList(values.editors ?? [])),
      institutions: values.institutions ?? [],
      tags: values.tags ?? [],
      aliases: values.aliases ?? [],
      buildsOn: buildsOn ?? [],
      links: toLinks(values, links ?? {}),
      ...(own === undefined ? {} : { own }),
      draft: values.draft ?? false,
      body: frontMatter.body,
      bodyLine: frontMatter.bodyLine,
      places: withAuthorPlaces(toPlaces(frontMatter, LIST_FIELDS), authors),
    };
    return { paper, problems: ordered };
  };
}

/** Reads a paper of a list without own fields. */
export const parsePaper: PaperParser = createPaperParser([]);

/** Without a year of its own, that of the venue, `CVPR 2021`, and then that of the date, which may be a preprint's. */
function toYear({
  year,
  venue,
  date,
}: {
  readonly year?: number | undefined;
  readonly venue?: string | undefined;
  readonly date?: string | undefined;
}): number | undefined {
  return year ?? partVenue(venue ?? '').year ?? (date === undefined ? undefined : Number(date.slice(0, 4)));
}

function toAuthors(list: AuthorList['authors']): Pick<Paper, 'authors' | 'authorSlugs'> {
  const parted = list.map(({ name }) => partMark(name));
  const slugs = parted.flatMap(({ mark }, at) => (mark === undefined ? [] : [[at, mark] as const]));
  return {
    authors: parted.map(({ name }) => name),
    ...(slugs.length === 0 ? {} : { authorSlugs: Object.fromEntries(slugs) }),
  };
}

function toEditors({ authors: editors, hasMore }: AuthorList): Pick<Paper, 'editors' | 'hasMoreEditors'> {
  if (editors.length === 0) return {};
  return { editors: editors.map(({ name }) => name), ...(hasMore ? { hasMoreEditors: true } : {}) };
}

function toLinks(
  fields: { readonly [Name in LinkField]?: string | undefined },
  others: Readonly<Record<string, string>>,
): PaperLink[] {
  const own = LINK_FIELDS.flatMap((name) => (fields[name] === undefined ? [] : [{ name, url: fields[name] }]));
  return [...own, ...Object.entries(others).map(([name, url]) => ({ name, url }))];
}

function withoutLinkFields<Values extends object>(values: Values): Omit<Values, LinkField> {
  const others = Object.entries(values).filter(([name]) => !LINK_FIELDS.some((field) => field === name));
  return Object.fromEntries(others) as Omit<Values, LinkField>;
}

/** The authors by their place among the authors, which `et al.` before one of them has moved. */
function withAuthorPlaces(places: Record<string, Range>, authors: AuthorList['authors']): Record<string, Range> {
  const others = Object.entries(places).filter(([name]) => !name.startsWith('authors.'));
  const own = authors.flatMap(({ at }, index) => {
    const place = places[`authors.${at}`];
    return place === undefined ? [] : [[`authors.${index}`, place] as const];
  });
  return Object.fromEntries([...others, ...own]);
}

function toOwnAlias(source: Source, frontMatter: FrontMatter, slug: string): Problem {
  const written = frontMatter.fields?.values.aliases;
  const at = Array.isArray(written) ? written.indexOf(slug) : -1;
  const places = frontMatter.fields?.places ?? {};
  const place = places[`aliases.${at}`] ?? places.aliases ?? FILE_START;
  return {
    rule: 'alias-invalid',
    severity: 'error',
    message: `${quote(slug)} is the paper's own name.`,
    hint: 'Aliases are former names; take it out of the list.',
    file: source.path,
    ...place,
  };
}
