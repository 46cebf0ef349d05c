/** The index: every paper. */
import { list, page } from './layouts/html.mjs';

export const data = { permalink: '/index.html' };

export const render = ({ collections }) => page('A generated list', list(collections.papers));
