/** Paper URL: where a DOI, an arXiv id and a paper lead. */
import type { Paper } from '../model/paper.ts';

/** The resolver's address for a DOI, encoded as the DOI handbook asks. */
export function toDoiUrl(doi: string): string {
  return `https://doi.org/${encodeURI(doi).replaceAll('#', '%23').replaceAll('?', '%3F')}`;
}

/** The page of a person at orcid.org. */
export function toOrcidUrl(orcid: string): string {
  return `https://orcid.org/${orcid}`;
}

/** The page of a paper on arXiv. */
export function toArxivUrl(id: string): string {
  return `https://arxiv.org/abs/${id}`;
}

/** Where to read a paper: its address, else on arXiv, else by DOI. */
export function toPaperUrl({ url, arxiv, doi }: Pick<Paper, 'url' | 'arxiv' | 'doi'>): string | undefined {
  if (url !== undefined) return url;
  if (arxiv !== undefined) return toArxivUrl(arxiv);
  return doi === undefined ? undefined : toDoiUrl(doi);
}
