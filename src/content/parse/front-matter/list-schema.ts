/** List schema: the fields of `papers/index.md`, and the tree of topics in it. */
import * as z from 'zod';
import type { Topic } from '../../../model/list.ts';
import { isPageName, toSlug } from '../../../model/slug.ts';
import { isBranchName } from '../../../text/branch-name.ts';
import { quote } from '../../../text/quote.ts';
import { declaredFields } from './declared-fields.ts';
import { declaredAuthors, declaredNames, declaredVenues } from './declared-names.ts';
import * as field from './field-schemas.ts';

interface WrittenTopic {
  readonly name: string;
  readonly slug?: string | undefined;
  readonly description?: string | undefined;
  readonly topics?: readonly (string | WrittenTopic)[] | undefined;
}

const topicName = field.line.transform((text, context) => {
  const hint = 'Write the name of the topic, as in `- CLIP + GAN`.';
  return text === '' ? field.refuse(context, 'A topic has no name.', { rule: 'topic-name-missing', hint }) : text;
});

const writtenTopic: z.ZodType<WrittenTopic> = z.strictObject({
  name: topicName.describe('The name, as papers give it in `topics`.'),
  slug: field.optionalLine.describe('The name in URLs; made from the name if not given.'),
  description: field.optionalLine.describe('A sentence about the topic.'),
  topics: z
    .lazy(() => z.array(z.union([topicName, writtenTopic])))
    .optional()
    .describe('Topics inside this one.'),
});

const topics = z
  .union([field.line, z.array(z.union([topicName, writtenTopic]))])
  .transform((value, context): readonly Topic[] => {
    const written = typeof value !== 'string' ? value : value === '' ? [] : [value];
    return readTopics(written, { context, names: new Map() }, []);
  });

interface TopicReading {
  readonly context: z.core.$RefinementCtx;
  /** Names seen so far; a paper names a topic by its name alone, so none may occur twice in the whole tree. */
  readonly names: Map<string, PropertyKey[]>;
}

function readTopics(written: readonly (string | WrittenTopic)[], reading: TopicReading, path: PropertyKey[]): Topic[] {
  const slugs = new Map<string, string>();
  return written.flatMap((item, at) => {
    const place = [...path, at];
    const topic = typeof item === 'string' ? { name: item } : item;
    const namePlace = typeof item === 'string' ? place : [...place, 'name'];
    if (reading.names.has(topic.name)) {
      const hint = 'Keep one of the two, or rename one: papers refer to a topic by its name alone.';
      field.refuse(
        reading.context,
        `The topic ${quote(topic.name)} is declared twice.`,
        { rule: 'topic-duplicate', hint },
        namePlace,
      );
    }
    reading.names.set(topic.name, namePlace);
    const inner = readTopics(topic.topics ?? [], reading, [...place, 'topics']);
    const slug = readSlug(topic, reading, topic.slug === undefined ? namePlace : [...place, 'slug']);
    if (slug === undefined) return [];
    const other = slugs.get(slug);
    if (other !== undefined && other !== topic.name) {
      const message = `The topics ${quote(other)} and ${quote(topic.name)} would both have the slug ${quote(slug)}.`;
      const hint = `Give this one a slug of its own: \`slug: ${slug.slice(0, 70)}-2\`, or better, one that tells them apart.`;
      field.refuse(reading.context, message, { rule: 'topic-slug-duplicate', hint }, namePlace);
    }
    slugs.set(slug, topic.name);
    const description = topic.description === undefined ? {} : { description: topic.description };
    return [{ name: topic.name, slug, ...description, topics: inner }];
  });
}

function readSlug(topic: WrittenTopic, reading: TopicReading, path: PropertyKey[]): Topic['slug'] | undefined {
  if (topic.slug !== undefined) {
    if (isPageName(topic.slug)) return topic.slug;
    const likely = toSlug(topic.slug);
    const hint =
      likely === undefined || likely === 'index'
        ? 'Use lower-case letters a to z, digits and hyphens.'
        : `Write \`slug: ${likely}\`.`;
    field.refuse(
      reading.context,
      `${quote(topic.slug)} cannot be part of a URL of the site.`,
      { rule: 'topic-slug-invalid', hint },
      path,
    );
    return undefined;
  }
  const slug = toSlug(topic.name);
  if (slug !== undefined && slug !== 'index') return slug;
  const message = `No slug can be made from the name ${quote(topic.name)}.`;
  const hint = 'Give the topic a name and a slug: `- name: ...` and, below it, `slug: a-word-in-ascii`.';
  field.refuse(reading.context, message, { rule: 'topic-slug-missing', hint }, path);
  return undefined;
}

const title = field.line.transform((text, context) => {
  const hint = 'Write the name of the list, as in `title: CLIP`.';
  return text === '' ? field.refuse(context, 'The title is empty.', { rule: 'title-missing', hint }) : text;
});

const repository = field.line
  .transform((text, context) => {
    if (text === '') return undefined;
    const name = text.replace(/^(?:https?:\/\/)?(?:www\.)?github\.com\//i, '').replace(/(?:\.git)?\/?$/, '');
    if (/^[A-Za-z\d](?:[A-Za-z\d-]{0,38})\/(?!\.{1,2}$)[\w.-]{1,100}$/.test(name)) return name;
    const hint = 'Write the owner and the name as GitHub shows them, as in `repository: owner/name`.';
    return field.refuse(context, `${quote(text)} is not a repository on GitHub.`, { rule: 'repository-invalid', hint });
  })
  .optional();

const branch = field.line
  .transform((text, context) => {
    if (text === '' || isBranchName(text)) return text === '' ? undefined : text;
    const likely = text.replace(/^(?:refs\/heads\/|refs\/remotes\/[^/]+\/)|\/+$/g, '').replace(/ /g, '-');
    const hint = isBranchName(likely)
      ? `Write \`branch: ${likely}\`.`
      : 'Write the name of the branch as GitHub shows it, as in `branch: main`.';
    return field.refuse(context, `${quote(text)} is not a valid branch name.`, { rule: 'branch-invalid', hint });
  })
  .optional();

/** An address to which paths can be added: no query, no fragment, a slash at its end. */
const siteUrl = field.url.transform((text) => {
  if (text === undefined) return undefined;
  const url = new URL(text);
  url.search = '';
  url.hash = '';
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
});

/** The front-matter of `papers/index.md`. */
export const listSchema = z
  .strictObject({
    title: title.meta({ description: 'The name of the list.', examples: ['CLIP'] }),
    topics: topics.optional().meta({
      description: 'The topics in their order: names, or maps with `name`, `slug`, `description` and `topics`.',
    }),
    venues: declaredVenues.optional().meta({
      description:
        'Venues that papers call by several names: names, or maps with `name`, `slug`, `full`, `aliases`, `type` and `publisher`.',
      examples: [[{ name: 'NeurIPS', full: 'Neural Information Processing Systems', aliases: ['NIPS'] }]],
    }),
    institutions: declaredNames.optional().meta({
      description:
        'Institutions that papers call by several names: names, or maps with `name`, `slug`, `full` and `aliases`.',
      examples: [[{ name: 'TAU', full: 'Tel Aviv University' }]],
    }),
    authors: declaredAuthors.optional().meta({
      description:
        'People whom papers call by several names, or who share a name: names, or maps with `name`, `slug`, `aliases`, `orcid` and `url`.',
      examples: [[{ name: 'Wei Zhang', slug: 'wei-zhang-thu' }]],
    }),
    fields: declaredFields.optional().meta({
      description:
        'Fields of papers that only this list has: maps with `name`, `type`, `label`, `facet`, `table` and `values`.',
      examples: [[{ name: 'env', label: 'Environment', type: 'terms', facet: true }]],
    }),
    description: field.optionalLine.meta({ description: 'A sentence about the list, for search engines.' }),
    url: siteUrl.meta({
      description: 'The address of the site; canonical links and the sitemap need it.',
      format: 'uri',
    }),
    repository: repository.meta({
      description: 'The repository on GitHub, `owner/name`; gives links to edit and to suggest.',
    }),
    branch: branch.meta({
      description: 'The branch that links for editing lead to; `main` if not given.',
      examples: ['main'],
    }),
    language: field.language.meta({ description: 'The language of the pages, a BCP 47 tag; `en` if not given.' }),
  })
  .meta({ title: 'List', description: 'The front-matter of a Papershelf list: `papers/index.md`.' });

/** The keys of a topic that is written as a map. */
export const TOPIC_KEYS = ['name', 'slug', 'description', 'topics'] as const;
