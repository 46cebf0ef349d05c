/** Generated list: as many papers as asked for, the same each time, with the words, names and lengths of a real one. */
import { toPaper } from './papershelf.ts';

const SYLLABLES =
  'an ar ba be co da de di el en er fa ga gen ho im in ka la le li lo ma me mi mo na ne no on or pa pe po ra re ri ro sa se si ta te ti to tra tu ul un ur ve vi vo wa xi ya zu'.split(
    ' ',
  );
const FIRST_WORDS =
  'image text video scene style language model diffusion radiance field learning transformer contrastive prompt editing segmentation detection retrieval few-shot zero-shot open vocabulary neural generation guided driven robust efficient 3D'.split(
    ' ',
  );
const VENUES = ['CVPR', 'ICCV', 'ECCV', 'NeurIPS', 'ICML', 'ICLR', 'arXiv', 'TOG', 'SIGGRAPH', 'AAAI'];
const TOPICS = [
  'Generation',
  'Editing',
  'Radiance fields',
  'Detection',
  'Segmentation',
  'Video',
  'Audio',
  'Robots',
  'Prompts',
  'Evaluation',
];

/** A generator of numbers from 0 to 1, the same for the same seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Earlier papers on which this one builds, mostly some of the first, as in real lists. */
function toRelations(index: number, random: () => number): string[] {
  const bases = Array.from({ length: Math.floor(random() * 4) }, () => Math.floor(index * random() ** 2));
  const slugs = [...new Set(bases)].filter((base) => base < index).map((base) => `paper-${base}`);
  return slugs.length === 0 ? [] : [`builds_on: [${slugs.join(', ')}]`];
}

/**
 * The files of a list of `count` papers, by path: 5 authors of twice as many people, a venue, a year, up to three papers
 * that it builds on, an abstract for every third, and notes of some 110 words with a formula.
 */
export function generateList(count: number): Readonly<Record<string, string>> {
  const random = createRandom(7);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const coin = (syllables: number) => Array.from({ length: syllables }, () => pick(SYLLABLES)).join('');
  const vocabulary = [...FIRST_WORDS, ...Array.from({ length: 6000 }, () => coin(2 + Math.floor(random() * 3)))];
  // A few words are in every text, most in hardly any.
  const word = () => vocabulary[Math.floor(vocabulary.length * random() ** 3)] as string;
  const words = (length: number) => Array.from({ length }, word).join(' ');
  const capital = (text: string) => text[0]?.toUpperCase() + text.slice(1);
  const people = Array.from({ length: Math.max(50, count * 2) }, () => `${capital(coin(2))} ${capital(coin(3))}`);
  const institutions = Array.from({ length: 150 }, () => `University of ${capital(coin(3))}`);
  const papers = Array.from({ length: count }, (_, index): [string, string] => {
    const lines = [
      `title: ${capital(words(8))}`,
      `short: ${capital(coin(2))}${capital(coin(1))}`,
      `authors: [${[...new Set(Array.from({ length: 5 }, () => pick(people)))].join(', ')}]`,
      `institutions: [${pick(institutions)}]`,
      `venue: ${pick(VENUES)}`,
      `year: ${2015 + Math.floor(random() * 10)}`,
      `added: 20${20 + Math.floor(random() * 5)}-0${1 + Math.floor(random() * 9)}-15`,
      ...(random() < 0.6 ? [`code: https://example.org/code/${index}`] : []),
      `topics: [${pick(TOPICS)}]`,
      ...toRelations(index, random),
      ...(index % 3 === 0 ? [`abstract: ${capital(words(60))}.`] : []),
    ];
    const notes = `## Summary\n\n${capital(words(30))}.\n\n## Details\n\n${capital(words(50))}.\n\n$$\n\\mathcal{L} = \\sum_{i=1}^{${index}} x_i\n$$\n\n${capital(words(30))}.\n`;
    return [`papers/paper-${index}.md`, toPaper(lines, notes)];
  });
  const index = `---\ntitle: Generated\nurl: https://example.org/generated/\ntopics:\n${TOPICS.map((topic) => `  - ${topic}\n`).join('')}---\n`;
  return { 'papers/index.md': index, ...Object.fromEntries(papers) };
}
