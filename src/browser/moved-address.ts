/** Moved address: where to look for what had a page of its own while the list was short. */

/**
 * The address, from the root of the host, of the search for the value whose page was at `path`; undefined if no such page
 * was there. `searched` holds folders and the parameters of their searches: `authors:author`.
 */
export function toMovedAddress(path: string, root: string, searched: string): string | undefined {
  const [folder = '', slug = '', ...rest] = path.startsWith(root) ? path.slice(root.length).split('/') : [];
  const parameter = searched
    .split(' ')
    .find((one) => one.startsWith(`${folder}:`))
    ?.slice(folder.length + 1);
  const name = /^([a-z\d-]+)(?:\.\d+)?(?:\.html)?$/.exec(slug)?.[1];
  if (parameter === undefined || name === undefined || name === 'index' || rest.length > 0) return undefined;
  return `${root}index.html?${parameter}=${name}`;
}
