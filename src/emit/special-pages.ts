/** Special pages: those that a list has only if its papers can fill them. */
import type { Card } from '../model/card.ts';
import type { SpecialPage } from '../model/press.ts';
import { toMapPath, toNewPath, toTablePath } from './paths.ts';

/** With fewer points than this there is no map. */
const LEAST_ON_MAP = 3;

/** True if papers say when they were added: the site has `new.html`. */
export function hasNew(cards: readonly Card[]): boolean {
  return cards.some(({ added }) => added !== undefined);
}

/** True if enough papers have a year: the site has `map.html`. */
export function hasMap(cards: readonly Card[]): boolean {
  return cards.filter(({ year }) => year !== undefined).length >= LEAST_ON_MAP;
}

/** Those that this site has, in the order of the rail. */
export function listSpecialPages(cards: readonly Card[]): readonly SpecialPage[] {
  return [
    ...(hasNew(cards) ? [{ label: 'Recently added', path: toNewPath() }] : []),
    ...(hasMap(cards) ? [{ label: 'Map', path: toMapPath() }] : []),
    ...(cards.length > 0 ? [{ label: 'Table', path: toTablePath(1) }] : []),
  ];
}
