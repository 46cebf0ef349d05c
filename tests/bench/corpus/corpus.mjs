// @ts-check
/** The corpus: a list of papers as long as asked for, the same each time, with the shape of real lists. */
import { createFormulas } from './formulas.mjs';
import { createAuthors, createInstitutions, TOPIC_NAMES, TOPICS, VENUES } from './people.mjs';
import { createRandom } from './random.mjs';
import { capitalise, coinWord, createWriter } from './words.mjs';

/** @typedef {{ readonly slug: string, readonly text: string }} Paper `text` is the whole file */

/** A list of any length grows for six years from this day on. */
const FIRST_DAY = Date.UTC(2019, 0, 7);
const DAY = 86_400_000;
const DAYS = 6 * 365;

/** The file of the list itself. */
export const INDEX = `---
title: A generated list
url: https://example.org/generated/
topics:
${Object.entries(TOPICS)
  .map(([name, inside]) => `  - name: ${name}\n    topics: [${inside.join(', ')}]\n`)
  .join('')}---

Every paper of this list is made up.
`;

/**
 * The papers of a list, one after the other, without end: those after the first `count` are papers that join it later.
 *
 * A paper has about 2.8 KB and 6.5 formulas, of which half stand in other papers too, and 5 authors, of which 2.5 are new;
 * a third have an abstract, half a picture in raw HTML, two thirds build on others.
 * @param {number} count
 * @returns {Generator<Paper, never>}
 */
export function* generatePapers(count) {
  const random = createRandom(12);
  const { sentence, title } = createWriter(random, count);
  const formulas = createFormulas(random);
  const nextAuthors = createAuthors(random);
  const institutions = createInstitutions(random, count);

  /** @param {string} word */
  const dress = (word) => {
    const dice = random.next();
    if (dice < 0.019) return `$${formulas.inline()}$`;
    if (dice < 0.034) return `**${word}**`;
    if (dice < 0.05) return `*${word}*`;
    if (dice < 0.06) return `\`${word}\``;
    return dice < 0.067 ? `[${word}](https://example.org/${word})` : word;
  };
  const paragraph = (/** @type {number} */ sentences) =>
    Array.from({ length: sentences }, () => sentence(random.between(9, 21), dress)).join(' ');
  const item = (/** @type {string} */ label) => `- **${label}:** ${paragraph(1)}`;
  const displayed = () => `$$\n${formulas.displayed()}\n$$`;
  const picture = (/** @type {number} */ at) =>
    `<div align="center">\n<img src="https://example.org/figures/${at}.png" width="600" alt="What the method does"/>\n</div>`;

  /** @param {number} at */
  const notes = (at) =>
    [
      '## Summary',
      ...(random.isLucky(0.5) ? [picture(at)] : []),
      paragraph(2),
      ['Task', 'Problem', 'Key insight'].map(item).join('\n'),
      '## Details',
      paragraph(4),
      displayed(),
      paragraph(4),
      ...(random.isLucky(0.5) ? [displayed()] : []),
      Array.from({ length: 4 }, () => `- ${paragraph(1)}`).join('\n'),
      ...(random.isLucky(0.3) ? [`<details><summary>More</summary>\n\n${paragraph(2)}\n\n</details>`] : [paragraph(2)]),
    ].join('\n\n');

  /** @type {string[]} */
  const slugs = [];
  for (let at = 0; ; at += 1) {
    const short = capitalise(coinWord(random, 2)) + random.pick(['Net', 'GAN', 'Former', 'LM', 'Diff', 'CLIP', 'NeRF']);
    const slug = `${short.toLowerCase()}-${at + 1}`;
    const added = new Date(FIRST_DAY + Math.floor((at * DAYS) / count) * DAY);
    const published = new Date(added.getTime() - random.below(500) * DAY);
    const arxiv = `${toDay(published).slice(2, 7).replace('-', '')}.${10_000 + ((at * 7919) % 90_000)}`;
    const bases = new Set(
      at === 0 ? [] : Array.from({ length: random.below(4) }, () => slugs[Math.floor(at * random.next() ** 2)]),
    );
    const lines = [
      `title: ${title()}`,
      `short: ${short}`,
      `authors: [${nextAuthors().join(', ')}]`,
      `institutions: [${[...new Set([random.pickEarly(institutions), random.pickEarly(institutions)])].join(', ')}]`,
      `venue: ${random.pick(VENUES)}`,
      `year: ${published.getUTCFullYear()}`,
      `date: ${toDay(published)}`,
      `url: https://arxiv.org/abs/${arxiv}`,
      `arxiv: "${arxiv}"`,
      ...(random.isLucky(0.6) ? [`code: https://example.org/code/${slug}`] : []),
      `topics: [${[...new Set([random.pick(TOPIC_NAMES), random.pick(TOPIC_NAMES)])].join(', ')}]`,
      ...(bases.size > 0 ? [`builds_on: [${[...bases].join(', ')}]`] : []),
      ...(at % 3 === 0 ? [`abstract: ${sentence(70)}`] : []),
      `added: ${toDay(added)}`,
    ];
    slugs.push(slug);
    yield { slug, text: `---\n${lines.join('\n')}\n---\n\n${notes(at + 1)}\n` };
  }
}

/** @param {Date} day */
const toDay = (day) => day.toISOString().slice(0, 10);
