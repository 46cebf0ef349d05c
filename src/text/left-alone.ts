/** Left alone: the names of files and folders that may be among the papers without being part of the list. */

/** True for names that begin with a dot or `_`, and for `README.md` in any case: these are neither read nor published. */
export function isLeftAlone(name: string): boolean {
  return /^[._]|^readme\.md$/i.test(name);
}

/** True if a path below the folder of papers leads to or through such a name; `..` does not count as one. */
export function leadsToLeftAlone(path: string): boolean {
  return path.split(/[\\/]/).some((name) => !/^\.{0,2}$/.test(name) && isLeftAlone(name));
}
