/** Display math: the syntax of formulas between `$$` that fill lines of their own, replacing that of remark-math. */
import type { Code, Construct, Effects, State, TokenizeContext } from 'micromark-util-types';
import type { Data } from 'unified';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mathFlow: 'mathFlow';
    mathFlowFence: 'mathFlowFence';
    mathFlowFenceSequence: 'mathFlowFenceSequence';
    mathFlowValue: 'mathFlowValue';
  }
}

const DOLLAR = 36;
const BACKSLASH = 92;

/**
 * Use it after remark-math, whose fences it replaces and whose nodes it makes. A formula opens with `$$` at the start of
 * a line and ends at the next `$$` that ends a line: `$$x$$`, or the formula and either `$$` on lines of their own or
 * not. Like a fence it needs no blank line around it. `$$x$$ and more` is not one, and is left to the inline form. If
 * text follows the opening `$$`, a blank line ends an unclosed formula, so that the rest is kept.
 */
export function remarkDisplayMath(this: { data: () => Data }): void {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push({ flow: { [DOLLAR]: displayMath }, disable: { null: ['mathFlow'] } });
}

const displayMath: Construct = { name: 'displayMath', concrete: true, tokenize: tokenizeDisplayMath };
const nextLine: Construct = { partial: true, tokenize: tokenizeNextLine };
const blankLine: Construct = { partial: true, tokenize: tokenizeBlankLine };

function tokenizeDisplayMath(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const tail = this.events.at(-1);
  const indent = tail?.[1].type === 'linePrefix' ? tail[2].sliceSerialize(tail[1], true).length : 0;
  const isInterrupting = this.interrupt === true;
  let size = 0;
  let run = 0;
  let isOnFirstLine = true;
  let isFence = false;
  let isAfterBlank = false;

  /** `$$` at the end of a line: alone on it, at least as many dollars as opened it; after TeX, exactly as many. */
  const toClosing = (most: number): Construct => ({
    partial: true,
    tokenize: (closing, closed, open) => {
      let count = 0;
      const begin: State = (code) => {
        closing.enter('mathFlowFence');
        closing.enter('mathFlowFenceSequence');
        return sequence(code);
      };
      const sequence: State = (code) => {
        if (code === DOLLAR) {
          closing.consume(code);
          count += 1;
          return sequence;
        }
        if (count < size || count > most) return open(code);
        closing.exit('mathFlowFenceSequence');
        return skipSpaces(closing, end, 'whitespace')(code);
      };
      const end: State = (code) => {
        if (!isEnd(code)) return open(code);
        closing.exit('mathFlowFence');
        return closed(code);
      };
      return most === size ? begin : skipSpaces(closing, begin, 'linePrefix', 3);
    },
  });

  const start: State = (code) => {
    effects.enter('mathFlow');
    effects.enter('mathFlowFence');
    effects.enter('mathFlowFenceSequence');
    return open(code);
  };
  const open: State = (code) => {
    if (code === DOLLAR) {
      effects.consume(code);
      size += 1;
      return open;
    }
    if (size < 2) return nok(code);
    effects.exit('mathFlowFenceSequence');
    return skipSpaces(effects, afterOpening, 'whitespace')(code);
  };
  const afterOpening: State = (code) => {
    effects.exit('mathFlowFence');
    isFence = isEnd(code);
    return isFence ? lineEnd(code) : content(code);
  };
  const content: State = (code) => {
    if (isEnd(code)) return lineEnd(code);
    // After a blank line only a line of dollars closes, so that a fence left open does not end in a later formula.
    if (code === DOLLAR && !isAfterBlank) return effects.attempt(toClosing(size), after, dollars)(code);
    effects.enter('mathFlowValue');
    return value(code);
  };
  const value: State = (code) => {
    if (isEnd(code) || (code === DOLLAR && !isAfterBlank)) {
      effects.exit('mathFlowValue');
      return content(code);
    }
    effects.consume(code);
    return code === BACKSLASH ? escaped : value;
  };
  const escaped: State = (code) => {
    if (isEnd(code)) return value(code);
    effects.consume(code);
    return value;
  };
  const dollars: State = (code) => {
    effects.enter('mathFlowValue');
    run = 0;
    return moreDollars(code);
  };
  const moreDollars: State = (code) => {
    if (code === DOLLAR) {
      effects.consume(code);
      run += 1;
      return moreDollars;
    }
    return run >= 2 && isOnFirstLine ? nok(code) : value(code);
  };
  const lineEnd: State = (code) => {
    if (isInterrupting) return after(code);
    isOnFirstLine = false;
    const goOn = effects.attempt(nextLine, lineStart, after);
    return isFence ? goOn(code) : effects.check(blankLine, after, goOn)(code);
  };
  const lineStart: State = (code) => effects.attempt(toClosing(Infinity), after, afterNoFence)(code);
  const afterNoFence: State = (code) =>
    indent > 0 ? skipSpaces(effects, line, 'linePrefix', indent)(code) : line(code);
  const line: State = (code) => {
    isAfterBlank ||= isEnd(code);
    return code === null ? after(code) : content(code);
  };
  const after: State = (code) => {
    effects.exit('mathFlow');
    return ok(code);
  };
  return start;
}

/** On to a line that belongs to the same list item or quote. */
function tokenizeNextLine(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const start: State = (code) => (code === null ? nok(code) : lineEnding(effects, lineStart)(code));
  const lineStart: State = (code) => (this.parser.lazy[this.now().line] ? nok(code) : ok(code));
  return start;
}

/** True if there is another line, and it is blank. */
function tokenizeBlankLine(effects: Effects, ok: State, nok: State): State {
  const end: State = (code) => (isEnd(code) ? ok(code) : nok(code));
  return (code) => (code === null ? nok(code) : lineEnding(effects, skipSpaces(effects, end, 'whitespace'))(code));
}

function lineEnding(effects: Effects, next: State): State {
  return (code) => {
    effects.enter('lineEnding');
    effects.consume(code);
    effects.exit('lineEnding');
    return next;
  };
}

/** Skips spaces and tabs, at most this many, as a token of this type. */
function skipSpaces(effects: Effects, next: State, type: 'linePrefix' | 'whitespace', most = Infinity): State {
  let count = 0;
  const skip: State = (code) => {
    if (isSpace(code) && count < most) {
      if (count === 0) effects.enter(type);
      count += 1;
      effects.consume(code);
      return skip;
    }
    if (count > 0) effects.exit(type);
    return next(code);
  };
  return (code) => {
    count = 0;
    return skip(code);
  };
}

function isSpace(code: Code): boolean {
  return code === -2 || code === -1 || code === 32;
}

function isEnd(code: Code): boolean {
  return code === null || code < -2;
}
