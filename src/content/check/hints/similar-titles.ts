/** Similar titles: papers that are probably in the list twice. */
import type { PaperFacts as Paper } from '../../../model/paper.ts';
import type { Problem } from '../../../model/problem.ts';
import { toPersonName } from '../../../text/person-name.ts';
import { quote } from '../../../text/quote.ts';
import { distance } from '../../../text/suggest.ts';
import { findNewcomers } from '../../collect/cross-checks/newcomers.ts';
import { TITLE } from '../../collect/identity.ts';
import type { PlaceOf } from '../../report/field-place.ts';
import { createReport } from '../../report/report.ts';
import { toFolded, toFoldedWords } from './folded.ts';

/** A paper as it is compared. */
interface Titled {
  readonly paper: Paper;
  readonly words: ReadonlySet<string>;
  readonly letters: string;
  /** Equal for titles that are the same. */
  readonly key: string | undefined;
  /** Numbers in the title, Roman ones too: `DALL-E 2`, `Part II`. */
  readonly numbers: string;
  readonly families: ReadonlySet<string>;
}

/** Titles that share a smaller part of their words are not compared. */
const LEAST_SHARED = 0.6;
/** Titles that share this much of their words are probably the same, whatever the order. */
const MUCH_SHARED = 0.85;
/** Up to this share of the letters may differ by typos. */
const SLIPS = 0.1;

/**
 * A hint at a title that is nearly that of another paper, and at a short name shared by two papers of the same first
 * author, in the file of the paper that joined later, or in both if that is not known. Titles that differ in a number
 * are different papers, as are papers that have no author in common. Equal titles are left to the cross-checks.
 */
export function findSimilarTitles(papers: readonly Paper[], placeOf: PlaceOf<Paper>): readonly Problem[] {
  const titled = papers.filter(({ title }) => title !== '').map(toTitled);
  const reported = new Set<Paper>();
  return toCandidates(titled).flatMap(([one, other]) => {
    if (!areLikelyOne(one, other)) return [];
    return findNewcomers([one.paper, other.paper]).flatMap((paper) => {
      if (reported.has(paper)) return [];
      reported.add(paper);
      const twin = paper === one.paper ? other.paper : one.paper;
      const { problems, report } = createReport(paper.path);
      const message = `The title ${quote(paper.title)} is almost the same as that of ${twin.path}.`;
      const hint = `If they are the same paper, keep one file, with ${quote(twin.title)} or this title, and list the other file's name under \`aliases\`.`;
      report('title-similar', 'hint', placeOf(paper, 'title'), message, hint);
      return problems;
    });
  });
}

function toTitled(paper: Paper): Titled {
  const words = toFoldedWords(paper.title);
  return {
    paper,
    words: new Set(words),
    letters: words.join(''),
    key: TITLE.key(paper),
    numbers: words.filter((word) => /^(?:v?\d+d?|i{1,3}|iv|v|vi{1,3}|ix|x)$/.test(word)).join(' '),
    families: new Set(paper.authors.map((name) => toFolded(toPersonName(name).family))),
  };
}

/**
 * Pairs that may share enough words, each once, in the order of the papers. Sorted from rare to frequent, two such sets
 * have a word in common among their first ones (prefix filtering, Chaudhuri, Ganti and Kaushik, ICDE 2006), so words
 * that every title has do not make pairs.
 */
function toCandidates(titled: readonly Titled[]): readonly (readonly [Titled, Titled])[] {
  const uses = new Map<string, number>();
  for (const { words } of titled) for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
  const byWord = new Map<string, Titled[]>();
  const pairs: [Titled, Titled][] = [];
  for (const one of titled) {
    const rareFirst = [...one.words].toSorted(
      (left, right) => (uses.get(left) as number) - (uses.get(right) as number) || (left < right ? -1 : 1),
    );
    const met = new Set<Titled>();
    for (const word of rareFirst.slice(0, rareFirst.length - Math.ceil(LEAST_SHARED * rareFirst.length) + 1)) {
      const others = byWord.get(word) ?? [];
      for (const other of others) met.add(other);
      others.push(one);
      byWord.set(word, others);
    }
    for (const other of met) pairs.push([other, one]);
  }
  return pairs;
}

function areLikelyOne(one: Titled, other: Titled): boolean {
  if (one.key === other.key || one.numbers !== other.numbers || !haveAuthor(one, other)) return false;
  const shared = [...one.words].filter((word) => other.words.has(word)).length;
  const share = shared / (one.words.size + other.words.size - shared);
  const longest = Math.max(one.letters.length, other.letters.length);
  if (share < LEAST_SHARED || Math.min(one.words.size, other.words.size) < 3) return false;
  if (share >= MUCH_SHARED || isShortShared(one, other)) return true;
  if (Math.abs(one.letters.length - other.letters.length) > longest * SLIPS) return false;
  return distance(one.letters, other.letters) <= longest * SLIPS;
}

/** True also if nothing is known about the authors of one of them. */
function haveAuthor(one: Titled, other: Titled): boolean {
  if (one.families.size === 0 || other.families.size === 0) return true;
  return [...one.families].some((family) => other.families.has(family));
}

function isShortShared({ paper: one }: Titled, { paper: other }: Titled): boolean {
  return one.short !== undefined && other.short !== undefined && toFolded(one.short) === toFolded(other.short);
}
