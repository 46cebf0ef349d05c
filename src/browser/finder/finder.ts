/** Finder: search, filters and sorting of a list page; the script that is loaded when a reader wants them. */
// The search library first: the rest of this script, in one piece, compresses better.
import './open-index.ts';
import type { Services } from '../load-finder.ts';
import { createEntries } from './entries.ts';
import { createHoldings, keepKnown, listFacets } from './facet-names.ts';
import { type Filtered, filterPapers } from './filter.ts';
import { createHead } from './head.ts';
import { bindKeys } from './keys.ts';
import { openLibrary } from './library.ts';
import { createPanel, type Panel } from './panel.ts';
import { hasWords, isNothing, NOTHING, type Query, readQuery, type Sort, writeQuery } from './query.ts';
import { reopenFolds, turnFold } from './remote-notes.ts';
import { createResults } from './results.ts';
import { readScope } from './scope.ts';
import { type Found, search } from './search.ts';
import { showMatch } from './show-match.ts';
import { createStaticList } from './static-list.ts';

/** Abstracts and notes of longer lists than this are searched only if the rest finds little. */
const LONG_LIST = 4000;
/** Fewer results than this are little. */
const LITTLE = 10;
/** Less room than this, in CSS pixels, shows no result whole below its number. */
const SIGHT = 220;

/** Takes the form of a list page into service, and answers the query in the address. Rejects where the data cannot be had. */
async function startFinder(form: HTMLElement, services: Services): Promise<void> {
  const input = form.querySelector('[name="q"]') as HTMLInputElement;
  const sort = form.querySelector('[name="sort"]') as HTMLSelectElement;
  const [found, filters] = ['found', 'filters'].map((id) => document.getElementById(id) as HTMLElement) as [
    HTMLElement,
    HTMLElement,
  ];
  const library = await openLibrary(services.site);
  // The values that the address and the page speak of are needed at once.
  await library.fetchValues([...new URLSearchParams(location.search).keys(), ...(form.dataset.scope ?? '').split(':')]);
  const list = createStaticList(found, services.showControls);
  const holdings = createHoldings(library, services.readingList.all);
  const entries = createEntries(library, services);
  const scope = readScope(form, library, holdings);
  const firstOrder = sort.options[0] as HTMLOptionElement;
  const firstOrderName = firstOrder.text;
  const total = scope.papers?.length ?? library.count;
  const ownOrder = library.orders[scope.order];
  const facets = listFacets(library);
  let query: Query = NOTHING;
  const readAddress = () => keepKnown(library, readQuery(location.search, facets));

  const change = (next: Query) => {
    if (next === NOTHING) input.value = '';
    apply(next, 'pushState');
  };
  const headRoot = found.querySelector('.found-head') as HTMLElement;
  const resultsRoot = found.querySelector('.found-papers') as HTMLElement;
  const head = createHead(headRoot, { library, services, scope: scope.name, change });
  const results = createResults(resultsRoot, { library, entries, services });
  let panel: Panel | undefined;
  let filtered: Filtered;
  const showPanel = () =>
    library.fetchValues(facets).then(
      () => {
        panel ??= createPanel(filters, { library, holdings, services, change });
        panel.show(query, filtered);
      },
      () => services.announce('The filters cannot be loaded right now.'),
    );
  form.querySelector('.filter')?.addEventListener('click', showPanel);

  const answer = async (): Promise<void> => {
    const isSearch = hasWords(query);
    const ranked: ReadonlyMap<number, Found> = new Map(search(library, query.text).map((one) => [one.paper, one]));
    filtered = filterPapers(library, holdings, query, scope.papers, isSearch ? new Set(ranked.keys()) : undefined);
    if (filters.hidden === false) showPanel();
    sort.value = query.sort;
    // The first order is that of the page, or of the matches where there are words to match.
    firstOrder.text = isSearch ? 'Best match' : firstOrderName;
    if (isNothing(query)) {
      head.clear();
      results.clear();
      list.putBack();
      return;
    }
    const order = query.sort === '' ? (isSearch ? [...ranked.keys()] : ownOrder) : library.orders[query.sort];
    const papers = order.filter(filtered.passes);
    const joined = isSearch ? fetchWords(papers.length < LITTLE) : undefined;
    // Nothing is found only if it is not in the words that are still to come.
    if (papers.length === 0 && (await joined)) return;
    list.takeAway();
    head.show(query, papers, total);
    const isInOrder = query.sort === '' && !isSearch;
    const answered = {
      papers,
      total,
      found: ranked,
      isGrouped: isInOrder && scope.name === undefined && scope.order === 'list',
      isByYear: (isInOrder && scope.order !== 'added') || query.sort === 'newest',
    };
    await results.draw(answered);
    bringUp();
  };

  /** Who types sees the results, above the keyboard of a phone too. */
  const bringUp = () => {
    const room = (visualViewport?.height ?? innerHeight) - found.getBoundingClientRect().top;
    if (document.activeElement === input && room < SIGHT) input.scrollIntoView({ block: 'start' });
  };

  /** Not under the hands of a reader who walks through the results; then as soon as they leave them. */
  const addFound = async (): Promise<void> => {
    if (!resultsRoot.contains(document.activeElement)) return answer();
    const leave = ({ relatedTarget }: FocusEvent) => {
      if (resultsRoot.contains(relatedTarget as Node | null)) return;
      resultsRoot.removeEventListener('focusout', leave);
      setTimeout(addFound);
    };
    resultsRoot.addEventListener('focusout', leave);
    fetchWords(false);
  };

  /** Names first: how much they find decides about the notes. True once the answer has what was missing. */
  const fetchWords = async (isLittle: boolean): Promise<boolean> => {
    const [words] = library.missing;
    if (words === undefined || (words === 'notes' && !isLittle && library.count > LONG_LIST)) return false;
    try {
      await library.fetchWords(words);
    } catch {
      services.announce(`The ${words} cannot be loaded right now.`);
      return false;
    }
    await addFound();
    return true;
  };

  const apply = (next: Query, history: 'pushState' | 'replaceState'): Promise<void> => {
    const search = writeQuery(next, facets);
    query = next;
    if (search !== writeQuery(readAddress(), facets)) {
      window.history[history](null, '', location.pathname + search);
      results.follow();
    }
    return answer();
  };

  input.addEventListener('input', () => {
    // One step back leads out of the search, not through every letter.
    const history = query.text.trim() === '' ? 'pushState' : 'replaceState';
    apply({ ...query, text: input.value }, history);
  });
  sort.addEventListener('change', () => apply({ ...query, sort: sort.value as Sort }, 'pushState'));
  window.addEventListener('popstate', () => {
    const next = readAddress();
    // A step to another place of the same page.
    if (writeQuery(next, facets) === writeQuery(query, facets)) return;
    query = next;
    input.value = query.text;
    results.follow();
    answer();
  });
  services.readingList.watch(() => {
    if (query.choices.mark !== undefined) answer();
  });
  bindKeys(input, resultsRoot);

  // What has been asked while this script was on its way counts more than the address.
  const asked = readAddress();
  const text = input.value === '' ? asked.text : input.value;
  const order = sort.value === '' ? asked.sort : (sort.value as Sort);
  input.value = text;
  if (new URLSearchParams(location.search).get('q') === '' && document.activeElement === document.body) input.focus();
  await apply({ ...asked, text, sort: order }, 'pushState');
}

window.papershelfFinder = { startFinder, turnFold };

const matched = new URLSearchParams(location.search).get('match');
if (matched !== null) showMatch(matched.split(' '));
reopenFolds();
