/** Progress: one line of a terminal that says how far long work has come. */

export interface Progress {
  /** `noun` is what is counted, in the plural. */
  readonly tell: (done: number, all: number, noun: string) => void;
  /** Takes the line away; call it before anything else is written. */
  readonly end: () => void;
}

interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Milliseconds between two lines, so that the terminal does not flicker. */
const QUIET = 100;

/** Says nothing where the stream is no terminal. `now` gives milliseconds. */
export function createProgress(stream: Terminal, now: () => number): Progress {
  let start: number | undefined;
  let last = Number.NEGATIVE_INFINITY;
  let isShown = false;
  return {
    tell(done, all, noun) {
      const time = now();
      start ??= time;
      if (stream.isTTY !== true || (time - last < QUIET && done < all)) return;
      last = time;
      isShown = true;
      const line = toLine(done, all, noun, (time - start) / 1000);
      stream.write(`\r\u001b[K${line.slice(0, (stream.columns || 80) - 1)}`);
    },
    end() {
      if (isShown) stream.write('\r\u001b[K');
      isShown = false;
    },
  };
}

/** `12 of 160 addresses, 3.1 a second, 48 s left`; rate and rest once there is something to reckon with. */
function toLine(done: number, all: number, noun: string, seconds: number): string {
  const count = `${done} of ${all} ${noun}`;
  if (done === 0 || seconds < 1) return count;
  const rate = done / seconds;
  const left = Math.ceil((all - done) / rate);
  const time = left < 90 ? `${left} s` : `${Math.round(left / 60)} min`;
  return `${count}, ${rate.toFixed(1)} a second, ${time} left`;
}
