/** Identity: what makes two entries of a list the same paper. */

import type { Paper } from '../../model/paper.ts';
import { findArxivId } from '../../text/identifiers.ts';
import { toTitleKey } from '../../text/known-keys.ts';
import { toPersonName } from '../../text/person-name.ts';

/** What the keys are made from; an empty title counts as no title. */
export type Identified = Pick<Paper, 'arxiv' | 'doi' | 'url' | 'title'> & Partial<Pick<Paper, 'year' | 'authors'>>;

/** A field by which papers are compared. */
export interface Identity {
  readonly field: 'arxiv' | 'doi' | 'url' | 'title';
  /** The word for it in messages. */
  readonly name: string;
  /** Equal for equal values; `undefined` if there is no value. */
  readonly key: (paper: Identified) => string | undefined;
}

/** Two papers that share one of these are the same paper. */
export const IDENTIFIERS: readonly Identity[] = [
  { field: 'arxiv', name: 'arXiv id', key: findArxivId },
  { field: 'doi', name: 'DOI', key: ({ doi }) => doi?.toLowerCase() },
  { field: 'url', name: 'URL', key: ({ url }) => url },
];

/** Papers with the same title are the same unless something tells them apart. Only letters and digits are compared. */
export const TITLE: Identity = {
  field: 'title',
  name: 'title',
  key: ({ title }) => toTitleKey(title) || undefined,
};

/**
 * What tells two papers with the same title apart, in the plural: a DOI, an arXiv id, a year or authors that both have
 * and that differ. `undefined` if nothing does, or if an identifier is the same. Authors differ if each paper has one
 * that the other lacks, by family name, since the shorter list may be cut.
 */
export function findDifference(one: Identified, other: Identified): string | undefined {
  if (IDENTIFIERS.some(({ key }) => key(one) !== undefined && key(one) === key(other))) return undefined;
  const differ = <Value>(left: Value | undefined, right: Value | undefined) =>
    left !== undefined && right !== undefined && left !== right;
  // The arXiv id may be part of the address or of the DOI.
  if (differ(one.doi?.toLowerCase(), other.doi?.toLowerCase())) return 'DOIs';
  if (differ(findArxivId(one), findArxivId(other))) return 'arXiv ids';
  if (differ(one.year, other.year)) return 'years';
  const [ours, theirs] = [toFamilies(one), toFamilies(other)];
  return lacksOne(ours, theirs) && lacksOne(theirs, ours) ? 'authors' : undefined;
}

function toFamilies({ authors = [] }: Identified): ReadonlySet<string> {
  const named = authors.filter((name) => !/^(?:others|et al\.?)$/i.test(name));
  const fold = (text: string) =>
    text
      .normalize('NFKD')
      .replace(/\p{Mark}+/gu, '')
      .toLowerCase();
  return new Set(named.map((name) => fold(toPersonName(name).family)));
}

function lacksOne(names: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...others].some((name) => !names.has(name));
}
