/** Services: who is asked what they know of a paper, as origins. */

/** https://info.arxiv.org/help/api/user-manual.html */
export const ARXIV = 'https://export.arxiv.org';

/** https://api.crossref.org/swagger-ui/index.html */
export const CROSSREF = 'https://api.crossref.org';
