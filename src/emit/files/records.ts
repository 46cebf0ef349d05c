/** Records: files for readers to download, in each format: for a paper, a topic with its nested topics, and the whole list. */
import { compareText } from '../../model/problem.ts';
import type { Site } from '../../model/site.ts';
import type { Slug } from '../../model/slug.ts';
import type { UrlPath } from '../../model/url-path.ts';
import { listGroups } from '../parts/list-layout.ts';
import { toRecordPath, toRecordsPath } from '../paths.ts';
import type { Press, PressInput } from '../press.ts';

export interface RecordParts {
  readonly format: string;
  /** The digest of the paper's records. */
  readonly records: string;
}

export interface RecordsParts {
  readonly format: string;
  /** Slug and digest of the records of each paper, by slug. */
  readonly papers: readonly (readonly [slug: Slug, records: string])[];
}

type RecordsOutput =
  | { readonly path: UrlPath; readonly kind: 'record'; readonly parts: RecordParts }
  | { readonly path: UrlPath; readonly kind: 'records'; readonly parts: RecordsParts };

export function planRecords(site: Site, formats: PressInput['formats']): RecordsOutput[] {
  const all = site.cards
    .map(({ slug }, number) => [slug, site.kept[number]?.records as string, number] as const)
    .toSorted(([left], [right]) => compareText(left, right));
  const toPapers = (isIn: (number: number) => boolean): RecordsParts['papers'] =>
    all.filter(([, , number]) => isIn(number)).map(([slug, records]) => [slug, records]);
  const whole = toPapers(() => true);
  const topics = site.topics.map((topic) => {
    const inside = new Set(listGroups(site, topic).flatMap(({ papers }) => papers));
    return { path: topic.path, papers: toPapers((number) => inside.has(number)) };
  });
  return formats.flatMap(({ name: format, extension, hasFilePerPaper, hasFilePerTopic }): RecordsOutput[] => [
    { path: toRecordsPath(undefined, extension), kind: 'records', parts: { format, papers: whole } },
    ...(hasFilePerTopic ? topics : []).map(
      ({ path, papers }): RecordsOutput => ({
        path: toRecordsPath(path, extension),
        kind: 'records',
        parts: { format, papers },
      }),
    ),
    ...(hasFilePerPaper ? all : []).map(
      ([slug, records]): RecordsOutput => ({
        path: toRecordPath(slug, extension),
        kind: 'record',
        parts: { format, records },
      }),
    ),
  ]);
}

export function printRecord({ format, records }: RecordParts, press: Press): string {
  return press.records(records).formats[format] ?? '';
}

export function printRecords({ format, papers }: RecordsParts, press: Press): string {
  const records = papers.map(([slug, digest]) => [slug, press.records(digest).formats[format] ?? ''] as const);
  return press.join(format, records);
}
