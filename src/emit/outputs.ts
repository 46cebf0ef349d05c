/** Outputs: the table of everything a site consists of. A new kind of output is one file and one line here. */
import type { Output } from '../model/output.ts';
import type { Site } from '../model/site.ts';
import { emitAdd } from './add.ts';
import { emitAssets } from './assets.ts';
import { emitBibliographies } from './bibliographies.ts';
import { emitFacetIndexes } from './facet-indexes.ts';
import { createFacetPaths } from './facet-paths.ts';
import { emitFacetValues } from './facet-values.ts';
import type { Workshop } from './frame.ts';
import { emitHome } from './home.ts';
import { emitMap } from './map.ts';
import { emitNew } from './new.ts';
import { emitNotFound } from './not-found.ts';
import { emitPapers } from './papers.ts';
import { createPrinter } from './printer.ts';
import { emitRedirects } from './redirects.ts';
import { emitRobots } from './robots.ts';
import { emitSearch } from './search.ts';
import type { Shelf } from './shelf.ts';
import { emitSitemap } from './sitemap.ts';
import { listSpecialPages } from './special-pages.ts';
import { emitTopics } from './topics.ts';

/** Each is given what stands above it in the table: the sitemap lists those pages and none below. */
const KINDS: readonly ((workshop: Workshop, before: readonly Output[]) => readonly Output[])[] = [
  emitHome,
  emitTopics,
  emitPapers,
  emitFacetIndexes,
  emitFacetValues,
  emitNew,
  emitMap,
  emitAdd,
  emitBibliographies,
  emitSearch,
  emitSitemap,
  emitRobots,
  emitNotFound,
  emitRedirects,
  emitAssets,
];

/** Every file of the site, texts not yet printed. Throws a TemplateError where a template cannot be read; printing a page does where it cannot be filled. */
export function emitSite(site: Site, shelf: Shelf): readonly Output[] {
  const workshop: Workshop = {
    site,
    shelf,
    print: createPrinter(shelf.templates),
    facetPathOf: createFacetPaths(site.facets),
    specialPages: listSpecialPages(site),
    rails: new Map(),
  };
  const outputs: Output[] = [];
  for (const emit of KINDS) outputs.push(...emit(workshop, outputs));
  return outputs;
}
