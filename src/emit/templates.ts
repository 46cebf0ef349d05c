/** Templates: fills templates, escaping everything that is not Html. */
import { Eta } from 'eta/core';
import { type Html, toHtml } from '../model/html.ts';
import { requireText } from './require-text.ts';

/** Prints the view with the template of this name. Throws a TemplateError if the template fails. */
export type Print = (template: string, view: object) => Html;

/** A template that cannot be read or filled; the message names it and its line and says why. */
export class TemplateError extends Error {
  readonly file: string;
  /** Missing if the template engine does not report it. */
  readonly line: number | undefined;
  readonly reason: string;
  /** The whole template. */
  readonly text: string;

  constructor(name: string, text: string, { line, reason }: Fault) {
    const file = `templates/${name}.eta`;
    super(`${file}${line === undefined ? '' : `:${line}`}: ${reason}`);
    this.file = file;
    this.line = line;
    this.reason = reason;
    this.text = text;
  }
}

interface Fault {
  readonly line: number | undefined;
  readonly reason: string;
}

const OPTIONS = {
  autoTrim: false,
  escapeFunction: (text: unknown) => toHtml(String(text)),
  autoFilter: true,
  filterFunction: requireText,
} as const;

/** Compiles the templates once; they include each other as `@name`. */
export function createPrint(templates: Readonly<Record<string, string>>): Print {
  // In debug mode the engine counts lines, so that an error can say its own.
  const eta = new Eta({ ...OPTIONS, debug: true });
  for (const [name, text] of Object.entries(templates)) {
    const fill = attempt(name, text, () => eta.compile(text));
    eta.loadTemplate(`@${name}`, (view, options) => attempt(name, text, () => fill.call(eta, view, options)));
  }
  return (template, view) => eta.render(`@${template}`, view) as Html;
}

/** A template as the body of a JavaScript function of `it` and `options`, to run where templates cannot be compiled. */
export function toFunctionBody(name: string, text: string): string {
  return attempt(name, text, () => new Eta(OPTIONS).compileToString(text));
}

/** Reports an error as one of this template, unless it was already reported for a template that this one includes. */
function attempt<Result>(name: string, text: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.cause instanceof TemplateError) throw error.cause;
    throw new TemplateError(name, text, toFault(error));
  }
}

/** Eta puts the line and an excerpt before the cause, or a banner before a syntax error. */
function toFault({ message, cause }: Error): Fault {
  const line = /^line (\d+)\n/.exec(message)?.[1];
  if (line !== undefined && cause instanceof Error) return { line: Number(line), reason: toFirstLine(cause.message) };
  return { line: undefined, reason: toFirstLine(message.replace('Bad template syntax', '')) };
}

function toFirstLine(text: string): string {
  return text.trim().split('\n')[0] as string;
}
