/** Text links: sorts the addresses in an abstract or a comment by what they lead to. */

import type { PaperFields } from '../model/paper-fields.ts';
import { toHttpUrl } from '../text/identifiers.ts';

export type TextLinks = Pick<PaperFields, 'code' | 'project' | 'video' | 'demo' | 'data'>;

type Kind = keyof TextLinks;

const URL_IN_TEXT =
  /(?:https?:\/\/|(?<![\w@./-])(?:www\.|(?=(?:github|gitlab|bitbucket)\.(?:com|org)\/|[\w-]+\.github\.io\b)))[^\s<>"{}|^`]+/gi;

/** What the words before an address say about it. */
const WORDS: readonly (readonly [RegExp, Kind])[] = [
  [/project|web ?(?:page|site)|home ?page/gi, 'project'],
  [/\bcodes?\b|source|implementation|repository|github/gi, 'code'],
  [/\bvideos?\b|youtube|\btalk\b/gi, 'video'],
  [/\bdemos?\b|playground/gi, 'demo'],
  [/\bdata ?sets?\b|\bdata\b|benchmark/gi, 'data'],
];

/** What a host is for, whatever the words say. */
const HOSTS: readonly (readonly [RegExp, Kind])[] = [
  [/^(?:[\w-]+\.)?(?:youtube\.com|youtu\.be|vimeo\.com|bilibili\.com)$/, 'video'],
  [/^(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)$/, 'code'],
  [/^[\w-]+\.(?:github|gitlab)\.io$|^sites\.google\.com$/, 'project'],
];

/** Hosts of the paper itself and of other papers; these are not links of its own. */
const PAPERS = /^(?:www\.|export\.)?(?:arxiv\.org|(?:dx\.)?doi\.org|openreview\.net)$/;

/** The first address of each kind. An address is left out if neither its host nor the words before it say what it is. */
export function findLinks(text: string): TextLinks {
  const links: { -readonly [Name in Kind]?: string } = {};
  const plain = text.replace(/\\(?:url|href)\s*\{([^{}]*)\}/g, ' $1 ').replace(/\\([_%#&~])/g, '$1');
  let before = 0;
  for (const match of plain.matchAll(URL_IN_TEXT)) {
    const address = toTrimmed(match[0]);
    const read = toHttpUrl(/^https?:/i.test(address) ? address : `https://${address}`);
    const words = plain.slice(Math.max(before, match.index - 120), match.index);
    before = match.index + match[0].length;
    if (!('url' in read)) continue;
    const kind = toKind(new URL(read.url), words);
    if (kind !== undefined) links[kind] ??= read.url;
  }
  return links;
}

/** The address without the punctuation of the sentence around it. */
function toTrimmed(address: string): string {
  const trimmed = address.replace(/[.,;:!?'’”*$\\]+$/, '');
  const isOpen = trimmed.endsWith(')') && !trimmed.includes('(');
  const isBracketed = trimmed.endsWith(']') && !trimmed.includes('[');
  return isOpen || isBracketed ? toTrimmed(trimmed.slice(0, -1)) : trimmed;
}

function toKind({ hostname, pathname }: URL, words: string): Kind | undefined {
  if (PAPERS.test(hostname)) return undefined;
  if (hostname === 'huggingface.co')
    return /^\/spaces\//.test(pathname) ? 'demo' : /^\/datasets\//.test(pathname) ? 'data' : undefined;
  return HOSTS.find(([host]) => host.test(hostname))?.[1] ?? toNearest(words);
}

/** The kind whose word comes last. */
function toNearest(words: string): Kind | undefined {
  const sentence = words.split(/[.!?]\s/).at(-1) as string;
  const found = WORDS.map(([pattern, kind]) => ({ kind, at: [...sentence.matchAll(pattern)].at(-1)?.index ?? -1 }));
  return found.filter(({ at }) => at >= 0).toSorted((left, right) => right.at - left.at)[0]?.kind;
}
