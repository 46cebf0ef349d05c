// @ts-check
/** Compares Papershelf with Eleventy and Hugo on one generated list: `npm run bench`. See docs/performance.md. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CASES, createListFolder, weighFolder } from './compare/list-folder.mjs';
import { hasGnuTime, measure } from './compare/measure.mjs';
import { judge } from './compare/promises.mjs';
import { toForeignLoad } from './compare/results.mjs';
import { toBuildTable, toFloorTable, toPromiseTable } from './compare/tables.mjs';
import { tools as allTools, installTool, papershelf, papershelfCommand } from './compare/tools.mjs';

/** @typedef {import('./compare/results.mjs').Result} Result */
/** @typedef {import('./compare/list-folder.mjs').Case} Case */

const USAGE = `npm run bench -- [options]

  --quick          300 papers, one round
  --sizes N,N      how many papers the lists have (1000,10000)
  --rounds N       how often everything is measured; the tables show medians (3)
  --tools A,B      of ${allTools.map(({ name }) => name).join(', ')}; hugo needs HUGO, the path of its program
  --cases A,B      of ${[...Object.keys(CASES), 'check', 'start'].join(', ')}
  --scratch DIR    where tools are installed and lists built; kept and used again (a temporary folder)
  --json FILE      also writes every measurement
`;

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    sizes: { type: 'string' },
    rounds: { type: 'string' },
    tools: { type: 'string' },
    cases: { type: 'string' },
    scratch: { type: 'string' },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  process.stdout.write(USAGE);
  process.exit();
}

const sizes = (values.sizes ?? (values.quick ? '300' : '1000,10000')).split(',').map(Number);
const rounds = Number(values.rounds ?? (values.quick ? 1 : 3));
const cases = choose('cases', values.cases, [...Object.keys(CASES), 'check', 'start']);
const names = choose(
  'tools',
  values.tools,
  allTools.map(({ name }) => name),
);
const tools = allTools.filter(({ name }) => names.includes(name));
if (![...sizes, rounds].every((number) => Number.isInteger(number) && number > 0))
  refuse('Sizes and rounds are whole numbers above 0.');

const scratch =
  values.scratch === undefined ? mkdtempSync(join(tmpdir(), 'papershelf-bench-')) : resolve(values.scratch);
/** @type {Result[]} */
const results = [];
try {
  for (const tool of tools) {
    log(`installing ${tool.label}`);
    installTool(tool, join(scratch, tool.name));
  }
  if (cases.includes('start')) compareStarts();
  for (const papers of sizes) compareBuilds(papers);
} finally {
  if (values.scratch === undefined) rmSync(scratch, { recursive: true, force: true });
}
report();

/** What starting costs: bare Node, the command, and a build of a short list in which nothing changed. */
function compareStarts() {
  const { folder } = createListFolder(papershelf, join(scratch, papershelf.name, '100'), 100, 0);
  record({ papers: 100, tool: papershelf.name, name: 'first' }, papershelf.toCommand(folder), folder);
  for (let round = 0; round < (values.quick ? 1 : Math.max(5, rounds)); round += 1) {
    record({ papers: 0, tool: 'node', name: 'empty' }, [process.execPath, '-e', '0'], folder, 10);
    record({ papers: 0, tool: papershelf.name, name: 'version' }, [...papershelfCommand, '--version'], folder, 10);
    record({ papers: 100, tool: papershelf.name, name: 'nothing' }, papershelf.toCommand(folder), folder);
  }
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Every case with every tool in turn, so that a busy minute falls on all of them.
 * @param {number} papers
 */
function compareBuilds(papers) {
  log(`writing ${papers} papers`);
  const lists = tools.map((tool) => createListFolder(tool, join(scratch, tool.name, String(papers)), papers, rounds));
  const hash = [process.execPath, join(import.meta.dirname, 'hash-sources.mjs')];
  for (let round = 0; round < rounds; round += 1) {
    for (const name of /** @type {Case[]} */ (Object.keys(CASES))) {
      // Without a first build there is nothing to build again.
      if (!cases.includes(name) && (name !== 'cold' || round > 0)) continue;
      for (const { tool, folder, prepare } of lists) {
        prepare[name](round);
        const result = record({ papers, tool: tool.name, name }, tool.toCommand(folder), folder);
        if (name === 'cold' && result.failure === undefined) Object.assign(result, weighFolder(join(folder, tool.out)));
      }
    }
    for (const { tool, folder } of lists) {
      if (tool !== papershelf) continue;
      record({ papers, tool: 'node', name: 'hash' }, [...hash, tool.papers], folder, 3);
      if (cases.includes('check'))
        record({ papers, tool: tool.name, name: 'check' }, [...papershelfCommand, 'check'], folder);
    }
  }
  for (const { folder } of lists) rmSync(folder, { recursive: true, force: true });
}

/**
 * @param {import('./compare/results.mjs').Labels} labels
 * @param {readonly string[]} command
 * @param {string} folder
 * @param {number} [times]
 */
function record(labels, command, folder, times) {
  const result = { ...labels, ...measure(command, folder, times) };
  results.push(result);
  const { papers, tool, name, wall, cpu, peak, failure } = result;
  const numbers = `${wall.toFixed(2)} s, CPU ${cpu?.toFixed(2) ?? '?'} s, ${peak?.toFixed(0) ?? '?'} MiB`;
  log(`${papers} papers, ${tool}, ${name}: ${failure === undefined ? numbers : `failed\n${failure}`}`);
  return result;
}

function report() {
  const [cpu] = cpus();
  const load = toForeignLoad(results);
  const judged = judge(results, sizes);
  const machine = `${availableParallelism()} cores (${cpu?.model ?? 'unknown'}), Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`;
  const text = [
    `${machine}. Medians of ${rounds} rounds, seconds: wall (CPU).`,
    ...(hasGnuTime ? [] : ['CPU and memory need GNU time: install `time`, or name it in GNU_TIME.']),
    ...(load === undefined || load < 0.05
      ? []
      : [`Other processes used ${Math.round(load * 100)} % of the processors: judge by CPU, not by wall.`]),
    toBuildTable(results, sizes, tools),
    toFloorTable(results, sizes),
    toPromiseTable(judged),
  ];
  process.stdout.write(`${text.join('\n\n')}\n`);
  if (values.json !== undefined) {
    writeFileSync(
      values.json,
      `${JSON.stringify({ machine, rounds, sizes, foreignLoad: load, judged, results }, null, 2)}\n`,
    );
  }
}

/**
 * @param {string} option
 * @param {string | undefined} text
 * @param {readonly string[]} known
 */
function choose(option, text, known) {
  const chosen = text?.split(',') ?? known;
  const unknown = chosen.filter((name) => !known.includes(name));
  if (unknown.length > 0) refuse(`--${option} does not know ${unknown.join(', ')}.`);
  return chosen;
}

/** @param {string} message */
function refuse(message) {
  log(`${message}\n\n${USAGE}`);
  process.exit(2);
}

/** @param {string} line */
function log(line) {
  process.stderr.write(`${line}\n`);
}
