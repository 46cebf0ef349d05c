/** Services: the origins of the services that are asked about a paper. */

/** https://info.arxiv.org/help/api/user-manual.html */
export const ARXIV = 'https://export.arxiv.org';

/** https://api.crossref.org/swagger-ui/index.html */
export const CROSSREF = 'https://api.crossref.org';
