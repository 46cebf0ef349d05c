/** DOI URL: where a DOI leads. */

/** The resolver's address of a DOI; what the DOI handbook asks to encode is encoded. */
export function toDoiUrl(doi: string): string {
  return `https://doi.org/${encodeURI(doi).replaceAll('#', '%23').replaceAll('?', '%3F')}`;
}
