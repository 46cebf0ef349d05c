/** Twin index: finds the paper of a list that is the same as another one, without reading the whole list each time. */
import type { Paper } from '../../model/paper.ts';
import { findDifference, IDENTIFIERS, type Identified, type Identity, TITLE } from './identity.ts';

/** A paper of the list that is probably the same as another, and the reason. */
export interface TwinFound {
  readonly twin: Paper;
  readonly identity: Identity;
  readonly value: string;
  /** What tells two papers with the same title apart, in the plural. */
  readonly difference?: string;
}

export interface TwinIndex {
  /** The same paper if there is one, else one with the same title that something tells apart. */
  readonly find: (paper: Identified) => TwinFound | undefined;
  readonly add: (paper: Paper) => void;
}

/** At most this many papers with the same title are compared. */
const MOST = 50;

/** Knows these papers, and those that are added later. */
export function createTwinIndex(papers: readonly Paper[]): TwinIndex {
  const identities = [...IDENTIFIERS, TITLE].map((identity) => ({ identity, known: new Map<string, Paper[]>() }));
  const add = (paper: Paper) => {
    for (const { identity, known } of identities) {
      const value = identity.key(paper);
      if (value === undefined) continue;
      const group = known.get(value);
      if (group === undefined) known.set(value, [paper]);
      else if (group.length < MOST) group.push(paper);
    }
  };
  for (const paper of papers) add(paper);
  return {
    add,
    find(paper) {
      for (const { identity, known } of identities) {
        const key = identity.key(paper);
        const group = key === undefined ? [] : (known.get(key) ?? []);
        const twin =
          group.find((other) => identity !== TITLE || findDifference(paper, other) === undefined) ?? group[0];
        if (key === undefined || twin === undefined) continue;
        const difference = identity === TITLE ? findDifference(paper, twin) : undefined;
        const value = paper[identity.field] ?? key;
        return { twin, identity, value, ...(difference === undefined ? {} : { difference }) };
      }
      return undefined;
    },
  };
}
