/** Shared arguments: the options that several verbs have. */
import { type ReportFormat, UsageError } from './command.ts';

export const papersArg = {
  type: 'string',
  description: 'The folder with the papers',
  valueHint: 'DIR',
  default: 'papers',
} as const;

export const templatesArg = {
  type: 'string',
  description: 'Your own templates and assets, which replace the built-in ones file by file',
  valueHint: 'DIR',
  default: 'templates',
} as const;

export const cacheArg = {
  type: 'boolean',
  description: 'Prepare every paper again, and keep nothing for the next run',
} as const;

export const jobsArg = {
  type: 'string',
  description: 'How many threads may work; by default one fewer than there are cores',
  valueHint: 'N',
} as const;

export const allArg = {
  type: 'boolean',
  description: 'Show every problem in full, without folding equal warnings or shortening a long report',
} as const;

export const formatArg = { type: 'string', description: 'pretty, github or json', valueHint: 'FORMAT' } as const;

const FORMATS: readonly ReportFormat[] = ['pretty', 'github', 'json'];

/** The form of a report that `--format` asks for. Throws a UsageError if there is no such form. */
export function readFormat(format: string | undefined, isGithub: boolean): ReportFormat {
  if (format === undefined) return isGithub ? 'github' : 'pretty';
  const chosen = FORMATS.find((name) => name === format);
  if (chosen === undefined) throw new UsageError(`--format takes ${FORMATS.join(', ')}, not \`${format}\`.`);
  return chosen;
}

/** The number of threads that `--jobs` asks for. Throws a UsageError if it is not a number from 1 to 256. */
export function readJobs(jobs: string | undefined, preset: number): number {
  if (jobs === undefined) return preset;
  if (!/^[1-9]\d{0,2}$/.test(jobs) || Number(jobs) > 256) {
    throw new UsageError(`--jobs takes a number from 1 to 256, not \`${jobs}\`.`);
  }
  return Number(jobs);
}
