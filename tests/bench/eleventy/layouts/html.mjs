/** Pieces of HTML that the pages of the Eleventy site share. */
const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapeHtml = (text) => String(text).replace(/[&<>"]/g, (sign) => ESCAPES[sign]);

export const topicPath = (name) => `/topics/${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.html`;

export const byline = ({ authors, institutions, venue, year }) =>
  `<p>${escapeHtml(authors.join(', '))} (${escapeHtml(institutions.join(', '))}), ${escapeHtml(venue)} ${year}</p>`;

export const list = (papers) =>
  `<ul>${papers.map(({ url, data }) => `<li><a href="${url}">${escapeHtml(data.title)}</a>${byline(data)}</li>`).join('\n')}</ul>`;

export const page = (title, body) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="/katex.css">
</head>
<body>
<nav><a href="/index.html">All papers</a></nav>
<main><h1>${escapeHtml(title)}</h1>
${body}</main>
</body>
</html>
`;
