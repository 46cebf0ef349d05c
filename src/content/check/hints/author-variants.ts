/** Author variants: spellings of names that are probably the same person. */
import type { List } from '../../../model/list.ts';
import type { PaperFacts as Paper } from '../../../model/paper.ts';
import type { Problem } from '../../../model/problem.ts';
import { groupBy } from '../../../text/group-by.ts';
import { toPersonKey } from '../../../text/name-keys.ts';
import { isGroup, toPersonName } from '../../../text/person-name.ts';
import { quote } from '../../../text/quote.ts';
import type { PlaceOf } from '../../report/field-place.ts';
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
 * A hint at each place where a name could have a fuller or more usual spelling: accents and hyphens, initials written
 * out (`O. Patashnik`, `Amit H. Bermano`), a middle initial left out. Nothing is reported if the spelling could belong
 * to two different people, nor about two names on the same paper, nor about
 * a name that the list declares.
 */
export function findAuthorVariants(
  declared: List['authors'],
  papers: readonly Paper[],
  placeOf: PlaceOf<Paper>,
): readonly Problem[] {
  if (declared === undefined) return [];
  const settled = new Set(declared.flatMap(({ name, aliases }) => [name, ...aliases].map(toPersonKey)));
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
      if (other === undefined || settled.has(toPersonKey(name))) continue;
      const place = placeOf(paper, `authors.${index}`, 'authors');
      const example = [...other.papers][0] as Paper;
      const message = `The author ${quote(name)} is probably ${quote(other.name)} of ${example.path}.`;
      const hint = `If they are the same person, write ${quote(other.name)}: each spelling gets an author page of its own.`;
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

/** `undefined` for a group and for a name of one word, which might be a nickname. */
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

/** The spelling that says the most; `undefined` if the name is as good as any, or may belong to several people. */
function findBetter(author: Author, namesakes: readonly Author[]): Author | undefined {
  const candidates = namesakes.filter((other) => isLikelySame(author, other));
  const areOne = candidates.every((one, at) => candidates.slice(at + 1).every((other) => canBeSame(one, other)));
  if (!areOne) return undefined;
  const best = candidates.toSorted(compareWorth)[0];
  return best !== undefined && compareWorth(best, author) < 0 ? best : undefined;
}

/**
 * A full first name before an initial, then the more used, then the fuller, then the later by code units, which has the
 * accents.
 */
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

/** Middle names agree as far as both give them; what only one gives must be an initial: `Wei Li` is not `Wei Xin Li`. */
function areMiddlesOne(left: readonly string[], right: readonly string[]): boolean {
  const [longer, shorter] = left.length < right.length ? [right, left] : [left, right];
  return longer.every((word, at) => (at < shorter.length ? isInitialOf(word, shorter[at]) : word.length === 1));
}

/** True for equal words, and if one of them is the first letter of the other. */
function isInitialOf(left = '', right = ''): boolean {
  return (
    left === right || (left.length === 1 && right.startsWith(left)) || (right.length === 1 && left.startsWith(right))
  );
}
