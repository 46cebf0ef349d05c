/** Command: what a verb is made of, and what it answers. */
import type { ArgsDef, ParsedArgs } from 'citty';
import type { Checkpoint } from '../model/checkpoint.ts';
import type { Problem } from '../model/problem.ts';
import type { Source } from '../model/source.ts';

/** The world around a command, as far as it may know it. */
export interface World {
  /** Absolute path of the user's home. */
  readonly homeFolder: string;
  /** The version of Papershelf. */
  readonly version: string;
  /** True where links into private networks may be followed, as tests need it. */
  readonly allowsPrivate: boolean;
  /** Says on a terminal what is waited for; an empty text takes it away. */
  readonly sayWaiting: (text: string) => void;
  /** Begins long work that a terminal shows; the result is told how much of it is done. */
  readonly startProgress: (what: string) => (done: number, total: number) => void;
  /** True inside a GitHub workflow. */
  readonly isGithub: boolean;
  /** True where somebody sits at a terminal and can be asked. */
  readonly isInteractive: boolean;
  /** Today where the user is, `2026-01-31`. */
  readonly today: string;
  /** Joins and normalises: an absolute path from one relative to the working directory. */
  readonly resolve: (path: string) => string;
  /** Tells at once, while the command goes on. */
  readonly report: (report: Report) => void;
  /** For long work: shows on a terminal how far it is, and rejects once the user interrupts. */
  readonly startCheckpoints: (what: string) => Checkpoint;
  /** Aborted once the user interrupts; before it is asked for, an interruption ends the command on the spot. */
  readonly interrupted: () => AbortSignal;
  /** `12:03:44` */
  readonly timeOfDay: () => string;
}

export type ReportFormat = 'pretty' | 'github' | 'json';

/** What a command has to say; the command line turns it into text. */
export interface Report {
  readonly problems: readonly Problem[];
  readonly sources: readonly Source[];
  /** Absolute path of the folder that holds `papers/`, to which the paths of problems are relative. */
  readonly listFolder: string;
  readonly format: ReportFormat;
  /** True if text for people folds and shortens nothing. */
  readonly isFull?: boolean;
  /** True where the report is the answer itself and belongs on standard output. */
  readonly isAnswer: boolean;
  /** What goes to standard output for other programs to read, where it is no report: a path on each line. */
  readonly answer?: string;
  /** One line for people: "73 papers, 160 files, 3 written". */
  readonly summary: string;
}

/** The last word of a command. */
export interface Outcome extends Report {
  /** 0: done. 1: problems in the papers. */
  readonly exitCode: 0 | 1;
}

/** The arguments of a verb: of an option that is given twice the last value, and all of them under `every`. */
export type VerbArgs<T extends ArgsDef> = ParsedArgs<T> & {
  /** Every value of an option that takes text, in the order given. */
  readonly every: (option: keyof T & string) => readonly string[];
};

/** A verb: plain data, so that help, completion and tests read the same table. */
export interface Command<T extends ArgsDef = ArgsDef> {
  readonly meta: { readonly name: string; readonly description: string };
  readonly args: T;
  readonly run: (args: VerbArgs<T>, world: World) => Promise<Outcome>;
}

/** Wrong usage: told in one line, exit code 2. */
export class UsageError extends Error {}

/** "1 paper", "2 papers". */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
