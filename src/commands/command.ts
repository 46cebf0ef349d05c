/** Command: what a verb consists of, and what it returns. */
import type { ArgDef, ParsedArgs } from 'citty';
import type { Checkpoint } from '../model/checkpoint.ts';
import type { Problem } from '../model/problem.ts';
import type { Source } from '../model/source.ts';

/** The environment of a command, as far as it may know it. */
export interface World {
  /** Absolute path of the user's home folder. */
  readonly homeFolder: string;
  /** The version of Papershelf. */
  readonly version: string;
  /** True if links into private networks may be followed, as tests need. */
  readonly allowsPrivate: boolean;
  /** Says on a terminal what the command is waiting for; an empty text removes the line. */
  readonly sayWaiting: (text: string) => void;
  /** Begins long work that is shown on a terminal; call the result with how much of it is done. */
  readonly startProgress: (what: string) => (done: number, total: number) => void;
  /** True inside a GitHub workflow. */
  readonly isGithub: boolean;
  /** True if the user is at a terminal and can be asked. */
  readonly isInteractive: boolean;
  /** Today's date in the user's time zone, `2026-01-31`. */
  readonly today: string;
  /** Makes a path absolute, relative to the working directory, and normalises it. */
  readonly resolve: (path: string) => string;
  /** Reports at once, while the command goes on. */
  readonly report: (report: Report) => void;
  /** For long work: shows its progress on a terminal, and rejects once the user interrupts. */
  readonly startCheckpoints: (what: string) => Checkpoint;
  /** Aborted once the user interrupts; until a command asks for it, an interruption ends the command immediately. */
  readonly interrupted: () => AbortSignal;
  /** `12:03:44` */
  readonly timeOfDay: () => string;
}

export type ReportFormat = 'pretty' | 'github' | 'json';

/** What a command reports; the command line turns it into text. */
export interface Report {
  readonly problems: readonly Problem[];
  readonly sources: readonly Source[];
  /** Absolute path of the folder that contains `papers/`; the paths of problems are relative to it. */
  readonly listFolder: string;
  readonly format: ReportFormat;
  /** True if the report for people should fold and shorten nothing. */
  readonly isFull?: boolean;
  /** True if the report is the answer itself and belongs on standard output. */
  readonly isAnswer: boolean;
  /** What goes to standard output for other programs to read, if that isn't a report: one path per line. */
  readonly answer?: string;
  /** One line for people: "73 papers, 160 files, 3 written". */
  readonly summary: string;
}

/** The final report of a command. */
export interface Outcome extends Report {
  /** 0: done. 1: problems in the papers. */
  readonly exitCode: 0 | 1;
}

/** The options of a verb by name, as citty knows them. */
export type ArgsDef = Readonly<
  Record<
    string,
    ArgDef & {
      /** What a text option means if it is given without a value; without this, it needs one. */
      readonly bare?: string;
    }
  >
>;

/** The arguments of a verb: for a repeated option the last value, with all of them under `every`. */
export type VerbArgs<T extends ArgsDef> = ParsedArgs<T> & {
  /** Every value of a text option, in the order given. */
  readonly every: (option: keyof T & string) => readonly string[];
};

/** A verb: plain data, so that help, completion and tests read the same table. */
export interface Command<T extends ArgsDef = ArgsDef> {
  readonly meta: { readonly name: string; readonly description: string };
  readonly args: T;
  readonly run: (args: VerbArgs<T>, world: World) => Promise<Outcome>;
}

/** Wrong usage: reported on one line, exit code 2. */
export class UsageError extends Error {}

/** "1 paper", "2 papers". */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
