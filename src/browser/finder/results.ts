/** Results: draws the papers that were found, in the place of the list. */
import type { Services } from '../load-finder.ts';
import { make } from './elements.ts';
import type { Entries } from './entries.ts';

import type { Library, Value } from './library.ts';
import { findSnippet, markMatches } from './matches.ts';
import { fillFold, toRemoteFold } from './remote-notes.ts';
import type { Found } from './search.ts';
import { showMatchIn } from './show-match.ts';

/** What is to be drawn. */
interface Answer {
  /** In order. */
  readonly papers: readonly number[];
  /** How many they were chosen from. */
  readonly total: number;
  /** What was found in each; empty where nothing was searched for. */
  readonly found: ReadonlyMap<number, Found>;
  /** True where they stand in the order of the list, each topic under its heading. */
  readonly isGrouped: boolean;
  /** True where years may hang in the margin. */
  readonly isByYear: boolean;
}

export interface Results {
  /** Draws the first `shown` of them; 20 where it is not said. */
  readonly draw: (answer: Answer, shown?: number) => Promise<void>;
  /** Takes everything away. */
  readonly clear: () => void;
}

/** Entries drawn at once; more on demand. */
const SHOWN = 20;

export function createResults(
  root: HTMLElement,
  {
    library,
    entries,
    services,
    keepShown,
  }: {
    library: Library;
    entries: Entries;
    services: Services;
    /** Hears how many entries a reader has asked for. */
    keepShown: (shown: number) => void;
  },
): Results {
  let drawing = 0;
  const summary = document.querySelector('.fold > summary');

  const toPaperPage = (paper: number, terms: readonly string[] = []): string => {
    const url = new URL(`papers/${library.slugs[paper]}.html`, services.site);
    if (terms.length > 0) url.searchParams.set('match', terms.join(' '));
    return url.href;
  };

  const toEntry = (paper: number, answer: Answer): HTMLElement | undefined => {
    const entry = entries.copy(paper);
    if (entry === undefined) return undefined;
    entry.tabIndex = -1;
    entry.dataset.page = toPaperPage(paper);
    entry.querySelector('.year')?.remove();
    const remote = entry.querySelector<HTMLElement>('.fold.remote');
    if (remote !== null) remote.dataset.page = toPaperPage(paper);
    const hasNotes = library.facets.get('notes')?.values.get('yes')?.papers.includes(paper) === true;
    if (services.isWithNotes && hasNotes && entry.querySelector('.fold') === null && summary !== null) {
      entry.append(
        toRemoteFold(summary, entry.querySelector('.title b, .title')?.textContent ?? '', toPaperPage(paper)),
      );
    }
    const found = answer.found.get(paper);
    if (found !== undefined) {
      markMatches(entry.querySelectorAll('.title, .authors, .where'), new Set(found.terms));
      if (found.noteTerms.length > 0) entry.append(toSnippet(paper, entry, found.noteTerms));
    }
    return entry;
  };

  const toSnippet = (paper: number, entry: HTMLElement, terms: readonly string[]): HTMLElement => {
    const link = make('a', { href: toPaperPage(paper, terms) });
    const snippet = make('p', { className: 'snippet' }, link);
    link.addEventListener('click', async (event) => {
      const fold = entry.querySelector<HTMLDetailsElement>('.fold');
      if (fold === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      fold.open = true;
      const notes = await fillFold(fold);
      if (notes !== undefined) showMatchIn([notes], terms);
    });
    library.fetchText(paper).then((text) => {
      const wanted = new Set(terms);
      const stretch = findSnippet(text, wanted);
      if (stretch === undefined) return snippet.remove();
      const words = text
        .slice(stretch.start, stretch.end)
        .trim()
        .replace(/\s*\n\s*/g, ' · ');
      link.textContent = `${stretch.start > 0 ? '… ' : ''}${words}${stretch.end < text.length ? ' …' : ''}`;
      markMatches([link], wanted);
    });
    return snippet;
  };

  /** Draws from a place on, with the headings that begin there. */
  const toSections = (answer: Answer, from: number, to: number): DocumentFragment => {
    const fragment = document.createDocumentFragment();
    let section: HTMLElement | undefined;
    let home = from === 0 || !answer.isGrouped ? undefined : library.homeOf(answer.papers[from - 1] as number);
    let year = from === 0 ? 0 : (library.years[answer.papers[from - 1] as number] as number);
    for (const paper of answer.papers.slice(from, to)) {
      const entry = toEntry(paper, answer);
      if (entry === undefined) continue;
      const topic = answer.isGrouped ? library.homeOf(paper) : undefined;
      if (section === undefined || topic !== home) {
        section = make('section', { className: 'topic' });
        if (topic === undefined) section.append(make('h2', { className: 'unseen' }, 'Papers found'));
        else if (topic !== home) section.append(toHeading(answer, topic));
        fragment.append(section);
        if (topic !== home) year = 0;
        home = topic;
      }
      const own = library.years[paper] as number;
      if (answer.isByYear && own !== year && own > 0) entry.prepend(toYear(own));
      year = own;
      section.append(entry);
    }
    return fragment;
  };

  const toHeading = (answer: Answer, topic: Value): HTMLElement => {
    const href = new URL(`topics/${topic.slug}${services.isWithNotes ? '.notes' : ''}.html`, services.site).href;
    const count = answer.papers.filter((paper) => library.homeOf(paper) === topic).length;
    const link = make('a', { href }, topic.name);
    return make('h2', { className: 'topic-name' }, link, ' ', make('span', { className: 'count' }, String(count)));
  };

  const toNotice = (text: string, role: string | null = null): HTMLElement =>
    make('section', { className: 'topic' }, make('p', { className: 'empty', role }, text));

  const toButton = (text: string, draw: () => void): HTMLElement => {
    const button = make('button', { type: 'button', className: 'more' }, text);
    button.addEventListener('click', draw);
    return button;
  };

  /** What stands below the entries from a place on: the way to more of them, or why they are not there. */
  const toEnd = (answer: Answer, from: number, kept: number, count: number, isWhole: boolean): HTMLElement[] => {
    const { papers, total } = answer;
    const to = from + count;
    if (!isWhole) {
      const again = toButton('Try again', () => drawFrom(answer, from, kept, count));
      return [toNotice('Papers of other pages cannot be loaded right now.', 'alert'), again];
    }
    if (total === 0) return [toNotice('No paper yet.')];
    if (papers.length === 0) return [toNotice('No paper has all of this. Try fewer words or filters.')];
    const rest = papers.length - to;
    const more = () => {
      keepShown(to + SHOWN);
      drawFrom(answer, to, root.children.length - 1);
    };
    return rest > 0 ? [toButton(`Show ${Math.min(rest, SHOWN)} more of ${rest}`, more)] : [];
  };

  /** Draws from a place on, behind the first children, as many as are kept. */
  const drawFrom = async (answer: Answer, from: number, kept: number, count = SHOWN): Promise<void> => {
    drawing += 1;
    const mine = drawing;
    const isWhole = await entries.fetch(answer.papers.slice(from, from + count));
    // The reader has typed on in the meantime.
    if (mine !== drawing) return;
    const part = toSections(answer, from, from + count);
    part.append(...toEnd(answer, from, kept, count, isWhole));
    services.showControls(part);
    handFocusOn(root, from, () => {
      for (const old of [...root.children].slice(kept)) old.remove();
      root.append(part);
    });
  };

  return {
    draw: (answer, shown = SHOWN) => drawFrom(answer, 0, 0, shown),
    clear() {
      drawing += 1;
      root.replaceChildren();
    },
  };
}

function toYear(year: number): HTMLElement {
  return make('span', { className: 'year', ariaHidden: 'true' }, String(year));
}

/**
 * Changes the results. Where the focus went with what was there, the entry in its place takes over, behind a button the
 * first of the new ones, else what is left: a button, the last entry, the search field.
 */
function handFocusOn(root: HTMLElement, from: number, change: () => void): void {
  const listEntries = () => [...root.querySelectorAll<HTMLElement>('article.entry')];
  const before = document.activeElement;
  const wasInside = root.contains(before);
  const place = listEntries().findIndex((entry) => entry.contains(before));
  change();
  if (!wasInside || root.contains(before)) return;
  const entries = listEntries();
  const next =
    entries[place < 0 ? from : place] ??
    root.querySelector<HTMLElement>('.more') ??
    entries.at(-1) ??
    document.querySelector<HTMLElement>('.finder input');
  // The same entry, drawn anew, was most likely marked.
  const isSame = next !== null && next.id === before?.closest('article')?.id;
  (isSame ? next.querySelector<HTMLElement>('.mark') : next)?.focus();
}
