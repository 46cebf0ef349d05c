/** Press: what every printer gets besides its parts: the data that all pages share, the templates, and what cards leave out. */
import type { Asset } from '../model/asset.ts';
import type { Notes, Records } from '../model/entry.ts';
import { type Facet, facetsOf } from '../model/facets.ts';
import type { PressData } from '../model/press.ts';
import type { Site } from '../model/site.ts';
import type { TermColumns } from '../model/term-columns.ts';
import { pickFigures, pickShared } from './parts/figures.ts';
import { listSpecialPages } from './special-pages.ts';
import { createPrint, type Print } from './templates.ts';

/** Looks up what is stored apart from the cards, by its digest; each throws if it is missing. */
export interface Kept {
  readonly notes: (digest: string) => Notes;
  readonly records: (digest: string) => Records;
  /** The terms of many papers, a row for each digest. */
  readonly terms: (digests: readonly string[]) => TermColumns;
  /** A file of many records in the format with this name, from slugs and records. */
  readonly join: (format: string, records: readonly (readonly [slug: string, record: string])[]) => string;
}

export interface Press extends Kept {
  readonly data: PressData;
  readonly print: Print;
  /** Those of the list, in the order in which the pages name them. */
  readonly facets: readonly Facet[];
}

/** Compiles the templates. Throws a TemplateError if one cannot be read. */
export function openPress(data: PressData, kept: Kept): Press {
  return { ...kept, data, print: createPrint(data.templates), facets: facetsOf(data.list) };
}

/** What pages are made from besides the site itself. */
export interface PressInput {
  /** Template texts by name without extension. */
  readonly templates: Readonly<Record<string, string>>;
  readonly assets: readonly Asset[];
  readonly formats: PressData['formats'];
  /** What the front-matter of a paper may contain, as JSON Schema. */
  readonly schema: object;
  /** The address of the site: absolute, ends in a slash; missing if nobody gave one. */
  readonly url?: string;
  /** The path of the site on its host: `/`, `/clip/`. */
  readonly basePath: string;
}

/** Without counts: what all pages share must not change with every paper. */
export function toPressData(site: Site, { templates, assets, formats, url, basePath }: PressInput): PressData {
  const { path, title, description, language, repository, branch, fields } = site.list;
  const picture = pickShared(site.introduction.figures, pickFigures(site.figures, [site.introduction]));
  return {
    templates,
    assets: Object.fromEntries(assets.map(({ name, fileName }) => [name, fileName])),
    formats,
    ...(url === undefined ? {} : { url }),
    basePath,
    ...(picture === undefined ? {} : { picture }),
    list: {
      path,
      title,
      language,
      branch,
      fields: fields.map(({ values: _values, ...field }) => field),
      ...(description === undefined ? {} : { description }),
      ...(repository === undefined ? {} : { repository }),
    },
    topics: site.topics.map((topic) => ({
      name: topic.name,
      path: topic.path,
      ...(topic.parent === undefined ? {} : { parent: topic.parent }),
    })),
    specialPages: listSpecialPages(site.cards),
    facets: facetsOf(site.list)
      .filter(({ kind }) => (site.facets[kind]?.length ?? 0) > 0)
      .map(({ kind, label }) => ({ kind, label })),
  };
}
