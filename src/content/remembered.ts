/** Remembered: what a name becomes is worked out once, for a list that is built again and again has the same names. */

/** So many answers are kept; then all of them are forgotten. */
const MOST = 200_000;

/** The same function of a text, which must depend on nothing else. */
export function remembered<Result>(work: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, { readonly result: Result }>();
  return (text) => {
    const found = known.get(text) ?? { result: work(text) };
    if (known.size >= MOST) known.clear();
    known.set(text, found);
    return found.result;
  };
}
