/** Left alone: the names of files and folders that may lie among the papers and are no part of the list. */

/** True for names that begin with a dot or `_`, and for `README.md` in any case: nothing of that name is read or published. */
export function isLeftAlone(name: string): boolean {
  return /^[._]|^readme\.md$/i.test(name);
}

/** True if a path, given below the folder of the papers, leads to or through such a name; `..` is no name. */
export function leadsToLeftAlone(path: string): boolean {
  return path.split(/[\\/]/).some((name) => !/^\.{0,2}$/.test(name) && isLeftAlone(name));
}
