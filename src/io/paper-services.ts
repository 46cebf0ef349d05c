/** Paper services: where arXiv and Crossref are asked; `PAPERSHELF_ARXIV` and `PAPERSHELF_CROSSREF` name other places. */
import { ARXIV, CROSSREF } from '../model/services.ts';

/** Origins, without a slash at their ends. */
export function paperServices(): { readonly arxiv: string; readonly crossref: string } {
  return {
    arxiv: toOrigin(process.env.PAPERSHELF_ARXIV, ARXIV),
    crossref: toOrigin(process.env.PAPERSHELF_CROSSREF, CROSSREF),
  };
}

function toOrigin(given: string | undefined, preset: string): string {
  return given !== undefined && URL.canParse(given) ? given.replace(/\/+$/, '') : preset;
}
