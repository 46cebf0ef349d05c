/** Home: the whole list grouped by topic, `index.html` without notes and `notes.html` with them. */
import type { Output } from '../model/output.ts';
import type { Site } from '../model/site.ts';
import { printChart } from './chart.ts';
import type { Workshop } from './frame.ts';
import { emitListPages, type ListPlan } from './list-page.ts';
import { toHomePath } from './paths.ts';

export function emitHome(workshop: Workshop): readonly Output[] {
  return emitListPages(workshop, {
    ...toHomePlan(workshop.site),
    printPicture: (path, view) => printChart(workshop, path, view),
  });
}

export function toHomePlan({ list, introduction, topics }: Site): ListPlan {
  return {
    title: list.title,
    headTitle: list.title,
    description: list.description,
    introduction,
    topic: undefined,
    around: [],
    groups: topics,
    toPath: toHomePath,
  };
}
