/** Progress: one line in a terminal that shows how far long work has come, and disappears when it is done. */

import { disarm, toPrintable } from '../io/printable.ts';

/** The part of a stream that the progress line needs. */
export interface Terminal {
  readonly isTTY?: boolean | undefined;
  /** 0 if the terminal does not report it. */
  readonly columns?: number | undefined;
  readonly write: (text: string) => unknown;
}

/** Milliseconds before the line first appears, and between two updates. */
const PATIENCE = 300;
const BETWEEN = 100;

export interface Progress {
  /** Begins a piece of work; call the result with how much of it is done. */
  readonly start: (what: string) => (done: number, total: number) => void;
  /** Says what the command is waiting for, replacing the previous line; an empty text removes the line. */
  readonly say: (text: string) => void;
  /** Removes the line. */
  readonly clear: () => void;
}

/** Writes nothing if nobody is looking: to a pipe or a file. `now` returns milliseconds. */
export function createProgress(terminal: Terminal, now: () => number = () => performance.now()): Progress {
  let isShown = false;
  const clear = () => {
    if (isShown) terminal.write('\r\u001b[2K');
    isShown = false;
  };
  const say = (text: string) => {
    if (text === '') return clear();
    if (terminal.isTTY !== true) return;
    terminal.write(`\r\u001b[2K${disarm(toPrintable(text)).slice(0, (terminal.columns || 80) - 1)}`);
    isShown = true;
  };
  return {
    clear,
    say,
    start(what) {
      const started = now();
      let next = started + PATIENCE;
      return (done, total) => {
        if (terminal.isTTY !== true) return;
        if (done >= total) return clear();
        if (now() < next || done === 0) return;
        next = now() + BETWEEN;
        const perSecond = (done * 1000) / (now() - started);
        const left = Math.ceil((total - done) / perSecond);
        say(
          `${what}: ${group(done)} of ${group(total)}, ${group(Math.round(perSecond))} a second, ${toTime(left)} left`,
        );
      };
    },
  };
}

/** `12,345` */
function group(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `3 s`, `2 min 5 s` */
function toTime(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
