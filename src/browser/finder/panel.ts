/** Panel: the filters, a group for each facet, with how many papers each value would leave. */
import type { Services } from '../finder-door.ts';
import { make } from './elements.ts';
import { FACET_NAMES, listOffers } from './facet-names.ts';
import type { Filtered, Holdings } from './filter.ts';
import type { Library } from './library.ts';
import { createOfferList, type OfferList } from './offer-list.ts';
import type { Facet, Query } from './query.ts';
import { toReadingFiles } from './reading-files.ts';
import { createYearRange } from './year-range.ts';

export interface Panel {
  /** Shows the choices of a query and the counts they leave. */
  readonly show: (query: Query, filtered: Filtered) => void;
}

export interface PanelParts {
  readonly library: Library;
  readonly holdings: Holdings;
  readonly services: Services;
  /** Called with the query that a reader's choice makes of the one shown. */
  readonly change: (query: Query) => void;
}

const NAMED: readonly Facet[] = ['topic', 'venue', 'institution', 'author', 'tag'];

export function createPanel(root: HTMLElement, { library, holdings, services, change }: PanelParts): Panel {
  // On a phone one group is enough to begin with.
  const isWide = matchMedia('(min-width: 40rem)').matches;
  const lists: OfferList[] = [];
  const toList = (facets: readonly Facet[], label: string): readonly HTMLElement[] => {
    const offers = facets.flatMap((facet) => listOffers(library, facet).map((offer) => ({ ...offer, facet })));
    const list = createOfferList(offers, { label, holdings, change });
    lists.push(list);
    return list.elements;
  };
  const toGroup = (name: string, isOpen: boolean, ...children: readonly Node[]): HTMLElement =>
    make('details', { className: 'facet', open: isWide || isOpen }, make('summary', {}, name), ...children);

  const [topics, ...others] = NAMED.filter((facet) => listOffers(library, facet).length > 0).map((facet) =>
    toGroup(FACET_NAMES[facet], facet === 'topic', ...toList([facet], FACET_NAMES[facet])),
  );
  const years = createYearRange(library.years, change);
  const stack = make(
    'div',
    {},
    ...(years === undefined ? [] : [toGroup('Year', true, years.element)]),
    toGroup('With', true, ...toList(['code', 'notes'], 'With')),
    toGroup(FACET_NAMES.mark, false, ...toList(['mark'], FACET_NAMES.mark), toReadingFiles(library, services)),
  );
  root.replaceChildren(...(topics === undefined ? [] : [topics]), stack, ...others);

  return {
    show(query, filtered) {
      for (const list of lists) list.show(query, filtered);
      years?.show(query);
    },
  };
}
