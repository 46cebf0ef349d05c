/** Parse list: turns `papers/index.md` into the list that its owner meant, and reports every problem of the file. */
import type { List } from '../../model/list.ts';
import type { OwnField, OwnFieldRules } from '../../model/own-field.ts';
import { compareProblems, hasErrors, type Problem } from '../../model/problem.ts';
import type { Source } from '../../model/source.ts';
import { DEFAULT_BRANCH } from '../../text/branch-name.ts';
import { checkCharacters } from './characters.ts';
import { OWN_FIELD_KEYS } from './front-matter/declared-fields.ts';
import { AUTHOR_KEYS, NAME_KEYS, VENUE_KEYS } from './front-matter/declared-names.ts';
import { type FrontMatter, parseFrontMatter } from './front-matter/front-matter.ts';
import { checkBodyStart } from './front-matter/front-matter-slips.ts';
import { LIST_LIMITS } from './front-matter/limits.ts';
import { listSchema, TOPIC_KEYS } from './front-matter/list-schema.ts';
import { toPlaces, withoutUndefined } from './front-matter/parsed-values.ts';
import { readBySchema } from './front-matter/schema-problems.ts';

/** A file of a list, read. */
export interface ParsedList {
  /** Present where the title and the topics are good; it may have errors beside it, as a paper may. */
  readonly list: List | undefined;
  /** The own fields that papers may have. */
  readonly rules: OwnFieldRules;
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
      fields: OWN_FIELD_KEYS,
    },
    lists: ['topics', 'venues', 'institutions', 'authors', 'fields'],
    missing: {
      title: 'Add the name of the list, as in `title: CLIP`.',
      'fields.type':
        'Write `type: terms` for names that papers share, or else `text`, `number`, `date`, `url` or `flag`.',
    },
  });
  const all = [
    ...characters,
    ...frontMatter.problems,
    ...problems,
    ...checkBodyStart(frontMatter, source, Object.keys(listSchema.shape)),
  ].toSorted(compareProblems);
  const { title, topics, venues, institutions, authors, fields, branch, language, ...rest } = values;
  const rules = toRules(fields, frontMatter);
  const areTopicsBad = topics === undefined && frontMatter.fields?.values.topics !== undefined;
  if (title === undefined || areTopicsBad || characters.length > 0) return { list: undefined, rules, problems: all };
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
    fields: fields ?? [],
    body: frontMatter.body,
    bodyLine: frontMatter.bodyLine,
    places: toPlaces(frontMatter, ['topics']),
  };
  return { list, rules, problems: all };
}

/** If the declarations cannot be read, their error is reported once, and not again for each paper that relies on them. */
function toRules(fields: readonly OwnField[] | undefined, frontMatter: FrontMatter): OwnFieldRules {
  if (fields !== undefined) return fields.map(({ name, type, values }) => ({ name, type, ...(values && { values }) }));
  const isBad = frontMatter.fields?.values.fields !== undefined || hasErrors(frontMatter.problems);
  return isBad ? 'unknown' : [];
}
