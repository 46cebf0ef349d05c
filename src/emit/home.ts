/** Home: the whole list grouped by topic, `index.html` without notes and `notes.html` with them. */
import type { Output } from '../model/output.ts';
import { printChart } from './chart.ts';
import type { Workshop } from './frame.ts';
import { emitListPages } from './list-page.ts';
import { toHomePath } from './paths.ts';

export function emitHome(workshop: Workshop): readonly Output[] {
  const { list, introduction, topics } = workshop.site;
  return emitListPages(workshop, {
    title: list.title,
    headTitle: list.title,
    description: list.description,
    introduction,
    topic: undefined,
    around: [],
    groups: topics,
    printPicture: (path, view) => printChart(workshop, path, view),
    toPath: toHomePath,
  });
}
