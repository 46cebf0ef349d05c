/** Year range: the first and the last year, each of them open or one that papers have. */
import { make } from './elements.ts';
import type { Query } from './query.ts';

/** Undefined where the papers are of one year, or of none. */
export function createYearRange(
  years: readonly number[],
  change: (query: Query) => void,
): { readonly element: HTMLElement; readonly show: (query: Query) => void } | undefined {
  const known = [...new Set(years)].filter((year) => year > 0).sort((left, right) => right - left);
  if (known.length < 2) return undefined;
  let shown: Query | undefined;
  const toSelect = (end: 0 | 1): HTMLSelectElement => {
    const options = known.map((year) => make('option', { value: String(year) }, String(year)));
    const onchange = () => {
      if (shown !== undefined) change({ ...shown, years: toRange(shown.years, end, Number(select.value)) });
    };
    const select = make('select', { onchange }, make('option', { value: '0' }, 'any'), ...options);
    return select;
  };
  const [from, to] = [toSelect(0), toSelect(1)];
  return {
    element: make('p', { className: 'years' }, make('label', {}, 'from ', from), ' ', make('label', {}, 'to ', to)),
    show(query) {
      shown = query;
      from.value = String(query.years[0]);
      to.value = String(query.years[1]);
    },
  };
}

/** A range the wrong way round means the other end no longer. */
function toRange([from, to]: Query['years'], end: 0 | 1, year: number): Query['years'] {
  if (end === 0) return [year, to > 0 && year > to ? 0 : to];
  return [year > 0 && from > year ? 0 : from, year];
}
