/** add: an arXiv id, a DOI or BibTeX -> a complete new paper file. */
import { limitProblems } from '../content/report/problem-limit.ts';
import { createPoliteClient } from '../io/polite-client.ts';
import { writeNewFiles } from '../io/write-new-files.ts';
import { hasErrors } from '../model/problem.ts';
import type { Source } from '../model/source.ts';
import { type Candidate, findListed, toNewPapers } from '../pipeline/new-papers.ts';
import { readList } from '../pipeline/read-list.ts';
import { quote } from '../text/quote.ts';
import { type Asked, askForPaper, readRecords, readSaved, toAsked } from './asked-papers.ts';
import { type Command, count, type Outcome, UsageError, type World } from './command.ts';
import { papersArg } from './shared-args.ts';
import { askTopic, requireTopics } from './topic-choice.ts';

const args = {
  paper: {
    type: 'positional',
    description: 'An arXiv id or address, a DOI, a BibTeX file, or - for BibTeX on standard input',
    valueHint: 'PAPER',
    required: false,
  },
  topic: {
    type: 'string',
    description: 'The topic, as the list spells it; repeat for more topics. In a terminal you are asked for it',
    valueHint: 'TOPIC',
  },
  from: {
    type: 'string',
    description: 'A saved answer from arXiv or Crossref, read instead of asking them',
    valueHint: 'FILE',
  },
  'skip-known': { type: 'boolean', description: 'Skip papers that the list already has, and add the others' },
  papers: papersArg,
} as const;

/** Writes every paper, or none if one of them cannot be added. */
export const add: Command<typeof args> = {
  meta: { name: 'add', description: 'Write the file for a new paper from its arXiv id, DOI or BibTeX' },
  args,
  async run({ _: words, every, from, papers, 'skip-known': skipsKnown = false }, world) {
    const asked = requireOne(words, from);
    const papersFolder = world.resolve(papers);
    const listFolder = world.resolve(`${papers}/..`);
    const read = await readList(papersFolder);
    const common = { listFolder, isAnswer: false, format: world.isGithub ? 'github' : 'pretty' } as const;
    const fail = (problems: Outcome['problems'], sources: readonly Source[]): Outcome => {
      return { ...common, exitCode: 1, problems, sources, summary: 'Nothing was written.' };
    };
    if (read.list === undefined) return fail(read.problems, read.sources);
    const given = every('topic');
    const homes = requireTopics(read.list, given, world.isInteractive);

    const folder = papersFolder.split(/[\\/]/).at(-1) as string;
    const listed = asked === undefined ? undefined : findListed(toIds(asked), read.papers);
    if (listed !== undefined && skipsKnown) {
      return { ...common, exitCode: 0, problems: [], sources: [], summary: toSkipped([listed.file]) };
    }
    if (listed !== undefined) return fail([listed], read.sources);

    const found = await find(asked, from, world);
    const build = (topics: readonly string[]) => {
      const candidates = found.candidates.map(({ fields, ...rest }) => {
        return { ...rest, fields: { ...fields, topics, added: world.today } };
      });
      return toNewPapers(candidates, read.papers, read.sources, folder, skipsKnown);
    };
    const draft = build(homes);
    const problems = limitProblems([...found.problems, ...draft.problems]);
    if (hasErrors(problems)) return fail(problems, [...read.sources, ...found.sources, ...draft.sources]);

    const isAsked = given.length === 0 && draft.sources.length > 0;
    const chosen = isAsked ? [await askTopic(read.list, draft.titles)] : homes;
    const ready = isAsked ? build(chosen) : draft;
    writeNewFiles(ready.sources.map(({ path, text }) => ({ file: world.resolve(`${listFolder}/${path}`), text })));
    const paths = ready.sources.map(({ path }) => `${papers.replace(/[\\/]+$/, '')}${path.slice(folder.length)}\n`);
    const added = `${count(paths.length, 'paper')} added to ${toListed(chosen)}.`;
    const lines = [paths.length === 0 ? [] : [added], ready.skipped.length === 0 ? [] : [toSkipped(ready.skipped)]];
    return {
      ...common,
      exitCode: 0,
      problems: ready.problems,
      sources: [...found.sources, ...ready.sources],
      answer: paths.join(''),
      summary: lines.flat().join('\n'),
    };
  },
};

/** `A, B and C` */
function toListed(names: readonly string[]): string {
  const [last = '', ...before] = names.toReversed();
  return before.length === 0 ? last : `${before.toReversed().join(', ')} and ${last}`;
}

/** The most skipped files that are named. */
const MOST_NAMED = 10;

function toSkipped(paths: readonly string[]): string {
  const more = paths.length > MOST_NAMED ? `, and ${paths.length - MOST_NAMED} more` : '';
  const them = paths.length === 1 ? 'it' : 'them';
  return `${count(paths.length, 'paper')} skipped, since the list already has ${them}: ${paths.slice(0, MOST_NAMED).join(', ')}${more}.`;
}

function requireOne(words: readonly string[], from: string | undefined): Asked | undefined {
  const [word, extra] = words;
  if (extra !== undefined)
    throw new UsageError(`\`papershelf add\` takes one paper, but ${quote(extra)} is a second one.`);
  if (word === undefined && from === undefined) {
    throw new UsageError('Name the paper, as in `papershelf add 2103.17249` or `papershelf add papers.bib`.');
  }
  const asked = word === undefined ? undefined : toAsked(word);
  if (asked?.kind === 'file' && from !== undefined) {
    throw new UsageError(
      '`--from` replaces asking arXiv or Crossref; a BibTeX file needs neither, so leave `--from` out.',
    );
  }
  return asked;
}

function toIds(asked: Asked): { arxiv?: string; doi?: string } {
  if (asked.kind === 'file') return {};
  return asked.kind === 'arxiv' ? { arxiv: asked.id } : { doi: asked.doi };
}

interface Found {
  readonly candidates: readonly Candidate[];
  readonly problems: Outcome['problems'];
  /** The BibTeX file, for the excerpts in a report. */
  readonly sources: readonly Source[];
}

async function find(asked: Asked | undefined, from: string | undefined, world: World): Promise<Found> {
  if (asked?.kind === 'file') {
    const path = world.resolve(asked.file === '-' ? '(standard input)' : asked.file);
    const { text, ...found } = readRecords(asked.file === '-' ? '-' : path, path);
    return { ...found, sources: [{ path, text, digest: '' }] };
  }
  if (asked === undefined || from !== undefined) {
    const given = from ?? '-';
    return {
      candidates: [readSaved(given, given === '-' ? given : world.resolve(given), asked)],
      problems: [],
      sources: [],
    };
  }
  const candidate = await askForPaper(asked, createPoliteClient(world.version, world.sayWaiting));
  return { candidates: [candidate], problems: [], sources: [] };
}
