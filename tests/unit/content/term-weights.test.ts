/** Term weights: those of words are what a plain reading of the rule gives, paper by paper, word by word. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRarity, toHalfOctave } from '../../../src/content/collect/rarity.ts';
import { weighTerms } from '../../../src/content/collect/term-weights.ts';
import type { Terms } from '../../../src/model/entry.ts';
import { toTermColumns } from '../../../src/text/term-columns.ts';
import { makePaper, makeSite } from '../../support/site.ts';

type Keywords = Terms['keywords'];

/** The words of each paper with their weights, in the order in which the paper has them. */
function weighPlainly(papers: readonly Keywords[]): readonly Keywords[] {
  const rarity = createRarity(papers.length);
  const bearersOf = (word: string) => papers.filter((keywords) => keywords.some(([other]) => other === word)).length;
  return papers.map((keywords) => {
    const exact = keywords.map(([word, count]) => (1 + Math.log(count)) * rarity(bearersOf(word)));
    const length = toHalfOctave(Math.sqrt(exact.reduce((sum, weight) => sum + weight * weight, 0)));
    const weighed = keywords.flatMap(([word], at): [string, number][] => {
      const rare = rarity(bearersOf(word));
      const weight = Math.min(Math.round((16 * (exact[at] as number)) / length), 16);
      return rare < 0.3 || rare === 1 || weight === 0 ? [] : [[word, weight]];
    });
    const best = weighed.toSorted(([left, one], [right, other]) => other - one || (left < right ? -1 : 1)).slice(0, 32);
    return weighed.filter((word) => best.includes(word));
  });
}

test('the most distinctive words count, at most 32, of equal ones the first by code units', () => {
  const word = fc.integer({ min: 0, max: 300 }).map((number) => `w${number}`);
  // A few words that are repeated very often, beside many said once, have weights from 1 to 16.
  const count = fc.oneof({ weight: 5, arbitrary: fc.constant(1) }, fc.integer({ min: 1, max: 100_000 }));
  const keywords = (length: number) =>
    fc.uniqueArray(fc.tuple(word, count), { maxLength: length, size: 'max', selector: ([name]) => name });
  fc.assert(
    fc.property(
      fc.array(fc.oneof(keywords(8), keywords(70)), { minLength: 20, maxLength: 40, size: 'max' }),
      (papers) => {
        const { cards } = makeSite(papers.map((_, number) => makePaper(`p${number}`, {})));
        const columns = toTermColumns(papers.map((own) => ({ keywords: own, notes: [] })));
        const { starts, terms, weights } = weighTerms(cards, columns, []);
        // Terms have numbers in the order in which they are met.
        const names: string[] = [];
        const wanted = weighPlainly(papers).map((own) =>
          own.map(([name, weight]) => {
            if (!names.includes(name)) names.push(name);
            return [names.indexOf(name), weight];
          }),
        );
        const found = papers.map((_, paper) => {
          const [from, to] = [starts[paper] as number, starts[paper + 1] as number];
          return [...terms.subarray(from, to)].map((term, at) => [term, weights[from + at]]);
        });
        expect(found).toEqual(wanted);
      },
    ),
    { numRuns: 30 },
  );
});
