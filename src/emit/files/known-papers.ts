/** Known papers: `add.0.json` and so on, in which the add page looks up whether the list has a paper. */
import type { KnownPaper } from '../../model/known-paper.ts';
import type { Site } from '../../model/site.ts';
import type { UrlPath } from '../../model/url-path.ts';
import { toKnownKeys } from '../../text/known-keys.ts';
import { toShard } from '../../text/shards.ts';
import { toAddDataPath } from '../paths.ts';

/** A file holds between this many papers and twice as many, each under several keys. */
const LEAST_PER_FILE = 250;

export interface KnownPapersParts {
  /** Of each paper as much as is compared if one of its keys belongs to this file. */
  readonly papers: readonly Partial<KnownPaper>[];
}

interface KnownPapersOutput {
  readonly path: UrlPath;
  readonly kind: 'known-papers';
  readonly parts: KnownPapersParts;
}

/** The number of files for this many papers: a power of two, so that it hardly ever changes. */
export function countKnownFiles(papers: number): number {
  return 2 ** Math.max(Math.floor(Math.log2(papers / LEAST_PER_FILE)), 0);
}

/** A paper is in the file of each of its keys: a reader's browser loads those of the keys of the paper being written. */
export function planKnownPapers({ cards }: Site): KnownPapersOutput[] {
  const count = countKnownFiles(cards.length);
  const files: Partial<KnownPaper>[][] = Array.from({ length: count }, () => []);
  for (const card of cards) {
    const { path, slug, aliases, title, authors, arxiv, doi, url, year } = card;
    const { names, ids, title: titleKey } = toKnownKeys(card);
    const found = new Map<number, Partial<KnownPaper>>();
    const add = (key: string, part: Partial<KnownPaper>) => {
      const file = toShard(key, count);
      found.set(file, { ...found.get(file), path, slug, ...part });
    };
    const identifiers = { ...(arxiv && { arxiv }), ...(doi && { doi }), ...(url && { url }) };
    for (const name of names) add(name, aliases.length === 0 ? {} : { aliases });
    for (const id of ids) add(id, identifiers);
    add(titleKey, { title, authors, ...identifiers, ...(year && { year }) });
    for (const [file, part] of found) files[file]?.push(part);
  }
  return files.map((papers, number) => ({ path: toAddDataPath(number), kind: 'known-papers', parts: { papers } }));
}

export function printKnownPapers({ papers }: KnownPapersParts): string {
  return `${JSON.stringify(papers)}\n`;
}
