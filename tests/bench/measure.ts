/** Measure: numbers in a form that can be put into a table. */
/** Median and 95th percentile, in the unit of the numbers. */
export function summarise(numbers: readonly number[]): { readonly median: number; readonly p95: number } {
  const sorted = numbers.toSorted((left, right) => left - right);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number;
  return { median: at(0.5), p95: at(0.95) };
}

/** A line of the report. */
export function tell(label: string, ...values: readonly string[]): void {
  process.stdout.write(`${label.padEnd(44)} ${values.join('  ')}\n`);
}
