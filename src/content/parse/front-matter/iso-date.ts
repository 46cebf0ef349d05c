/** ISO date: checks and corrects dates of the forms `2021`, `2021-03` and `2021-03-31`. */

export const YEAR_FIRST = 1900;
export const YEAR_LAST = 2100;

/** True for `YYYY`, `YYYY-MM` or `YYYY-MM-DD` that the calendar knows, from 1900 to 2100. */
export function isIsoDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (match === null) return false;
  const year = Number(match[1]);
  const month = Number(match[2] ?? '1');
  const day = Number(match[3] ?? '1');
  return year >= YEAR_FIRST && year <= YEAR_LAST && month >= 1 && month <= 12 && day >= 1 && day <= toDays(year, month);
}

/** The ISO date that a text in another spelling clearly means; `undefined` if it could be read in two ways. */
export function toLikelyDate(text: string): string | undefined {
  const match = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ].*)?$/.exec(text.trim());
  if (match === null) return undefined;
  const parts = [match[1] as string, ...match.slice(2).filter((part) => part !== undefined)];
  const date = parts.map((part) => part.padStart(2, '0')).join('-');
  return isIsoDate(date) ? date : undefined;
}

function toDays(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}
