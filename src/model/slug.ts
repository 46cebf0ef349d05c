/** Slug: the name of a paper or a topic in URLs, file names and BibTeX keys. */

/** Lower-case ASCII words joined by single hyphens, at most 80 bytes; has no dot and no double hyphen. */
export type Slug = string & { readonly __brand: 'Slug' };

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST = 80;
// Names that Windows reserves for devices, with any extension; see "Naming Files, Paths, and Namespaces" by Microsoft.
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** True for a name that a file cannot have on every system: `con.html` is a device on Windows. */
export function isDeviceName(name: string): boolean {
  return DEVICE.test(name);
}

/** True for a string that is a valid slug as it is. */
export function isSlug(text: string): text is Slug {
  return text.length <= LONGEST && SLUG.test(text);
}

/** True for a slug that may name a page in a folder: `index` names the folder itself. */
export function isPageName(text: string): text is Slug {
  return isSlug(text) && text !== 'index' && !isDeviceName(text);
}

/**
 * Makes a slug from a name: accents folded (NFKD), everything that is neither letter nor digit becomes a hyphen, cut
 * at 80 bytes, between words if possible. `undefined` if nothing ASCII is left, as for a name entirely in CJK.
 */
export function toSlug(name: string): Slug | undefined {
  const words = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (words === '') return undefined;
  if (words.length <= LONGEST) return words as Slug;
  const cut = words.slice(0, LONGEST + 1);
  const word = cut.lastIndexOf('-');
  return (word > LONGEST / 2 ? cut.slice(0, word) : cut.slice(0, LONGEST)) as Slug;
}
