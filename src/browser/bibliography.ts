/** Bibliography: the BibTeX records of some papers, fetched from the files of the site. */

/** Up to this many records are fetched one by one; for more the file of the whole list is cut. */
const SINGLE_FETCHES = 12;

export type Gather = (slugs: readonly string[]) => Promise<string>;

/** The records sorted by key, a blank line between two. Throws where the site cannot be reached. */
export function createGatherer(site: URL): Gather {
  const fetchText = async (path: string): Promise<string> => {
    const response = await fetch(new URL(path, site));
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.text();
  };
  return async (slugs) => {
    const sorted = slugs.toSorted();
    if (slugs.length <= SINGLE_FETCHES) {
      return (await Promise.all(sorted.map((slug) => fetchText(`papers/${slug}.bib`)))).join('\n');
    }
    const wanted = new Set(slugs);
    const records = (await fetchText('papers.bib')).split(/\n\n(?=@)/);
    return `${records
      .filter((record) => wanted.has(/^@\w+\s*\{\s*([^,\s]+)/.exec(record)?.[1] ?? ''))
      .map((record) => record.trimEnd())
      .join('\n\n')}\n`;
  };
}

/** Hands the reader a file to keep. */
export function offerFile(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
