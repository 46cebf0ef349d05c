/** Results: draws the papers that were found, in the place of the list. */

import type { Services } from '../load-finder.ts';
import { announceItems } from './announce-items.ts';
import { make } from './elements.ts';
import type { Entries } from './entries.ts';
import { keepPlace, readPlace } from './history-place.ts';
import type { Library, Value } from './library.ts';
import { findSnippet, markMatches } from './matches.ts';
import { fillFold, isFromDisk, reopenFolds } from './remote-notes.ts';
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
  /** Takes from the step of the history how many are to be drawn; 20 if it does not say. */
  readonly follow: () => void;
  /** Draws the first of them. */
  readonly draw: (answer: Answer) => Promise<void>;
  /** Takes everything away. */
  readonly clear: () => void;
}

/** Entries drawn at once; more on demand. */
const SHOWN = 20;
/** Entries of other pages that are waited for before any is drawn: about those in sight. */
const FIRST = 4;
/** Milliseconds without another letter after which entries out of sight are fetched from other pages. */
const TYPING = 150;

export function createResults(
  root: HTMLElement,
  {
    library,
    entries,
    services,
  }: {
    library: Library;
    entries: Entries;
    services: Services;
  },
): Results {
  let drawing = 0;
  let { shown } = readPlace();

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
    const found = answer.found.get(paper);
    if (found !== undefined) {
      markMatches(entry.querySelectorAll('.title, .authors, .where'), new Set(found.terms));
      if (found.noteTerms.length > 0) entry.append(toSnippet(paper, entry, found.noteTerms));
    }
    return entry;
  };

  const toSnippet = (paper: number, entry: HTMLElement, terms: readonly string[]): HTMLElement => {
    const open = async (event: MouseEvent) => {
      const fold = entry.querySelector<HTMLDetailsElement>('.fold');
      const isOutOfReach = fold === null || (isFromDisk() && fold.matches('.remote'));
      if (isOutOfReach || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      fold.open = true;
      const notes = await fillFold(fold);
      if (notes !== undefined) showMatchIn([notes], terms);
    };
    const link = make('a', { href: toPaperPage(paper, terms), onclick: open });
    const snippet = make('p', { className: 'snippet' }, link);
    library.fetchText(paper).then((texts) => {
      const wanted = new Set(terms);
      let [text = '', abstract = ''] = texts.split('\f');
      if (findSnippet(text, wanted) === undefined) {
        text = abstract;
        // It is on the page of the paper only.
        link.onclick = null;
      }
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

  /** Draws from a place on, behind what is drawn already, with the headings that begin there. */
  const drawEntries = (answer: Answer, from: number, to: number): void => {
    let section = root.lastElementChild;
    let home = from === 0 || !answer.isGrouped ? undefined : library.homeOf(answer.papers[from - 1] as number);
    let year = from === 0 ? 0 : (library.years[answer.papers[from - 1] as number] as number);
    for (const paper of answer.papers.slice(from, to)) {
      const entry = toEntry(paper, answer);
      if (entry === undefined) continue;
      const topic = answer.isGrouped ? library.homeOf(paper) : undefined;
      if (section === null || topic !== home) {
        section = make('section', { className: 'topic' });
        if (topic === undefined) section.append(make('h2', { className: 'unseen' }, 'Papers found'));
        else section.append(toHeading(answer, topic));
        root.append(section);
        year = 0;
        home = topic;
      }
      const own = library.years[paper] as number;
      if (answer.isByYear && own !== year && own > 0)
        entry.prepend(make('span', { className: 'year', ariaHidden: 'true' }, String(own)));
      year = own;
      section.append(entry);
    }
  };

  const toHeading = (answer: Answer, topic: Value): HTMLElement => {
    const href = new URL(`topics/${topic.slug}${services.isWithNotes ? '.notes' : ''}.html`, services.site).href;
    const count = answer.papers.filter((paper) => library.homeOf(paper) === topic).length;
    const link = make('a', { href }, topic.name);
    return make('h2', { className: 'topic-name' }, link, ' ', make('span', { className: 'count' }, String(count)));
  };

  const toNotice = (text: string, role: string | null = null): HTMLElement =>
    make('section', { className: 'topic' }, make('p', { className: 'empty', role }, text));

  const toButton = (text: string, draw: () => void): HTMLElement =>
    make('button', { type: 'button', className: 'more', onclick: draw }, text);

  /** What stands below the entries from a place on: the way to more of them, or why they are not there. */
  const toEnd = (answer: Answer, from: number, kept: number, count: number, isWhole: boolean): HTMLElement[] => {
    const { papers, total } = answer;
    const to = from + count;
    if (!isWhole) {
      const again = toButton('Try again', () => drawFrom(answer, from, kept, count));
      return [toNotice('Papers of other pages cannot be loaded right now.', 'alert'), again];
    }
    if (total === 0) return [toNotice('No papers yet.')];
    if (papers.length === 0) return [toNotice('No paper has all of this. Try fewer words or filters.')];
    const rest = papers.length - to;
    const more = () => {
      shown = to + SHOWN;
      keepPlace({ shown });
      drawFrom(answer, to, root.children.length - 1);
    };
    return rest > 0 ? [toButton(`Show ${Math.min(rest, SHOWN)} more of ${rest}`, more)] : [];
  };

  /** Draws from a place on, behind the first children, as many as are kept. */
  const drawFrom = async (answer: Answer, from: number, kept: number, count = SHOWN): Promise<void> => {
    drawing += 1;
    const mine = drawing;
    const wanted = answer.papers.slice(from, from + count);
    let place = from;
    let left = kept;
    /** What is drawn stays: a reader may be in it by the time the rest joins it. */
    const show = (to: number, ...end: readonly HTMLElement[]) => {
      handFocusOn(root, place, () => {
        while (root.children[left]) root.lastElementChild?.remove();
        drawEntries(answer, place, to);
        root.append(...end);
        services.showControls(root);
        announceItems();
        reopenFolds();
      });
      place = to;
      left = root.children.length;
    };
    let isWhole = true;
    if (!entries.has(wanted)) {
      // The rest is asked for once the reader pauses, and never in the way of the first.
      const rest = new Promise((resolve) => setTimeout(resolve, TYPING)).then(
        () => mine === drawing && entries.fetch(wanted),
      );
      const first = wanted.slice(0, FIRST);
      if ((await entries.fetch(first)) && mine === drawing) show(from + first.length);
      isWhole = await rest;
    }
    // The reader has typed on in the meantime.
    if (mine !== drawing) return;
    show(from + count, ...toEnd(answer, from, kept, count, isWhole));
  };

  return {
    follow() {
      shown = readPlace().shown;
    },
    draw: (answer) => drawFrom(answer, 0, 0, shown || SHOWN),
    clear() {
      drawing += 1;
      root.replaceChildren();
    },
  };
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
