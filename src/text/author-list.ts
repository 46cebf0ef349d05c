/** Author list: separates the authors that a file names from its mark that there are more. */
import { isOthers } from './person-name.ts';

/** How a file and a page say, after the last author, that the list is not complete. */
export const MORE_AUTHORS = 'et al.';

export interface AuthorList {
  /** The people and groups, each with its place in the list as written. */
  readonly authors: readonly { readonly name: string; readonly at: number }[];
  /** True if `et al.`, `and others` or the like is among them: a mark, never a person. */
  readonly hasMore: boolean;
}

/** A name with the mark right after it. */
const WITH_MARK = /^(.*\S)[\s,]+(?:et\.? al\.?|and others)$/i;

/** Separates the people from the mark: `Or Patashnik`, `et al.`; also in one text, `Or Patashnik et al.` */
export function readAuthorList(written: readonly string[]): AuthorList {
  const authors = written
    .map((name, at) => ({
      name: isOthers(name) ? '' : (WITH_MARK.exec(name)?.[1]?.replace(/[\s,]+$/, '') ?? name),
      at,
    }))
    .filter(({ name }) => name !== '');
  return { authors, hasMore: written.some(isMarked) };
}

/** True for the mark and for a name that ends in it. */
export function isMarked(name: string): boolean {
  return isOthers(name) || WITH_MARK.test(name);
}
