/** Formula: TeX to HTML and MathML by KaTeX; all that KaTeX would swallow, print or paint red becomes a finding. */
import katex from 'katex';
import type { Severity } from '../../../model/problem.ts';
import { toCharacterAdvice } from './formula-characters.ts';

/** One thing wrong in a formula; `index` and `length` count in its TeX. */
interface FormulaFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
  readonly index: number;
  readonly length: number;
}

export interface Formula {
  /** HTML with MathML inside; empty if an error was found. */
  readonly html: string;
  /** At most one of each rule: KaTeX repeats itself for every character it dislikes. */
  readonly findings: readonly FormulaFinding[];
}

/** Characters a formula may have. 4,000 without definitions take KaTeX at most a third of a second. */
const LONGEST = 4000;
/** How deep braces may nest; up to this depth, no result depends on the size of the stack. */
const DEEPEST = 50;
const DEFINITION =
  /(?<=(?<!\\)(?:\\\\)*)\\(?:[gex]?def|let|futurelet|global|long|newcommand|renewcommand|providecommand)(?![a-zA-Z@])/;
/** KaTeX writes the arguments of these straight to the console, past every report. */
const CONSOLE = /(?<=(?<!\\)(?:\\\\)*)\\(?:message|errmessage|show)(?![a-zA-Z@])/;

/** What KaTeX calls characters that it shows and LaTeX would not. */
const FOREIGN = ['unicodeTextInMathMode', 'unknownSymbol'];
const STRICT_HINT = 'LaTeX would reject this: write it in a way that LaTeX accepts.';

/** Sets a formula. Promises: no output on the console, no macro that outlives it, no red text, bounded work. */
export function renderFormula(tex: string, isDisplay: boolean): Formula {
  const limit = findLimit(tex);
  if (limit !== undefined) return { html: '', findings: [limit] };
  const findings: FormulaFinding[] = [];
  const note = (rule: string, severity: Severity, message: string, hint: string, index = 0, length = tex.length) => {
    if (findings.some((finding) => finding.rule === rule)) return;
    findings.push({ rule, severity, message, hint, index, length });
  };
  const foreign = new Set<string>();
  const html = withSilentConsole(
    () => {
      try {
        return katex.renderToString(tex, {
          displayMode: isDisplay,
          output: 'htmlAndMathml',
          throwOnError: true,
          maxSize: 20,
          maxExpand: 1000,
          macros: {},
          trust: ({ command }) => {
            const index = Math.max(tex.indexOf(command), 0);
            const hint = 'Commands that link, load or name things are disabled: use Markdown around the formula.';
            note('math-untrusted', 'error', `\`${command}\` is not allowed in a formula.`, hint, index, command.length);
            return false;
          },
          strict: (code: string, message: string, token?: { readonly text: string }) => {
            if (code === 'newLineInDisplayMode') return 'ignore';
            if (FOREIGN.includes(code) && token !== undefined) foreign.add(token.text);
            else {
              const hint = code === 'commentAtEnd' ? 'Write `\\%` for a percent sign.' : STRICT_HINT;
              note('math-strict', 'warning', `The formula is not LaTeX: ${message}.`, hint);
            }
            return 'ignore';
          },
        });
      } catch (error) {
        const { message, index, length } = toParseError(error, tex);
        note('math-invalid', 'error', message, invalidHint(message), index, length);
        return '';
      }
    },
    (text) => {
      // The reader's browser shows the character in another font: nothing is lost.
      if (text.startsWith('No character metrics')) return;
      note('math-strict', 'warning', `KaTeX says: ${text}.`, STRICT_HINT);
    },
  );
  const advice = toCharacterAdvice(tex, foreign);
  if (advice !== undefined) note('math-strict', 'hint', advice.message, advice.hint, advice.index, advice.length);
  return { html: findings.some((finding) => finding.severity === 'error') ? '' : html, findings };
}

function findLimit(tex: string): FormulaFinding | undefined {
  const definition = DEFINITION.exec(tex);
  if (definition !== null) {
    const message = `\`${definition[0]}\` defines a macro, which is not allowed in a formula.`;
    const hint =
      'Write the formula out: macros make it unreadable elsewhere, and even a short one can stall the build.';
    const { index } = definition;
    return { rule: 'math-definition', severity: 'error', message, hint, index, length: definition[0].length };
  }
  const spoken = CONSOLE.exec(tex);
  if (spoken !== null) {
    const message = `\`${spoken[0]}\` is not allowed in a formula.`;
    const hint = 'Remove it: it prints to the terminal of whoever builds the site.';
    return { rule: 'math-untrusted', severity: 'error', message, hint, index: spoken.index, length: spoken[0].length };
  }
  if (tex.length > LONGEST) {
    const message = `The formula has ${tex.length} characters; the limit is ${LONGEST}.`;
    return limitFinding(message, 'Split it into several formulas.', 0, tex.length);
  }
  let depth = 0;
  for (let index = 0; index < tex.length; index += 1) {
    if (tex[index] === '\\') index += 1;
    else if (tex[index] === '}') depth -= 1;
    else if (tex[index] === '{') depth += 1;
    if (depth > DEEPEST) {
      return limitFinding(`The formula nests braces more than ${DEEPEST} deep.`, 'Split it up.', index, 1);
    }
  }
  return undefined;
}

function limitFinding(message: string, hint: string, index: number, length: number): FormulaFinding {
  return { rule: 'math-limit', severity: 'error', message, hint, index, length };
}

/** KaTeX's ParseError has `rawMessage`, `position` (an index into the TeX) and `length`; a RangeError has nothing. */
function toParseError(error: unknown, tex: string): { message: string; index: number; length: number } {
  const { rawMessage, position, length } = error as { rawMessage?: string; position?: number; length?: number };
  const message = rawMessage ?? (error instanceof RangeError ? 'it nests too deeply' : String(error));
  const index = Math.min(position ?? 0, Math.max(tex.length - 1, 0));
  return {
    message: `KaTeX cannot read the formula: ${message}.`,
    index,
    length: length ?? (position === undefined ? tex.length : 1),
  };
}

function invalidHint(message: string): string {
  if (message.includes('Undefined control sequence')) {
    return 'Check the spelling; katex.org/docs/supported.html lists what KaTeX knows (not \\label, not mhchem).';
  }
  return 'Check the braces and the \\left … \\right and \\begin … \\end pairs near here.';
}

/** KaTeX reports a character it has no metrics for with `console.warn` and in no other way. */
function withSilentConsole<T>(work: () => T, onWarning: (text: string) => void): T {
  const { warn } = console;
  console.warn = (text: unknown) => onWarning(String(text).replace(/\.$/, ''));
  try {
    return work();
  } finally {
    console.warn = warn;
  }
}
