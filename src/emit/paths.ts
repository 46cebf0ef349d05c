/** Paths: where everything is in `dist/`. These are the URLs of the site, a contract that does not change. */
import type { Slug } from '../model/slug.ts';
import { toUrlPath, type UrlPath } from '../model/url-path.ts';

/** The two views of a list. */
export type View = 'without-notes' | 'with-notes';

export const VIEWS: readonly View[] = ['without-notes', 'with-notes'];

/** `index.html`, `notes.html`; from the second page on `index.2.html`, `notes.2.html`. */
export function toHomePath(view: View, page: number): UrlPath {
  return toUrlPath(`${view === 'with-notes' ? 'notes' : 'index'}${toPagePart(page)}.html`);
}

/** `topics/clip-3d.html`, `topics/clip-3d.notes.2.html`; a nested topic is in the folder of its parent. */
export function toTopicPath(topic: string, view: View, page: number): UrlPath {
  return toUrlPath(`topics/${topic}${view === 'with-notes' ? '.notes' : ''}${toPagePart(page)}.html`);
}

/** `papers/styleclip.html` */
export function toPaperPath(slug: Slug): UrlPath {
  return toUrlPath(`papers/${slug}.html`);
}

/** `authors/index.html` */
export function toFacetIndexPath(kind: string): UrlPath {
  return toUrlPath(`${kind}/index.html`);
}

/** `authors/or-patashnik.html`; from the second page on `venues/cvpr.2.html`. */
export function toFacetPath(kind: string, slug: Slug, page: number): UrlPath {
  return toUrlPath(`${kind}/${slug}${toPagePart(page)}.html`);
}

/** `new.html` */
export function toNewPath(): UrlPath {
  return toUrlPath('new.html');
}

/** `map.html` */
export function toMapPath(): UrlPath {
  return toUrlPath('map.html');
}

/** `table.html`; from the second page on `table.2.html`. */
export function toTablePath(page: number): UrlPath {
  return toUrlPath(`table${toPagePart(page)}.html`);
}

/** The same as a file for spreadsheets, `papers.csv`. */
export function toCsvPath(): UrlPath {
  return toUrlPath('papers.csv');
}

/** `add.html` */
export function toAddPath(): UrlPath {
  return toUrlPath('add.html');
}

/** What the add page knows about the existing papers, `add.0.json`, `add.1.json`. */
export function toAddDataPath(file: number): UrlPath {
  return toUrlPath(`add.${file}.json`);
}

/** The record of a paper, `papers/styleclip.bib`. */
export function toRecordPath(slug: Slug, extension: string): UrlPath {
  return toUrlPath(`papers/${slug}.${extension}`);
}

/** The records of a topic, `topics/clip-3d.bib`, or of the whole list, `papers.bib`. */
export function toRecordsPath(topic: string | undefined, extension: string): UrlPath {
  return toUrlPath(topic === undefined ? `papers.${extension}` : `topics/${topic}.${extension}`);
}

/** `opensearch.xml` */
export function toOpenSearchPath(): UrlPath {
  return toUrlPath('opensearch.xml');
}

/** The feed of the whole list, `feed.xml` and `feed.json`. */
export function toFeedPath(extension: 'xml' | 'json'): UrlPath {
  return toUrlPath(`feed.${extension}`);
}

/** `topics/clip-3d.feed.xml` */
export function toTopicFeedPath(topic: string): UrlPath {
  return toUrlPath(`topics/${topic}.feed.xml`);
}

/** `tags/image-editing.feed.xml` */
export function toFacetFeedPath(kind: string, slug: Slug): UrlPath {
  return toUrlPath(`${kind}/${slug}.feed.xml`);
}

/** What text editors know of the papers, `paper.schema.json`. */
export function toPaperSchemaPath(): UrlPath {
  return toUrlPath('paper.schema.json');
}

/** The data of the search: `search/papers.js`, `search/notes.<hash>.js`. */
export function toSearchPath(name: string): UrlPath {
  return toUrlPath(`search/${name}.js`);
}

/** `assets/style.<hash>.css` */
export function toAssetPath(fileName: string): UrlPath {
  return toUrlPath(`assets/${fileName}`);
}

/** The id of an entry on list pages. */
export function toEntryId(slug: Slug): string {
  return `paper-${slug}`;
}

/** The id of a group of a list page. */
export function toTopicId(topic: string): string {
  return `topic-${topic.replaceAll('/', '--')}`;
}

/** The id of the heading of a group. */
export function toHeadingId(topic: string): string {
  return `heading-${topic.replaceAll('/', '--')}`;
}

function toPagePart(page: number): string {
  return page === 1 ? '' : `.${page}`;
}
