/** The pages of topics. */
import { list, page, topicPath } from './layouts/html.mjs';

export const data = {
  pagination: { data: 'collections.topics', size: 1, alias: 'topic' },
  permalink: ({ topic }) => topicPath(topic.name),
};

export const render = ({ topic }) => page(topic.name, list(topic.papers));
