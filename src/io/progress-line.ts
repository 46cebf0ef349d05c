/** Progress line: what is waited for, on the last line of a terminal; nothing in a pipe. */

/** Shows the text in place of the one before; an empty text takes the line away. */
export function showProgress(text: string): void {
  if (process.stderr.isTTY !== true) return;
  const width = Math.max(10, (process.stderr.columns || 80) - 1);
  process.stderr.write(`\r\u001b[2K${text.length > width ? `${text.slice(0, width - 1)}…` : text}`);
}
