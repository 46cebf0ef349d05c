/** Panel: the filters, a group for each facet, with how many papers each value would leave. */
import type { Services } from '../load-finder.ts';
import { make } from './elements.ts';
import { listOffers, toFacetName } from './facet-names.ts';
import type { Filtered, Holdings } from './filter.ts';
import type { Library } from './library.ts';
import { createOfferList, type OfferList } from './offer-list.ts';
import { isYesOrNo, MARK, type Query } from './query.ts';
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

export function createPanel(root: HTMLElement, { library, holdings, services, change }: PanelParts): Panel {
  // On a phone one group is enough to begin with.
  const isWide = matchMedia('(min-width: 40rem)').matches;
  const lists: OfferList[] = [];
  const toList = (facets: readonly string[], label: string): readonly HTMLElement[] => {
    const offers = facets.flatMap((facet) => listOffers(library, facet).map((offer) => ({ ...offer, facet })));
    const list = createOfferList(offers, { label, holdings, change });
    lists.push(list);
    return list.elements;
  };
  const toGroup = (name: string, isOpen: boolean, ...children: readonly Node[]): HTMLElement =>
    make('details', { className: 'facet', open: isWide || isOpen }, make('summary', {}, name), ...children);

  const [topics, ...others] = [...library.facets.keys()]
    .filter((facet) => !isYesOrNo(facet) && listOffers(library, facet).length > 0)
    .map((facet) => {
      const name = toFacetName(library, facet);
      return toGroup(name, facet === 'topic', ...toList([facet], name));
    });
  const years = createYearRange(library.years, change);
  const stack = make(
    'div',
    {},
    ...(years === undefined ? [] : [toGroup('Year', true, years.element)]),
    toGroup('With', true, ...toList(['code', 'notes'], 'With')),
    toGroup(
      toFacetName(library, MARK),
      false,
      ...toList([MARK], toFacetName(library, MARK)),
      toReadingFiles(library, services),
    ),
  );
  root.replaceChildren(...(topics === undefined ? [] : [topics]), stack, ...others);

  return {
    show(query, filtered) {
      for (const list of lists) list.show(query, filtered);
      years?.show(query);
    },
  };
}
