/** Eleventy: the same papers with a page for each paper, a page for each topic and an index. No search, no records, no checks. */
import katex from '@vscode/markdown-it-katex';

export default function configure(eleventy) {
  // Notes contain TeX, which a template language would misread.
  eleventy.amendLibrary('md', (markdown) => markdown.set({ html: true }).use(katex.default ?? katex));
  eleventy.addPassthroughCopy({ assets: '.' });
  eleventy.addCollection('papers', (api) =>
    api.getFilteredByGlob('papers/*.md').sort((left, right) => right.data.year - left.data.year),
  );
  eleventy.addCollection('topics', (api) => {
    const topics = new Map();
    for (const paper of api.getFilteredByGlob('papers/*.md')) {
      for (const topic of paper.data.topics) topics.set(topic, [...(topics.get(topic) ?? []), paper]);
    }
    return [...topics]
      .map(([name, papers]) => ({ name, papers }))
      .sort((left, right) => (left.name < right.name ? -1 : 1));
  });
  return { markdownTemplateEngine: false, dir: { input: '.', includes: 'layouts', output: 'dist' } };
}
