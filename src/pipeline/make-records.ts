/** Make records: a paper in every format, and as a reference list prints it. */
import { toCitation } from '../exchange/citation.ts';
import { toFormats } from '../exchange/formats.ts';
import { toWork } from '../exchange/work.ts';
import type { Records } from '../model/entry.ts';
import type { Paper } from '../model/paper.ts';

export function makeRecords(paper: Paper): Records {
  const work = toWork(paper);
  return { formats: toFormats(paper, work), citation: toCitation(paper, work) };
}
