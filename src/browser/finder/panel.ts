/** Panel: the filters, a group for each facet, with how many papers each value would leave. */
import type { Services } from '../finder-door.ts';
import { make } from './elements.ts';
import { FACET_NAMES, listOffers, type Offer } from './facet-names.ts';
import type { Filtered, Holdings } from './filter.ts';
import type { Library } from './library.ts';
import { type Facet, findStand, placeValue, type Query } from './query.ts';
import { toReadingFiles } from './reading-files.ts';

export interface Panel {
  /** Shows the choices of a query and the counts they leave. */
  readonly show: (query: Query, filtered: Filtered) => void;
}

/** Values shown of a facet before the reader looks for others. */
const OFFERED = 8;

/** A value on the panel. */
interface Row {
  readonly offer: Offer;
  readonly item: HTMLElement;
  readonly show: (query: Query, count: number) => void;
}

export function createPanel(
  root: HTMLElement,
  {
    library,
    holdings,
    services,
    change,
  }: {
    library: Library;
    holdings: Holdings;
    services: Services;
    /** Called with the query that a reader's choice makes of the one shown. */
    change: (query: Query) => void;
  },
): Panel {
  let shown: Query | undefined;
  const rows: { readonly facet: Facet; readonly row: Row }[] = [];
  const isWide = matchMedia('(min-width: 40rem)').matches;

  const toGroup = (name: string, isOpen: boolean, ...children: readonly Node[]): HTMLElement =>
    make('details', { className: 'facet', open: isWide || isOpen }, make('summary', {}, name), ...children);

  const toRows = (facets: readonly Facet[], label: string): readonly HTMLElement[] => {
    const offers = facets.flatMap((facet) => listOffers(library, facet).map((offer) => ({ facet, offer })));
    const list = make('ul', { ariaLabel: label });
    const own = offers.map(({ facet, offer }) => {
      const row = toRow(facet, offer, () => shown, change);
      rows.push({ facet, row });
      return row;
    });
    const offerOnly = (words: string) => {
      const wanted = words.trim().toLowerCase();
      const fitting = own.filter(({ offer }) => offer.name.toLowerCase().includes(wanted));
      list.replaceChildren(...fitting.slice(0, wanted === '' ? OFFERED : 3 * OFFERED).map(({ item }) => item));
    };
    if (own.length <= OFFERED + 2) {
      list.append(...own.map(({ item }) => item));
      return [list];
    }
    offerOnly('');
    const field = make('input', { type: 'search', placeholder: `One of ${own.length}`, ariaLabel: `Find: ${label}` });
    field.addEventListener('input', () => offerOnly(field.value));
    return [field, list];
  };

  const facets: readonly Facet[] = ['topic', 'venue', 'institution', 'author', 'tag'];
  const groups = facets
    .filter((facet) => listOffers(library, facet).length > 0)
    .map((facet) => toGroup(FACET_NAMES[facet], facet === 'topic', ...toRows([facet], FACET_NAMES[facet])));
  const years = toYears(library, () => shown, change);
  const held = toGroup('With', true, ...toRows(['code', 'notes'], 'With'));
  const reading = toGroup(FACET_NAMES.mark, false, ...toRows(['mark'], FACET_NAMES.mark), toReadingFiles(services));
  const [topics, ...others] = groups;
  root.replaceChildren(
    ...(topics === undefined ? [] : [topics]),
    make(
      'div',
      { className: 'facet-stack' },
      ...(years === undefined ? [] : [toGroup('Year', true, years.element)]),
      held,
      reading,
    ),
    ...others,
  );

  return {
    show(query, filtered) {
      shown = query;
      for (const { facet, row } of rows) {
        row.show(query, filtered.count(facet, holdings(facet, row.offer.slug)));
      }
      years?.show(query);
    },
  };
}

function toRow(
  facet: Facet,
  { slug, name }: Offer,
  current: () => Query | undefined,
  change: (query: Query) => void,
): Row {
  const box = make('input', { type: 'checkbox' });
  const count = make('span', { className: 'count' });
  const exclude = make(
    'button',
    { type: 'button', className: 'shut', ariaLabel: `Exclude ${name}`, title: `Exclude ${name}` },
    'not',
  );
  const item = make('li', {}, make('label', {}, box, make('span', { dir: 'auto' }, name), ' ', count), exclude);
  const place = (stand: 'chosen' | 'shut' | 'free') => {
    const query = current();
    if (query !== undefined) change(placeValue(query, facet, slug, stand));
  };
  box.addEventListener('change', () => place(box.checked ? 'chosen' : 'free'));
  exclude.addEventListener('click', () => place(exclude.ariaPressed === 'true' ? 'free' : 'shut'));
  return {
    offer: { slug, name },
    item,
    show(query, left) {
      const stand = findStand(query, facet, slug);
      box.checked = stand === 'chosen';
      exclude.ariaPressed = String(stand === 'shut');
      count.textContent = String(left);
      item.className = left === 0 && stand === 'free' ? 'none' : stand;
    },
  };
}

/** The first and the last year, each of them open or one that papers have. */
function toYears(
  { years }: Library,
  current: () => Query | undefined,
  change: (query: Query) => void,
): { readonly element: HTMLElement; readonly show: (query: Query) => void } | undefined {
  const known = [...new Set(years)].filter((year) => year > 0).sort((left, right) => right - left);
  if (known.length < 2) return undefined;
  const toSelect = (end: 0 | 1, label: string) => {
    const options = ['any', ...known].map((year) =>
      make('option', { value: year === 'any' ? '0' : String(year) }, String(year)),
    );
    const select = make('select', {}, ...options);
    select.addEventListener('change', () => {
      const query = current();
      if (query === undefined) return;
      const range: [number, number] = [...query.years];
      range[end] = Number(select.value);
      const [from, to] = range;
      // A range the wrong way round means the other end no longer.
      change({ ...query, years: from > 0 && to > 0 && from > to ? (end === 0 ? [from, 0] : [0, to]) : range });
    });
    return { select, label: make('label', {}, `${label} `, select) };
  };
  const [from, to] = [toSelect(0, 'from'), toSelect(1, 'to')];
  return {
    element: make('p', { className: 'years' }, from.label, ' ', to.label),
    show({ years: [first, last] }) {
      from.select.value = String(first);
      to.select.value = String(last);
    },
  };
}
