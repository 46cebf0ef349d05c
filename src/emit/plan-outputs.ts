/** Plan outputs: everything a site consists of, not yet printed. A new kind of output is a file, a row in `kinds.ts` and a line here. */
import type { CopiedOutput, PlannedOutput } from '../model/output.ts';
import type { Site } from '../model/site.ts';
import { planEntryTemplates } from './files/entry-templates.ts';
import { planFeeds } from './files/feeds.ts';
import { planKnownPapers } from './files/known-papers.ts';
import { planOpenSearch } from './files/opensearch.ts';
import { planPaperSchema } from './files/paper-schema.ts';
import { planRecords } from './files/records.ts';
import { planRobots } from './files/robots.ts';
import { planSearch } from './files/search.ts';
import { planSitemap } from './files/sitemap.ts';
import { planTableCsv } from './files/table-csv.ts';
import { planAdd } from './pages/add.ts';
import { planFacetIndexes } from './pages/facet-index.ts';
import { planFacetValues } from './pages/facet-value.ts';
import { planHome, planTopics } from './pages/list.ts';
import { planMap } from './pages/map.ts';
import { planNew } from './pages/new.ts';
import { planNotFound } from './pages/not-found.ts';
import { planPapers } from './pages/paper.ts';
import { planRedirects } from './pages/redirect.ts';
import { planTable } from './pages/table.ts';
import { findPageless, markPageless } from './parts/author-pages.ts';
import { toAssetPath } from './paths.ts';
import type { PressInput } from './press.ts';

/** Every file of the site. `hash` returns ten hex digits for what a file is printed from. */
export function planOutputs(
  plainSite: Site,
  { assets, formats, schema, url }: PressInput,
  hash: (kind: string, parts: object) => string,
): readonly (PlannedOutput | CopiedOutput)[] {
  const pageless = findPageless(plainSite);
  const site = markPageless(plainSite, pageless);
  const entryTemplates = planEntryTemplates(hash);
  const feeds = planFeeds(site, url);
  const isFeed = new Set(feeds.map(({ path }) => path));
  const pages: PlannedOutput[] = [
    ...planHome(site, isFeed),
    ...planTopics(site, isFeed),
    ...planPapers(site),
    ...planFacetIndexes(site, pageless),
    ...planFacetValues(site, pageless, isFeed),
    ...planNew(site, isFeed),
    ...planMap(site),
    ...planTable(site),
    ...planAdd(site, entryTemplates.path),
  ];
  const files: PlannedOutput[] = [
    ...planKnownPapers(site),
    ...planRecords(site, formats),
    planTableCsv(site),
    ...planSearch(site, hash),
    ...feeds,
    entryTemplates,
    planPaperSchema(schema),
  ];
  // Pages that search engines must not show are not in the sitemap.
  const shown = pages.map(({ path }) => path).filter((path) => path.endsWith('.html'));
  return [
    ...pages,
    ...files,
    ...(url === undefined ? [] : [...planSitemap(shown), planOpenSearch()]),
    planRobots(),
    planNotFound(site.list.title, pageless),
    ...planRedirects(site),
    ...[...assets, ...site.figures].map(
      ({ fileName, file }): CopiedOutput => ({ path: toAssetPath(fileName), copyOf: file }),
    ),
  ];
}
