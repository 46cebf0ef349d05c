/** Fault: turns whatever is thrown while a file is processed into a problem of that file. */
import { FILE_START, type Problem } from '../../model/problem.ts';
import { quoteLine } from '../../text/quote.ts';

/** Thrown when a file has used up the time that one file may take. */
export class Overtime extends Error {
  /** In whole seconds, rounded up. */
  readonly seconds: number;

  constructor(seconds: number) {
    super(`More than ${seconds} s of work.`);
    this.name = 'Overtime';
    this.seconds = seconds;
  }
}

/** Thrown for a file that takes more memory than one file may take. */
export class OutOfMemory extends Error {
  readonly mebibytes: number;

  constructor(mebibytes: number) {
    super(`More than ${mebibytes} MiB.`);
    this.name = 'OutOfMemory';
    this.mebibytes = mebibytes;
  }
}

/** Runs work on one file. Never throws: what the work throws comes back as a problem of `file`. */
export function guard<Result>(
  file: string,
  work: () => Result,
): { readonly result: Result; readonly fault?: never } | { readonly fault: Problem; readonly result?: never } {
  try {
    return { result: work() };
  } catch (error) {
    return { fault: toFault(error, file) };
  }
}

/** An error without a place, since it is unknown where in the file it arose, and without a stack trace. */
export function toFault(error: unknown, file: string): Problem {
  const problem = { severity: 'error', file, ...FILE_START } as const;
  if (error instanceof Overtime) {
    return {
      ...problem,
      rule: 'limit-time',
      message: `This file takes more than ${error.seconds} s to process; other files take milliseconds.`,
      hint: 'Split it up, or simplify its lists, tables and formulas.',
    };
  }
  if (error instanceof OutOfMemory) {
    const message = `This file takes more than ${error.mebibytes} MiB of memory to process; other files take a hundredth.`;
    return {
      ...problem,
      rule: 'limit-memory',
      message,
      hint: 'Split it up, or simplify its lists, tables and formulas.',
    };
  }
  // V8 throws a RangeError when the stack is full. The limits keep notes from nesting so deep.
  if (error instanceof RangeError && error.message.includes('call stack')) {
    const message = 'Something in this file is nested too deep to be read.';
    return { ...problem, rule: 'limit-nesting', message, hint: 'Nest its lists, quotes, HTML and formulas less.' };
  }
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    ...problem,
    rule: 'papershelf-fault',
    message: `Papershelf failed on this file: ${quoteLine(text.split('\n', 1)[0] as string)}.`,
    hint: 'This is a bug in Papershelf, not your mistake: please report it with this file. Without this file, the others can be built.',
  };
}
