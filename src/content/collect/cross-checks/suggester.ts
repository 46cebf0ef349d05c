/** Suggester: suggestions for many unknown words from one list of known ones. */
import { suggest } from '../../../text/suggest.ts';

/** At most this many different words are looked up; more of them are not typos. Each lookup reads the whole list. */
const MOST = 200;

/** The known word that was probably meant, as `suggest` finds it; `undefined` for every word after the 200th. */
export function createSuggester(known: readonly string[]): (word: string) => string | undefined {
  const found = new Map<string, string | undefined>();
  return (word) => {
    if (!found.has(word) && found.size < MOST) found.set(word, suggest(word, known));
    return found.get(word);
  };
}
