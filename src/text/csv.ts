/** CSV: tables as RFC 4180 writes them, made harmless for programs that run what looks like a formula. */

/** What begins a formula in a spreadsheet, among them the full-width signs that some programs take for the same. */
const FORMULA = /((?:^|;)\s*)([=+\-@＝＋－＠])/g;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * The text with an apostrophe before what a spreadsheet would run: a sign that begins a formula, at the start of the cell
 * or behind a semicolon, which parts cells in many countries, and a tab or a line break at the start. A number such as
 * `-1.5` stays as it is.
 */
export function toSafeCell(text: string): string {
  return NUMBER.test(text) ? text : text.replace(FORMULA, "$1'$2").replace(/^(?=[\t\r\n])/, "'");
}

/** A file of these rows: commas, CRLF after each row, quotes where they are needed. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map((cell) => toField(toSafeCell(cell))).join(',')}\r\n`).join('');
}

/** A semicolon needs no quotes by the standard, but by the programs that take it for a separator. */
function toField(cell: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
