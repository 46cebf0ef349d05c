/** Records: those of some papers in one format, fetched from the site's files. */
import type { RecordFormat } from './record-formats.ts';

/** Up to this many records are fetched one by one; for more, they are cut out of the file of the whole list. */
const SINGLE_FETCHES = 12;
/** More are not fetched one by one, even in a format that has no file of the whole list. */
export const MOST_FETCHES = 100;

interface Gathered {
  /** The records as in the papers' files, in the order of their names. */
  readonly text: string;
  /** The number of papers found; the others are no longer in the list. */
  readonly count: number;
}

export type Gather = (format: RecordFormat, slugs: readonly string[]) => Promise<Gathered>;

/** Gathers from the site at this address. Throws if the site cannot be reached. */
export function createGatherer(site: URL): Gather {
  const fetchText = async (path: string): Promise<string | undefined> => {
    const response = await fetch(new URL(path, site));
    if (response.status === 404) return undefined;
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.text();
  };
  return async ({ file, fileOf, part, find, join }, slugs) => {
    const sorted = slugs.toSorted();
    const fetchOne = async (slug: string) => {
      const text = await fetchText(fileOf?.(slug) ?? '');
      return text === undefined ? undefined : find?.(text);
    };
    const cutAll = async (path: string) => {
      const records = part?.((await fetchText(path)) ?? '');
      return sorted.map((slug) => records?.get(slug));
    };
    const isSingle = fileOf !== undefined && (slugs.length <= SINGLE_FETCHES || file === undefined);
    const records = isSingle ? await Promise.all(sorted.map(fetchOne)) : await cutAll(file ?? '');
    const found = records.filter((record) => record !== undefined);
    return { text: found.length === 0 ? '' : join(found), count: found.length };
  };
}

/** Lets the reader download a file. */
export function offerFile(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
