/** Parse: turns a source into the paper or the list that its author meant, and tells every problem of the file. */

import { FIELD_ROWS, type FieldNameOf, fieldsReadAs } from '../../model/fields.ts';
import type { List } from '../../model/list.ts';
import type { Paper, PaperLink } from '../../model/paper.ts';
import type { Problem, Range } from '../../model/problem.ts';
import { compareProblems, FILE_START } from '../../model/problem.ts';
import type { Source } from '../../model/source.ts';
import { type AuthorList, readAuthorList } from '../../text/author-list.ts';
import { DEFAULT_BRANCH } from '../../text/branch-name.ts';
import { partMark } from '../../text/person-name.ts';
import { quote } from '../../text/quote.ts';
import { partVenue } from '../../text/venue-name.ts';
import { checkCharacters } from './characters.ts';
import { checkOwnRecord } from './custom-bibtex.ts';
import { AUTHOR_KEYS, NAME_KEYS, VENUE_KEYS } from './front-matter/declared-names.ts';
import { toFileSlug } from './front-matter/file-slug.ts';
import { type FrontMatter, parseFrontMatter } from './front-matter/front-matter.ts';
import {
  checkAuthorNumbers,
  checkBodyStart,
  checkNameLists,
  checkOthers,
  checkVenueYear,
} from './front-matter/front-matter-slips.ts';
import { LIST_LIMITS, PAPER_LIMITS } from './front-matter/limits.ts';
import { listSchema, TOPIC_KEYS } from './front-matter/list-schema.ts';
import { FIELD_SYNONYMS, paperSchema } from './front-matter/paper-schema.ts';
import { readBySchema } from './front-matter/schema-problems.ts';

/** A file of a paper, read. */
export interface ParsedPaper {
  /**
   * Present where the file has a name for it, so that its notes and its place among other papers can be checked too;
   * fields with errors are left out of it, or empty. A paper with errors among its problems is not to be published.
   */
  readonly paper: Paper | undefined;
  /** In the order of the file. */
  readonly problems: readonly Problem[];
}

/** Reads a paper. Never throws: whatever is wrong with the source is a problem. */
export function parsePaper(source: Source): ParsedPaper {
  const characters = checkCharacters(source);
  const frontMatter = parseFrontMatter(source, PAPER_LIMITS);
  const { values, problems } = readBySchema(paperSchema, frontMatter, {
    file: source.path,
    synonyms: FIELD_SYNONYMS,
    innerKeys: {},
    missing: {
      title: 'Add the title of the paper, as in `title: Text-Driven Manipulation of StyleGAN Imagery`.',
      topics: 'Name at least one topic of papers/index.md, as in `topics: [CLIP + GAN]`.',
    },
  });
  const name = toFileSlug(source, values.short ?? values.title ?? '');
  const all = [
    ...characters,
    ...frontMatter.problems,
    ...problems,
    ...name.problems,
    ...checkNameLists(frontMatter, source, fieldsReadAs('people', 'names', 'topics')),
    ...checkBodyStart(frontMatter, source, Object.keys(paperSchema.shape)),
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
    draft: values.draft ?? false,
    body: frontMatter.body,
    bodyLine: frontMatter.bodyLine,
    places: withAuthorPlaces(toPlaces(frontMatter, LIST_FIELDS), authors),
  };
  return { paper, problems: ordered };
}

/** A file of a list, read. */
export interface ParsedList {
  /** Present where the title and the topics are good; it may have errors beside it, as a paper may. */
  readonly list: List | undefined;
  /** In the order of the file. */
  readonly problems: readonly Problem[];
}

/** Reads `papers/index.md`. Never throws: whatever is wrong with the source is a problem. */
export function parseList(source: Source): ParsedList {
  const characters = checkCharacters(source);
  const frontMatter = parseFrontMatter(source, LIST_LIMITS);
  const { values, problems } = readBySchema(listSchema, frontMatter, {
    file: source.path,
    synonyms: {
      name: 'title',
      homepage: 'url',
      baseurl: 'url',
      github: 'repository',
      default_branch: 'branch',
      categories: 'topics',
      conferences: 'venues',
      journals: 'venues',
      affiliations: 'institutions',
      lang: 'language',
    },
    innerKeys: {
      topics: TOPIC_KEYS,
      venues: [...NAME_KEYS, ...VENUE_KEYS],
      institutions: NAME_KEYS,
      authors: AUTHOR_KEYS,
    },
    missing: { title: 'Add the name of the list, as in `title: CLIP`.' },
  });
  const all = [
    ...characters,
    ...frontMatter.problems,
    ...problems,
    ...checkBodyStart(frontMatter, source, Object.keys(listSchema.shape)),
  ].toSorted(compareProblems);
  const { title, topics, venues, institutions, authors, branch, language, ...rest } = values;
  const areTopicsBad = topics === undefined && frontMatter.fields?.values.topics !== undefined;
  if (title === undefined || areTopicsBad || characters.length > 0) return { list: undefined, problems: all };
  const list: List = {
    ...withoutUndefined(rest),
    path: source.path,
    title,
    branch: branch ?? DEFAULT_BRANCH,
    language: language ?? 'en',
    topics: topics ?? [],
    venues: venues ?? [],
    institutions: institutions ?? [],
    ...(authors === undefined && frontMatter.fields?.values.authors !== undefined ? {} : { authors: authors ?? [] }),
    body: frontMatter.body,
    bodyLine: frontMatter.bodyLine,
    places: toPlaces(frontMatter, ['topics']),
  };
  return { list, problems: all };
}

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

const LIST_FIELDS = FIELD_ROWS.filter(({ written }) => written === 'list').map(({ name }) => name);

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

type LinkField = FieldNameOf<{ readonly shown: { readonly as: 'link' } }>;

const LINK_FIELDS = FIELD_ROWS.filter(({ shown }) => shown?.as === 'link').map(({ name }) => name as LinkField);

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

function toPlaces(frontMatter: FrontMatter, lists: readonly string[]): Record<string, Range> {
  const places: Record<string, Range> = { ...frontMatter.fields?.places };
  for (const name of lists) {
    // A list of one may be written as plain text: its first entry stands where the field's value does.
    const place = places[name];
    if (place !== undefined && typeof frontMatter.fields?.values[name] === 'string') places[`${name}.0`] ??= place;
  }
  return places;
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

type Defined<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };

function withoutUndefined<Value extends object>(value: Value): Defined<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as Defined<Value>;
}
