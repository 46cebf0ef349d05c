/** Name slugs: the addresses of authors, venues and other values; later papers never change them. */
import anyAscii from 'any-ascii';
import { compareText } from '../../../model/problem.ts';
import { isPageName, type Slug, toSlug } from '../../../model/slug.ts';

/** Something that needs an address of its own within its facet. */
export interface Named {
  /** Unique within the facet. */
  readonly name: string;
  /** The day on which it joined the list, ISO; empty if it has been there from the beginning. */
  readonly since: string;
}

/** Leaves room for a hyphen and a hash within the 80 bytes of a slug. */
const LONGEST_BEFORE_MARK = 70;

/**
 * An address for each, by name, none of which is among the `declared` ones. Older names come before newer ones, by `since`
 * and then by name. If the plain address is taken, a hash of the name follows it: `wei-zhang-3f9a1c`. So neither the
 * order of `named` nor anything that joins later changes an address.
 */
export function toNameSlugs(named: readonly Named[], declared: Iterable<Slug>): ReadonlyMap<string, Slug> {
  const taken = new Set<string>(declared);
  const slugs = new Map<string, Slug>();
  const elderFirst = named.toSorted(
    (left, right) => compareText(left.since, right.since) || compareText(left.name, right.name),
  );
  for (const { name } of elderFirst) {
    const slug = findFree(name, taken);
    taken.add(slug);
    slugs.set(name, slug);
  }
  return slugs;
}

function toPlainSlug(name: string): Slug | undefined {
  return toSlug(anyAscii(name.normalize('NFC')));
}

function findFree(name: string, taken: ReadonlySet<string>): Slug {
  const plain = toPlainSlug(name);
  if (plain !== undefined && isPageName(plain) && !taken.has(plain)) return plain;
  const start = plain === undefined ? '' : `${plain.slice(0, LONGEST_BEFORE_MARK).replace(/-$/, '')}-`;
  for (let salt = 0; ; salt += 1) {
    const slug = `${start}${toMark(salt === 0 ? name : `${name} ${salt}`)}`;
    if (!taken.has(slug)) return slug as Slug;
  }
}

/** Six hex digits, the same for the same name: 32-bit FNV-1a of its UTF-16 units (draft-eastlake-fnv), folded to 24 bits. */
function toMark(name: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) {
    const unit = name.charCodeAt(at);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >> 8), 0x01000193);
  }
  return (((hash >>> 24) ^ hash) & 0xffffff).toString(16).padStart(6, '0');
}
