// @ts-check
/** Results as Markdown tables. */
import { CASES } from './list-folder.mjs';
import { holds } from './promises.mjs';
import { findMedians, toHighest } from './results.mjs';

/** @typedef {import('./results.mjs').Result} Result */
/** @typedef {import('./promises.mjs').Judged} Judged */

const NONE = '–';

/** Three digits are all that a measurement is worth. @param {number | undefined} value */
export const toDigits = (value) =>
  value === undefined
    ? NONE
    : value >= 100
      ? Math.round(value).toLocaleString('en-GB')
      : value.toFixed(value >= 10 ? 1 : 2);

/** @param {readonly (readonly string[])[]} rows the first one is the head */
export function toTable(rows) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...body.map(line)].join('\n');
}

/**
 * A row for each tool and size: wall seconds, and in brackets processor seconds, of every case.
 * @param {readonly Result[]} results
 * @param {readonly number[]} sizes
 * @param {readonly { readonly name: string, readonly label: string }[]} tools
 */
export function toBuildTable(results, sizes, tools) {
  const names = /** @type {(keyof typeof CASES)[]} */ (Object.keys(CASES));
  const rows = sizes.flatMap((papers) =>
    tools.map(({ name: tool, label }) => {
      const medians = names.map((name) => findMedians(results, papers, tool, name));
      const of = results.filter((each) => each.papers === papers && each.tool === tool);
      return [
        papers.toLocaleString('en-GB'),
        label,
        ...names.map((name, at) =>
          toTimes(
            medians[at],
            of.some((each) => each.name === name && each.failure !== undefined),
          ),
        ),
        toDigits(toHighest(of.map(({ peak }) => peak))),
        toHighest(of.map(({ files }) => files))?.toLocaleString('en-GB') ?? NONE,
        toDigits(toHighest(of.map(({ mib }) => mib))),
      ];
    }),
  );
  return toTable([
    ['papers', 'tool', ...names.map((name) => CASES[name]), 'peak MiB', 'files', 'MiB of the site'],
    ...rows,
  ]);
}

/** @param {ReturnType<typeof findMedians>} medians @param {boolean} hasFailed */
function toTimes(medians, hasFailed) {
  if (hasFailed) return 'failed';
  return medians === undefined ? NONE : `${toDigits(medians.wall)} (${toDigits(medians.cpu)})`;
}

/**
 * What no peer is needed for: floors, and the commands that are compared with them, in milliseconds.
 * @param {readonly Result[]} results
 * @param {readonly number[]} sizes
 */
export function toFloorTable(results, sizes) {
  const rows = [
    ['`node -e 0`', 0, 'node', 'empty'],
    ['`papershelf --version`', 0, 'papershelf', 'version'],
    ['`papershelf build`, 100 papers, nothing changed', 100, 'papershelf', 'nothing'],
    ...sizes.flatMap((papers) => [
      [`Node reads and hashes ${papers.toLocaleString('en-GB')} papers`, papers, 'node', 'hash'],
      [`\`papershelf check\`, ${papers.toLocaleString('en-GB')} papers`, papers, 'papershelf', 'check'],
    ]),
  ].flatMap(([text, papers, tool, name]) => {
    const medians = findMedians(results, Number(papers), String(tool), String(name));
    if (medians === undefined) return [];
    const { wall, cpu, peak } = medians;
    return [[String(text), toDigits(wall * 1000), toDigits(cpu === undefined ? cpu : cpu * 1000), toDigits(peak)]];
  });
  return toTable([['what', 'wall ms', 'CPU ms', 'peak MiB'], ...rows]);
}

/**
 * Each promise with its limit, and whether it holds by either clock.
 * @param {readonly Judged[]} judged
 */
export function toPromiseTable(judged) {
  const rows = judged.map((promise) => {
    const { papers, text, bound, limit, unit, values } = promise;
    const cells = [0, 1].map((at) => {
      const value = values[at];
      return value === undefined ? NONE : `${toDigits(value)}${unit} ${holds(promise, value) ? 'yes' : '**no**'}`;
    });
    return [
      papers === 0 ? '' : papers.toLocaleString('en-GB'),
      text,
      `${bound} ${limit.toLocaleString('en-GB')}${unit}`,
      ...cells,
    ];
  });
  return toTable([['papers', 'promise', 'limit', 'wall', 'CPU'], ...rows]);
}
