/** What all papers have in common: their layout, and flat addresses like those of Papershelf. */
export default { layout: 'paper.11ty.mjs', permalink: ({ page }) => `/papers/${page.fileSlug}.html` };
