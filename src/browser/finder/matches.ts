/** Matches: marks the words that were found, in a text and on the page. */
import { tokenize, toTerms } from '../../text/words.ts';
import { make } from './elements.ts';

/** A stretch of a text, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where the terms stand in a text: stretches in order that do not overlap. */
export function findMatches(text: string, terms: ReadonlySet<string>): readonly Stretch[] {
  const stretches: { start: number; end: number }[] = [];
  const words = tokenize(text, true).filter(({ term }) => terms.has(term));
  words.sort((left, right) => left.start - right.start);
  for (const { start, end } of words) {
    const last = stretches.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else stretches.push({ start, end });
  }
  return stretches;
}

/** Puts `<mark>` around the terms below some elements; formulas stay as they are. */
export function markMatches(elements: Iterable<Element>, terms: ReadonlySet<string>): void {
  for (const element of elements) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) if (!text.parentElement?.closest('.katex, .match, button')) markText(text, terms);
  }
}

/** Marks the formulas below an element whose TeX has one of the terms, each as a whole. */
export function markFormulas(element: Element, terms: ReadonlySet<string>): void {
  for (const formula of element.querySelectorAll('.katex')) {
    const tex = formula.querySelector('annotation')?.textContent ?? '';
    if (toTerms(tex).some((term) => terms.has(term))) formula.classList.add('match');
  }
}

function markText(text: Text, terms: ReadonlySet<string>): void {
  // From the end, so that the places of the others stay true.
  for (const { start, end } of findMatches(text.data, terms).toReversed()) {
    const match = text.splitText(start);
    match.splitText(end - start);
    const mark = make('mark', { className: 'match' });
    match.replaceWith(mark);
    mark.append(match);
  }
}

/** Letters shown around a match. */
const BEFORE = 60;
const LENGTH = 190;

/** The stretch of a text that holds most of the different terms; undefined where there is none of them. */
export function findSnippet(text: string, terms: ReadonlySet<string>): Stretch | undefined {
  const words = tokenize(text).filter(({ term }) => terms.has(term));
  let best: { start: number; count: number } | undefined;
  for (const [index, word] of words.entries()) {
    const inside = new Set<string>();
    for (let at = index; at < words.length && (words[at]?.end ?? 0) < word.start + LENGTH - BEFORE; at += 1) {
      inside.add(words[at]?.term ?? '');
    }
    if (inside.size > (best?.count ?? 0)) best = { start: word.start, count: inside.size };
  }
  if (best === undefined) return undefined;
  const from = Math.max(0, best.start - BEFORE);
  const start = from === 0 ? 0 : toWordStart(text, from, best.start);
  const end = Math.min(text.length, start + LENGTH);
  return { start, end: end === text.length ? end : toWordEnd(text, end) };
}

function toWordStart(text: string, from: number, latest: number): number {
  const blank = text.slice(from, latest).search(/\s/);
  return blank === -1 ? from : from + blank + 1;
}

function toWordEnd(text: string, end: number): number {
  const blank = /\s/.exec(text.slice(end, end + 20));
  return blank === null ? end : end + blank.index;
}
