/** Kinds: the table of everything that is printed. A kind is a name and a function of its parts and of what all pages share. */
import { printAtom } from './files/atom.ts';
import { printEntryTemplates } from './files/entry-templates.ts';
import { printJsonFeed } from './files/json-feed.ts';
import { printKnownPapers } from './files/known-papers.ts';
import { printOpenSearch } from './files/opensearch.ts';
import { printPaperSchema } from './files/paper-schema.ts';
import { printRecord, printRecords } from './files/records.ts';
import { printRobots } from './files/robots.ts';
import { printSearchNotes, printSearchRows, printSearchTexts } from './files/search.ts';
import { printSearchNames, printSearchValues } from './files/search-names.ts';
import { printSearchPapers } from './files/search-papers.ts';
import { printSitemap } from './files/sitemap.ts';
import { printTableCsv } from './files/table-csv.ts';
import { printAdd } from './pages/add.ts';
import { printFacetIndex } from './pages/facet-index.ts';
import { printFacetValue } from './pages/facet-value.ts';
import { printList } from './pages/list.ts';
import { printMap } from './pages/map.ts';
import { printNew } from './pages/new.ts';
import { printNotFound } from './pages/not-found.ts';
import { printPaper } from './pages/paper.ts';
import { printRedirect } from './pages/redirect.ts';
import { printTable } from './pages/table.ts';
import type { Press } from './press.ts';

export const KINDS = {
  list: printList,
  paper: printPaper,
  'facet-index': printFacetIndex,
  'facet-value': printFacetValue,
  new: printNew,
  map: printMap,
  table: printTable,
  'table-csv': printTableCsv,
  add: printAdd,
  'known-papers': printKnownPapers,
  'entry-templates': printEntryTemplates,
  record: printRecord,
  records: printRecords,
  atom: printAtom,
  'json-feed': printJsonFeed,
  'search-papers': printSearchPapers,
  'search-names': printSearchNames,
  'search-values': printSearchValues,
  'search-notes': printSearchNotes,
  'search-rows': printSearchRows,
  'search-texts': printSearchTexts,
  'paper-schema': printPaperSchema,
  opensearch: printOpenSearch,
  sitemap: printSitemap,
  robots: printRobots,
  'not-found': printNotFound,
  redirect: printRedirect,
} as const satisfies Readonly<Record<string, (parts: never, press: Press) => string>>;

type Kind = keyof typeof KINDS;

/** The text of an output. Throws a TemplateError if a template cannot be filled. */
export function print({ kind, parts }: { readonly kind: string; readonly parts: object }, press: Press): string {
  const printer = KINDS[kind as Kind] as (parts: object, press: Press) => string;
  return printer(parts, press);
}
