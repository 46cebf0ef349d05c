/** Paper services: the addresses of arXiv and Crossref, which `PAPERSHELF_ARXIV` and `PAPERSHELF_CROSSREF` override. */
import { ARXIV, CROSSREF } from '../model/services.ts';

/** Origins, without a trailing slash. */
export function paperServices(): { readonly arxiv: string; readonly crossref: string } {
  return {
    arxiv: toOrigin(process.env.PAPERSHELF_ARXIV, ARXIV),
    crossref: toOrigin(process.env.PAPERSHELF_CROSSREF, CROSSREF),
  };
}

function toOrigin(given: string | undefined, preset: string): string {
  return given !== undefined && URL.canParse(given) ? given.replace(/\/+$/, '') : preset;
}
