/** Bibliography: the BibTeX records of some papers, fetched from the site's files. */

/** Up to this many records are fetched one by one; for more, they are cut out of the file of the whole list. */
const SINGLE_FETCHES = 12;

interface Gathered {
  /** The records as in the papers' files, in the order of their names, separated by blank lines. */
  readonly text: string;
  /** The number of papers found; the others are no longer in the list. */
  readonly count: number;
}

export type Gather = (slugs: readonly string[]) => Promise<Gathered>;

/** Gathers from the site at this address. Throws if the site cannot be reached. */
export function createGatherer(site: URL): Gather {
  const fetchText = async (path: string): Promise<string | undefined> => {
    const response = await fetch(new URL(path, site));
    if (response.status === 404) return undefined;
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.text();
  };
  return async (slugs) => {
    const sorted = slugs.toSorted();
    const records =
      slugs.length <= SINGLE_FETCHES
        ? await Promise.all(sorted.map((slug) => fetchText(`papers/${slug}.bib`)))
        : cut((await fetchText('papers.bib')) ?? '', sorted);
    const found = records.filter((record) => record !== undefined);
    return { text: found.join('\n'), count: found.length };
  };
}

/** What is below the line `% styleclip`, for each paper. */
function cut(bibliography: string, slugs: readonly string[]): (string | undefined)[] {
  const [, ...parts] = `\n${bibliography}`.split(/\n% ([a-z\d-]+)\n/);
  const records = new Map(
    parts.flatMap((slug, at) => (at % 2 === 0 ? [[slug, parts[at + 1] as string] as const] : [])),
  );
  return slugs.map((slug) => records.get(slug));
}

/** Lets the reader download a file. */
export function offerFile(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
