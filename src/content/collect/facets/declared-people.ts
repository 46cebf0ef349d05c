/** Declared people: which declared name a spelling means, if people share names. */
import type { DeclaredAuthor } from '../../../model/list.ts';
import type { PaperFacts } from '../../../model/paper.ts';
import { partMark } from '../../../text/person-name.ts';

/** The keys of the names that papers use with a slug in angle brackets. */
export function findMarked(
  papers: readonly PaperFacts[],
  read: (paper: PaperFacts) => readonly string[],
  toKey: (name: string) => string,
): ReadonlySet<string> {
  const marked = papers.filter(({ authorSlugs }) => authorSlugs !== undefined);
  return new Set(
    marked.flatMap(read).flatMap((spelling) => {
      const { name, mark } = partMark(spelling);
      return mark === undefined ? [] : [toKey(name)];
    }),
  );
}

/**
 * Finds the declared entry by the slug in angle brackets, else by name or alias. A name without a slug that papers also
 * use with one, or that two entries declare, is nobody's: then it is another person.
 */
export function createDeclaredFinder(
  declared: readonly DeclaredAuthor[],
  toKey: (name: string) => string,
  marked: ReadonlySet<string>,
): (name: string, mark?: string) => DeclaredAuthor | undefined {
  const bySlug = new Map(declared.map((one) => [one.slug, one]));
  const byKey = new Map<string, DeclaredAuthor | undefined>();
  for (const one of declared) {
    for (const key of new Set([one.name, ...one.aliases].map(toKey))) {
      byKey.set(key, byKey.has(key) || marked.has(key) ? undefined : one);
    }
  }
  return (name, mark) =>
    mark === undefined ? (byKey.size === 0 ? undefined : byKey.get(toKey(name))) : bySlug.get(mark as never);
}
