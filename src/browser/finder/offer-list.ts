/** Offer list: the values of a facet to choose or to shut out; the first few, and others when they are looked for. */
import { toTerms } from '../../text/words.ts';
import { make } from './elements.ts';
import type { Offer } from './facet-names.ts';
import type { Filtered, Holdings } from './filter.ts';
import { findStand, placeValue, type Query, type Stand } from './query.ts';

export interface OfferList {
  readonly elements: readonly HTMLElement[];
  readonly show: (query: Query, filtered: Filtered) => void;
}

/** A value and the facet it is of. */
export interface FacetOffer extends Offer {
  readonly facet: string;
}

/** Values offered before the reader looks for others, and while they do. */
const OFFERED = 8;
const OFFERED_ON_DEMAND = 24;

interface Row {
  readonly item: HTMLElement;
  readonly show: (stand: Stand, left: number) => void;
}

export function createOfferList(
  offers: readonly FacetOffer[],
  parts: { readonly label: string; readonly holdings: Holdings; readonly change: (query: Query) => void },
): OfferList {
  const { label, holdings, change } = parts;
  const list = make('ul', { ariaLabel: label });
  const rows = new Map<FacetOffer, Row>();
  let wanted = '';
  let shown: { readonly query: Query; readonly filtered: Filtered } | undefined;

  const toRow = (offer: FacetOffer): Row => {
    const place = (stand: Stand) => {
      if (shown !== undefined) change(placeValue(shown.query, offer.facet, offer.slug, stand));
    };
    const row = rows.get(offer) ?? createRow(offer, place);
    rows.set(offer, row);
    return row;
  };

  /** What is in force stays in sight, and what the reader has at hand. */
  const isKept = (query: Query, offer: FacetOffer): boolean =>
    findStand(query, offer.facet, offer.slug) !== 'free' ||
    rows.get(offer)?.item.contains(document.activeElement) === true;

  const show: OfferList['show'] = (query, filtered) => {
    shown = { query, filtered };
    const offered = pickOffers(offers, wanted);
    const all = [...offered, ...offers.filter((offer) => !offered.includes(offer) && isKept(query, offer))];
    const items = all.map((offer) => toRow(offer).item);
    // Left alone where nothing changes, so that the focus stays where it is.
    if (items.length !== list.children.length || items.some((item, index) => item !== list.children[index])) {
      list.replaceChildren(...items);
    }
    for (const offer of all) {
      const { facet, slug } = offer;
      toRow(offer).show(findStand(query, facet, slug), filtered.count(facet, holdings(facet, slug)));
    }
  };

  if (offers.length <= OFFERED + 2) return { elements: [list], show };
  const field = make('input', {
    type: 'search',
    placeholder: `One of ${offers.length}`,
    ariaLabel: `Find: ${label}`,
    oninput() {
      wanted = toTerms(field.value).join(' ');
      if (shown !== undefined) show(shown.query, shown.filtered);
    },
  });
  return { elements: [field, list], show };
}

function pickOffers(offers: readonly FacetOffer[], wanted: string): readonly FacetOffer[] {
  if (offers.length <= OFFERED + 2) return offers;
  if (wanted === '') return offers.slice(0, OFFERED);
  const fits = ({ name }: Offer) => ` ${toTerms(name).join(' ')}`.includes(` ${wanted}`);
  return offers.filter(fits).slice(0, OFFERED_ON_DEMAND);
}

function createRow({ name }: Offer, place: (stand: Stand) => void): Row {
  const box = make('input', { type: 'checkbox', onchange: () => place(box.checked ? 'chosen' : 'free') });
  const count = make('span', { className: 'count' });
  const flip = () => place(shut.ariaPressed === 'true' ? 'free' : 'shut');
  const shut = make('button', { type: 'button', className: 'shut', ariaLabel: `not ${name}`, onclick: flip }, 'not');
  const label = make('label', {}, box, make('span', { dir: 'auto' }, name), ' ', count);
  const item = make('li', {}, label, shut);
  return {
    item,
    show(stand, left) {
      box.checked = stand === 'chosen';
      shut.ariaPressed = String(stand === 'shut');
      count.textContent = String(left);
      item.className = left === 0 && stand === 'free' ? 'none' : stand;
    },
  };
}
