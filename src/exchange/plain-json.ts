/** Plain JSON: papers as data, under the names that their files use, for programs that want more than a citation. */
import { readAuthors } from '../model/facets.ts';
import { FIELD_ROWS, type FieldName } from '../model/fields.ts';
import type { Paper, PaperLink } from '../model/paper.ts';
import { MORE_AUTHORS } from '../text/author-list.ts';
import type { Work } from './work.ts';

/**
 * The paper as JSON in one line: `slug`, then the fields of its file in their usual order, each as a text, a list of texts
 * or, for `links`, a map; `year` is a number, `draft` is left out. `type` is always there. `own` has the fields of the list.
 * `plainJsonSchema` says the same.
 */
export function toPlainJson(paper: Paper, { type }: Work): string {
  const { builds_on, links, authors, editors } = {
    builds_on: paper.buildsOn,
    links: partLinks(paper.links),
    authors: withMore(readAuthors(paper), paper.hasMoreAuthors),
    editors: withMore(paper.editors ?? [], paper.hasMoreEditors),
  };
  const values: Readonly<Partial<Record<string, unknown>>> = {
    ...paper,
    ...links.own,
    links: links.others,
    type,
    authors,
    editors,
    builds_on,
  };
  const fields = FIELD_ROWS.filter(({ name }) => name !== 'draft').flatMap(({ name }) => {
    const value = values[name];
    return isEmpty(value) ? [] : [[name, value] as const];
  });
  const own = paper.own === undefined ? {} : { own: paper.own };
  return `${JSON.stringify({ slug: paper.slug, ...Object.fromEntries(fields), ...own })}\n`;
}

/** `{"version": 1, "papers": […]}`, a paper a line; the version changes if what is there comes to mean something else. */
export function joinPlainJson(records: readonly (readonly [slug: string, record: string])[]): string {
  return `{\n"version": 1,\n"papers": [\n${records.map(([, record]) => record.trimEnd()).join(',\n')}\n]\n}\n`;
}

const LINK_FIELDS = new Set<string>(
  FIELD_ROWS.flatMap(({ name, shown }): FieldName[] => (shown?.as === 'link' ? [name] : [])),
);

/** The links that have fields of their own, and the others. */
function partLinks(links: readonly PaperLink[]): Readonly<Record<'own' | 'others', Readonly<Record<string, string>>>> {
  const pick = (isOwn: boolean) =>
    Object.fromEntries(links.flatMap(({ name, url }) => (LINK_FIELDS.has(name) === isOwn ? [[name, url]] : [])));
  return { own: pick(true), others: pick(false) };
}

function withMore(names: readonly string[], hasMore = false): readonly string[] {
  return hasMore && names.length > 0 ? [...names, MORE_AUTHORS] : names;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}
