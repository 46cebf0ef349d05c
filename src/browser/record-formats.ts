/** Record formats: the table of the forms in which readers take chosen papers away. */

export interface RecordFormat {
  /** As readers know it. */
  readonly name: string;
  readonly extension: string;
  readonly mediaType: string;
  /** The file of all papers. */
  readonly file?: string;
  /** The file in which the record of one paper is. */
  readonly fileOf?: (slug: string) => string;
  /** The records in the text of the first file, by slug. */
  readonly part?: (text: string) => ReadonlyMap<string, string>;
  /** The record in the text of the second. */
  readonly find?: (text: string) => string | undefined;
  readonly join: (records: readonly string[]) => string;
}

/** What is below the line `% styleclip`, for each paper. */
function partBibtex(text: string): ReadonlyMap<string, string> {
  const [, ...parts] = `\n${text}`.split(/\n% ([a-z\d-]+)\n/);
  return new Map(parts.flatMap((slug, at) => (at % 2 === 0 ? [[slug, parts[at + 1] as string] as const] : [])));
}

/** A label says the slug of a record that has a key of its own. */
function partRis(text: string): ReadonlyMap<string, string> {
  const records = text.match(/^TY {2}- [\s\S]*?^ER {2}- *\r?\n/gm) ?? [];
  return new Map(
    records.map((record) => [
      (/^LB {2}- (.*)/m.exec(record) ?? /^ID {2}- (.*)/m.exec(record))?.[1]?.trim() ?? '',
      record,
    ]),
  );
}

function partCsl(text: string): ReadonlyMap<string, string> {
  const items = JSON.parse(text) as readonly { readonly id: string; readonly custom?: { readonly slug?: string } }[];
  return new Map(items.map((item) => [item.custom?.slug ?? item.id, JSON.stringify(item)]));
}

function partJson(text: string): ReadonlyMap<string, string> {
  const { papers } = JSON.parse(text) as { readonly papers: readonly { readonly slug: string }[] };
  return new Map(papers.map((paper) => [paper.slug, JSON.stringify(paper)]));
}

const toStyle = (name: string): RecordFormat => ({
  name,
  extension: 'txt',
  mediaType: 'text/plain',
  fileOf: (slug) => `papers/${slug}.html`,
  find: (text) =>
    new DOMParser().parseFromString(text, 'text/html').getElementById(`reference-${name.toLowerCase()}`)?.textContent ??
    undefined,
  join: (records) => `${records.join('\n')}\n`,
});

/** The first is what a reader gets without choosing. */
export const RECORD_FORMATS: readonly RecordFormat[] = [
  {
    name: 'BibTeX',
    extension: 'bib',
    mediaType: 'application/x-bibtex',
    file: 'papers.bib',
    fileOf: (slug) => `papers/${slug}.bib`,
    part: partBibtex,
    find: (text) => text,
    join: (records) => records.join('\n'),
  },
  {
    name: 'RIS',
    extension: 'ris',
    mediaType: 'application/x-research-info-systems',
    file: 'papers.ris',
    part: partRis,
    join: (records) => records.join('\r\n'),
  },
  {
    name: 'CSL-JSON',
    extension: 'csl.json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    file: 'papers.csl.json',
    part: partCsl,
    join: (records) => `[\n${records.join(',\n')}\n]\n`,
  },
  {
    name: 'JSON',
    extension: 'json',
    mediaType: 'application/json',
    file: 'papers.json',
    part: partJson,
    join: (records) => `{\n"version": 1,\n"papers": [\n${records.join(',\n')}\n]\n}\n`,
  },
  ...['APA', 'IEEE', 'ACM'].map(toStyle),
];

export function toFormat(name: string | undefined): RecordFormat {
  return RECORD_FORMATS.find((format) => format.name === name) ?? (RECORD_FORMATS[0] as RecordFormat);
}
