/** Head: says above the results how many they are, shows what narrows them, and gives their records. */
import { toPapers } from '../announcer.ts';
import type { Services } from '../load-finder.ts';
import { make } from './elements.ts';
import { listFacets, toChipName, toYearsName } from './facet-names.ts';
import type { Library } from './library.ts';
import { NOTHING, placeValue, type Query, writeQuery } from './query.ts';

export interface Head {
  readonly show: (query: Query, papers: readonly number[], of: number) => void;
  readonly clear: () => void;
}

export function createHead(
  root: HTMLElement,
  {
    library,
    services,
    scope,
    change,
  }: {
    library: Library;
    services: Services;
    /** The name of the part of the list that the page shows; undefined where it is the whole. */
    scope: string | undefined;
    change: (query: Query) => void;
  },
): Head {
  const status = make('p', { className: 'found-count', role: 'status' });
  const chips = make('ul', { className: 'chips', ariaLabel: 'Filters in force' });
  const actions = make('p', { className: 'found-actions' });
  let slugs: readonly string[] = [];
  const choice = make('select', { ariaLabel: 'Format' });
  const toButton = (action: 'copy' | 'download') =>
    make('button', { type: 'button', onclick: () => services.takeAway(action, slugs, choice.value) });
  const buttons = { copy: toButton('copy'), download: toButton('download') };
  services.bindFormats(choice, buttons);
  actions.append(choice, ' ', buttons.copy, ' ', buttons.download);
  root.replaceChildren(make('div', { className: 'found-line' }, status, actions), chips);

  const toChip = (
    name: string,
    next: Query,
    properties: Partial<HTMLButtonElement> = { ariaLabel: `Remove ${name}` },
  ): HTMLElement => {
    const leave = ({ detail }: MouseEvent) => {
      change(next);
      // The chip is gone; the next one takes over, or the search field. A finger wants no keyboard.
      const heir =
        chips.querySelector('button, a') ?? document.querySelector(detail > 0 ? '.finder button' : '.finder input');
      (heir as HTMLElement | null)?.focus({ preventScroll: detail > 0 });
    };
    return make('li', {}, make('button', { type: 'button', onclick: leave, ...properties }, name));
  };

  const toChips = (query: Query): readonly HTMLElement[] => {
    const years = toYearsName(query);
    const facets = listFacets(library);
    const all = facets.flatMap((facet) => {
      const { chosen = [], shut = [] } = query.choices[facet] ?? {};
      return [...chosen, ...shut].map((slug) =>
        toChip(toChipName(library, facet, slug, shut.includes(slug)), placeValue(query, facet, slug, 'free')),
      );
    });
    if (years !== undefined) all.push(toChip(years, { ...query, years: [0, 0] }));
    if (scope !== undefined) {
      const href = new URL(`index.html${writeQuery(query, facets)}`, services.site).href;
      all.unshift(make('li', {}, make('a', { href, ariaLabel: `Remove: in ${scope}` }, `in ${scope}`)));
    }
    return [...all, toChip('Clear all', NOTHING, { className: 'clear' })];
  };

  return {
    show(query, papers, of) {
      root.hidden = false;
      slugs = papers.map((paper) => library.slugs[paper] as string);
      const text = `${papers.length} of ${toPapers(of)}`;
      if (status.textContent !== text) status.textContent = text;
      actions.hidden = papers.length === 0;
      chips.replaceChildren(...toChips(query));
    },
    clear() {
      root.hidden = true;
      chips.replaceChildren();
      status.textContent = '';
    },
  };
}
