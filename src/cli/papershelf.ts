/** The command `papershelf`: argv in, text and an exit code out. */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { type Outcome, type Report, UsageError } from '../commands/command.ts';
import { commands } from '../commands/commands.ts';
import { TemplateError } from '../emit/templates.ts';
import { appendSummary } from '../io/append-summary.ts';
import { packageFolder } from '../io/package-folder.ts';
import { disarm, toPrintableLines } from '../io/printable.ts';
import { WorldError } from '../io/world-error.ts';
import { createCheckpoint } from './checkpoint.ts';
import { readGithubJob } from './github-job.ts';
import { createInterruption } from './interruption.ts';
import { toJobSummary } from './job-summary.ts';
import { createProgress } from './progress.ts';
import { createPaint, toGithub, toJson, toPretty, toShown, toTexts } from './report.ts';
import { runThread } from './thread.ts';
import { readArgs, toHelp, toVerbHelp } from './usage.ts';

const version: string = JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')).version;

const interruption = createInterruption();
const progress = createProgress(process.stderr);

/** Runs one command and returns its exit code: 0 done, 1 problems in the papers, 2 wrong usage, 3 our bug or a broken system. */
async function main([verb, ...rest]: string[]): Promise<number> {
  if (verb === undefined || verb === '--help' || verb === '-h' || verb === 'help') {
    print(
      verb === undefined ? process.stderr : process.stdout,
      toHelp(await Promise.all(Object.values(commands).map((load) => load())), version),
    );
    return verb === undefined ? 2 : 0;
  }
  if (verb === '--version' || verb === '-v') {
    print(process.stdout, `${version}\n`);
    return 0;
  }
  const load = Object.hasOwn(commands, verb) ? commands[verb] : undefined;
  if (load === undefined) {
    const names = Object.keys(commands).join(', ');
    throw new UsageError(`There is no verb \`${verb}\`. The verbs are ${names}.`);
  }
  const command = await load();
  if (rest.includes('--help') || rest.includes('-h')) {
    print(process.stdout, toVerbHelp(command));
    return 0;
  }
  const outcome = await command.run(readArgs(command, rest), {
    homeFolder: homedir(),
    // Tests send requests to servers on their own machine.
    allowsPrivate: process.env.PAPERSHELF_ALLOW_PRIVATE === '1',
    startProgress: progress.start,
    sayWaiting: progress.say,
    isGithub: process.env.GITHUB_ACTIONS === 'true',
    isInteractive: process.stdin.isTTY === true && process.stdout.isTTY === true,
    today: toDay(new Date()),
    version,
    resolve: (path) => resolve(path),
    report,
    startCheckpoints: (what) => {
      const signal = interruption.listen();
      return createCheckpoint(progress.start(what), signal);
    },
    interrupted: interruption.listen,
    timeOfDay: () => new Date().toTimeString().slice(0, 8),
  });
  progress.clear();
  report(outcome);
  if (outcome.format === 'github') summarise(verb, outcome);
  return outcome.exitCode;
}

/** In the user's time zone. */
function toDay(date: Date): string {
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/** The answer goes to standard output, anything else that people read to standard error. */
function report({ problems, sources, listFolder, format, isFull, isAnswer, answer: listing, summary }: Report): void {
  const shown = toShown(problems, listFolder, process.cwd());
  const answer = isAnswer ? process.stdout : process.stderr;
  const paint = createPaint(answer.isTTY === true && !process.env.NO_COLOR);
  if (format === 'json') print(answer, toJson(shown));
  // Commands that GitHub is meant to obey: the only output that is disarmed value by value instead of as a whole.
  if (format === 'github') process.stdout.write(toGithub(toShown(problems, listFolder, repositoryFolder())));
  if (format !== 'json') {
    const text = toPretty(shown, toTexts(sources, listFolder, process.cwd()), paint, isFull === true);
    print(format === 'github' ? process.stderr : answer, text);
  }
  if (listing !== undefined) print(process.stdout, toPrintableLines(listing));
  if (summary !== '') print(process.stderr, `${toPrintableLines(summary)}\n`);
}

/** The paths of annotations are relative to the root of the repository, in which the list may be a sub-folder. */
function repositoryFolder(): string {
  const { workspace } = readGithubJob(process.env);
  if (workspace === undefined) return process.cwd();
  const inside = relative(workspace, process.cwd());
  return inside.startsWith('..') || isAbsolute(inside) ? process.cwd() : workspace;
}

/** Adds to the summary of the job, in a GitHub workflow; a failure to do so changes nothing else. */
function summarise(verb: string, { problems, listFolder, isAnswer, exitCode, summary }: Outcome): void {
  const { summary: file, files } = readGithubJob(process.env);
  if (file === undefined) return;
  // A build that succeeds leaves warnings to `check`.
  const told = isAnswer || exitCode === 1 ? toShown(problems, listFolder, repositoryFolder()) : [];
  try {
    if (appendSummary(file, toJobSummary({ verb, summary, problems: told, files }))) return;
    print(process.stderr, 'The summary of this job is full, so nothing was added to it.\n');
  } catch (error) {
    if (!(error instanceof WorldError)) throw error;
    print(process.stderr, `Nothing was added to the summary of this job: ${toPrintableLines(error.message)}\n`);
  }
}

/** Everything that is printed goes through here, so that a CI runner never takes a line of it for a command. */
function print(stream: NodeJS.WriteStream, text: string): void {
  stream.write(disarm(text));
}

async function run(): Promise<void> {
  // A reader that has seen enough (`| head`) is not a failure; a full disk is.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? process.exitCode : 3));
  }
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    progress.clear();
    if (interruption.isReason(error)) interruption.finish();
    const isRequest = error instanceof UsageError || error instanceof TemplateError;
    const isExpected = isRequest || error instanceof WorldError;
    process.exitCode = isRequest ? 2 : error instanceof WorldError ? error.exitCode : 3;
    const text = error instanceof Error ? error.message : String(error);
    print(process.stderr, `papershelf: ${toPrintableLines(text)}\n`);
    if (!isExpected) {
      print(process.stderr, 'This is a bug in Papershelf; please report it with the command you ran.\n');
      const stack = error instanceof Error ? (error.stack ?? '') : '';
      if (process.env.PAPERSHELF_DEBUG) print(process.stderr, `${toPrintableLines(stack)}\n`);
    }
  }
}

if (isMainThread) void run();
else void runThread();
