/** Line numbers: finds the line of a text that an offset is on. */

/** Reads the text once; each lookup then takes logarithmic time. Lines are counted from 1, and end in `\n`. */
export function createLineNumbers(text: string): (offset: number) => number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  const ends = new Int32Array(count);
  for (let at = text.indexOf('\n'), line = 0; at !== -1; at = text.indexOf('\n', at + 1), line += 1) ends[line] = at;
  return (offset) => {
    let [low, high] = [0, count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}
