/** Author variants: spellings of names that are likely one person. */
import type { PlacedFacts as Paper } from '../../../model/paper.ts';
import { FILE_START, type Problem } from '../../../model/problem.ts';
import { groupBy } from '../../../text/group-by.ts';
import { toPersonKey } from '../../../text/name-keys.ts';
import { isGroup, toPersonName } from '../../../text/person-name.ts';
import { quote } from '../../../text/quote.ts';
import { createReport } from '../../report/report.ts';
import { toFolded, toFoldedWords } from './folded.ts';

/** An author under one spelling. */
interface Author {
  readonly name: string;
  readonly key: string;
  /** The family name and the suffix, folded. */
  readonly family: string;
  /** Given names, folded; an initial is one letter. */
  readonly given: readonly string[];
  readonly papers: Set<Paper>;
}

/**
 * A hint at each place where a name could be that of a fuller or more usual spelling: accents and hyphens, initials
 * written out (`O. Patashnik`, `Amit H. Bermano`), a middle initial left out. Nothing is told where the spelling could
 * stand for two people who differ, nor of two names that stand on one paper.
 */
export function findAuthorVariants(papers: readonly Paper[]): readonly Problem[] {
  const better = new Map<string, Author>();
  for (const namesakes of groupBy(gatherAuthors(papers), ({ family }) => family).values()) {
    for (const author of namesakes) {
      const found = findBetter(author, namesakes);
      if (found !== undefined) better.set(author.key, found);
    }
  }
  return papers.flatMap((paper) => {
    const { problems, report } = createReport(paper.path);
    for (const [index, name] of paper.authors.entries()) {
      const other = better.get(toPersonKey(name));
      if (other === undefined) continue;
      const place = paper.places[`authors.${index}`] ?? paper.places.authors ?? FILE_START;
      const where = [...other.papers][0] as Paper;
      const message = `The author ${quote(name)} is likely ${quote(other.name)} of ${where.path}.`;
      const hint = `If they are one person, write ${quote(other.name)}: every author has one page, found by the name.`;
      report('author-variant', 'hint', place, message, hint);
    }
    return problems;
  });
}

function gatherAuthors(papers: readonly Paper[]): Iterable<Author> {
  const authors = new Map<string, Author>();
  for (const paper of papers) {
    for (const name of paper.authors) {
      const key = toPersonKey(name);
      const author = authors.get(key) ?? toAuthor(name, key);
      if (author === undefined) continue;
      author.papers.add(paper);
      authors.set(key, author);
    }
  }
  return authors.values();
}

/** Nothing for a name of one word, which cannot be told from a nickname, and for a group. */
function toAuthor(name: string, key: string): Author | undefined {
  const { family, given = '', suffix = '' } = toPersonName(name);
  const words = toFoldedWords(given);
  if (words.length === 0 || isGroup(name)) return undefined;
  return {
    name,
    key,
    family: toFolded(`${family} ${suffix}`).replace(/[^\p{Letter}]/gu, ''),
    given: words,
    papers: new Set(),
  };
}

/** The spelling that says most; `undefined` where the name is as good as any, or may be of several people. */
function findBetter(author: Author, namesakes: readonly Author[]): Author | undefined {
  const candidates = namesakes.filter((other) => isLikelySame(author, other));
  const areOne = candidates.every((one, at) => candidates.slice(at + 1).every((other) => canBeSame(one, other)));
  if (!areOne) return undefined;
  const best = candidates.toSorted(compareWorth)[0];
  return best !== undefined && compareWorth(best, author) < 0 ? best : undefined;
}

/** A written first name before an initial, then the more used, then the fuller, then by code units the later, which has the accents. */
function compareWorth(left: Author, right: Author): number {
  return (
    Number(left.given[0]?.length === 1) - Number(right.given[0]?.length === 1) ||
    right.papers.size - left.papers.size ||
    right.given.join('').length - left.given.join('').length ||
    (left.name > right.name ? -1 : 1)
  );
}

function isLikelySame(author: Author, other: Author): boolean {
  if (author === other || !canBeSame(author, other)) return false;
  return [...author.papers].every((paper) => !other.papers.has(paper));
}

function canBeSame({ given: left }: Author, { given: right }: Author): boolean {
  return (
    left.join('') === right.join('') || (isInitialOf(left[0], right[0]) && areMiddlesOne(left.slice(1), right.slice(1)))
  );
}

/** Middle names agree as far as both give them; what only one gives is an initial, since `Wei Li` is not `Wei Xin Li`. */
function areMiddlesOne(left: readonly string[], right: readonly string[]): boolean {
  const [longer, shorter] = left.length < right.length ? [right, left] : [left, right];
  return longer.every((word, at) => (at < shorter.length ? isInitialOf(word, shorter[at]) : word.length === 1));
}

/** True for equal words, and where one of them is the first letter of the other. */
function isInitialOf(left = '', right = ''): boolean {
  return (
    left === right || (left.length === 1 && right.startsWith(left)) || (right.length === 1 && left.startsWith(right))
  );
}
