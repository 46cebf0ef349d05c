/** The page of a paper. */
import { byline, escapeHtml, page, topicPath } from './html.mjs';

export function render({ content, ...data }) {
  const topics = data.topics.map((name) => `<a href="${topicPath(name)}">${escapeHtml(name)}</a>`).join(', ');
  const links = `<p><a href="https://arxiv.org/abs/${data.arxiv}">Paper</a> ${topics}</p>`;
  const abstract = data.abstract === undefined ? '' : `<p>${escapeHtml(data.abstract)}</p>`;
  return page(data.title, `${byline(data)}${links}${abstract}${content}`);
}
