/** URL path: a place in the site, and the links from one to another. */

/** A path below `dist/`, POSIX separators, no leading slash, no `.` or `..` part: `papers/styleclip.html`. */
export type UrlPath = string & { readonly __brand: 'UrlPath' };

const PART = /^(?!\.{1,2}$)[\w.~-]+$/;

/** Checks that the text is a path that stays below the site's root, and throws a RangeError if it is not. */
export function toUrlPath(text: string): UrlPath {
  if (text.split('/').every((part) => PART.test(part))) return text as UrlPath;
  throw new RangeError(`Not a path inside the site: ${JSON.stringify(text)}`);
}

/** The way from a page up to the site's root: "" at the top, "../" one folder down. */
export function toRoot(page: UrlPath): string {
  return '../'.repeat(page.split('/').length - 1);
}

/** A relative link from one place to another, explicit to the file name so that it works from disk too. */
export function toRelativeUrl(from: UrlPath, to: UrlPath): string {
  const folder = from.split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < folder.length && shared < target.length - 1 && folder[shared] === target[shared]) shared += 1;
  return '../'.repeat(folder.length - shared) + target.slice(shared).join('/');
}
