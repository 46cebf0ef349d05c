/** A list made for readers' tests: more than one page of notes, names and words of several scripts. */
import { build, buildOnce } from './build-once.ts';
import { toPaper } from './papershelf.ts';

const INDEX = `---
title: Reading
url: https://example.org/reading/
topics: [Images, {name: Scenes, topics: [Editing]}, Others]
---
`;

const NOTES =
  '## Summary\n\nWords that no other entry has: quokka.\n\n## Details\n\nThe loss is $\\varnothing + \\mathcal{L}$.\n';

/** The papers a test asks for by name; the others fill the pages. */
const PAPERS: Readonly<Record<string, string>> = {
  'papers/styleclip.md': toPaper(
    [
      'short: StyleCLIP',
      'title: Text-Driven Manipulation',
      'authors: [Or Patashnik, Emre Günel]',
      'venue: ICCV',
      'year: 2021',
      'code: https://example.org/code',
      'tags: [editing]',
      'abstract: A wombat steers all of it.',
      'topics: [Images]',
    ],
    NOTES,
  ),
  'papers/dietnerf.md': toPaper(
    [
      'short: DietNeRF',
      'title: Putting NeRF on a Diet',
      'authors: [Ajay Jain]',
      'venue: ICCV',
      'year: 2021',
      'added: 2021-06-01',
      'topics: [Scenes]',
    ],
    `It mentions StyleCLIP in its notes.\n\n$$\n${Array.from({ length: 60 }, (_, index) => `x_{${index}}`).join(' + ')}\n$$\n`,
  ),
  'papers/chinese.md': toPaper([
    'title: 文本驱动的图像编辑',
    'authors: [王伟]',
    'venue: CVPR',
    'year: 2022',
    'topics: [Editing, Images]',
  ]),
  'papers/plain.md': toPaper(['title: A paper of which nothing else is known', 'topics: [Others]']),
};

/** Gives the folder of the site of the list, built once a run. */
export function buildReaderList(): string {
  const fillers = Array.from({ length: 60 }, (_, index) => [
    `papers/filler-${index}.md`,
    toPaper(
      [
        `title: Filler ${index}`,
        'authors: [Some Body]',
        'venue: CVPR',
        `year: ${2019 + (index % 3)}`,
        `topics: [${index % 2 === 0 ? 'Images' : 'Others'}]`,
      ],
      'Plain words.\n',
    ),
  ]);
  const files = { 'papers/index.md': INDEX, ...PAPERS, ...Object.fromEntries(fillers) };
  return buildOnce('reading', (out) => build(out, files));
}
