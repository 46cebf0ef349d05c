/** Keywords: the words of a text that say what it is about. */
import { toTerms } from './words.ts';

/** English words that say nothing; those of other languages drop out because they are frequent. */
const STOP_WORDS = new Set(
  (
    'about above after all also although among an and any are as at be because been before being between both but by ' +
    'can could did do does done during each either few for from further given had has have how however if in into is ' +
    'it its itself just less many may might more most much must new no nor not now of off on once one only or other ' +
    'our out over own per same several shall should since so some such than that the their them then there these they ' +
    'this those three through thus to too two under until up upon use used uses using very via was we well were what ' +
    'when where whether which while who whose why will with within without would yet you your'
  ).split(' '),
);

const TEX_COMMAND = /\\[a-z]+/gi;

/** The terms of a text in order, without TeX commands, stop words, single letters and bare numbers. */
export function toTellingTerms(text: string): string[] {
  return toTerms(text.replace(TEX_COMMAND, ' ')).filter(
    (term) => !STOP_WORDS.has(term) && !/^(?:[a-z]|\d+)$/.test(term),
  );
}
