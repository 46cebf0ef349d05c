/** References: the table of the styles in which a paper can be printed in a list of references. */
import type { Reference } from '../model/entry.ts';
import { toAcm } from './reference-acm.ts';
import { toApa } from './reference-apa.ts';
import { toIeee } from './reference-ieee.ts';
import type { Work } from './work.ts';

interface Style {
  /** As readers know it. */
  readonly name: string;
  /** Plain text in one line; what is not known is left out. */
  readonly write: (work: Work) => string;
}

/** In the order in which the pages offer them; the first is shown. */
const STYLES: readonly Style[] = [
  { name: 'APA', write: toApa },
  { name: 'IEEE', write: toIeee },
  { name: 'ACM', write: toAcm },
];

/** The paper in each style. */
export function toReferences(work: Work): readonly Reference[] {
  return STYLES.map(({ name, write }) => ({ style: name, text: write(work) }));
}
