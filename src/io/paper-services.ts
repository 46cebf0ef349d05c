/** Paper services: where arXiv and Crossref are asked; `PAPERSHELF_ARXIV` and `PAPERSHELF_CROSSREF` name other places. */

/** Origins, without a slash at their ends. */
export function paperServices(): { readonly arxiv: string; readonly crossref: string } {
  return {
    arxiv: toOrigin(process.env.PAPERSHELF_ARXIV, 'https://export.arxiv.org'),
    crossref: toOrigin(process.env.PAPERSHELF_CROSSREF, 'https://api.crossref.org'),
  };
}

function toOrigin(given: string | undefined, preset: string): string {
  return given !== undefined && URL.canParse(given) ? given.replace(/\/+$/, '') : preset;
}
