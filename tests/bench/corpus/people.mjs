// @ts-check
/** The names in the corpus: authors, institutions, venues and topics. */
import { capitalise, coinWord } from './words.mjs';

/** @typedef {import('./random.mjs').Random} Random */

const GIVEN_NAMES =
  'Ada Aisha Alan Ana Andrei Anna Arjun Ben Carla Chen Chloe Daniel Diego Elena Emil Emma Eva Fatima Felix Grace Hana Hugo Ines Ivan Jan Jin Jun Kai Lars Laura Lena Leo Lin Lucas Maria Marta Mei Min Nadia Nikos Noor Olga Omar Pablo Paul Priya Qing Rahul Rosa Sara Sofia Tao Tomas Vera Wei Xin Yan Yuki Yusuf Zoe'.split(
    ' ',
  );

/** Topics and what they hold: 35 in all. */
export const TOPICS = {
  'Image Generation': ['Adversarial Networks', 'Diffusion Models', 'Autoregressive Models', 'Text-to-Image'],
  'Image Editing': ['Inversion', 'Instruction Following', 'Personalisation', 'Style Transfer'],
  '3D Vision': ['Radiance Fields', 'Gaussian Splatting', 'Reconstruction', 'Text-to-3D'],
  Video: ['Video Generation', 'Tracking', 'Action Recognition', 'Optical Flow'],
  'Language Models': ['Pre-training', 'Alignment', 'Reasoning', 'Retrieval'],
  'Vision and Language': ['Contrastive Models', 'Captioning', 'Question Answering', 'Grounding'],
  Learning: ['Self-Supervision', 'Few-Shot Learning', 'Reinforcement Learning', 'Efficient Inference'],
};
export const TOPIC_NAMES = Object.entries(TOPICS).flat(2);

export const VENUES =
  'CVPR ICCV ECCV NeurIPS ICML ICLR arXiv SIGGRAPH TOG ACL EMNLP AAAI WACV BMVC IJCAI CoRL TMLR PAMI'.split(' ');

/**
 * A source of authors: about 2.5 new names a paper. Whoever has written more is picked more often, so that most authors
 * have one paper and a few have a hundred (Yule's process, which is how such tails come about).
 * @param {Random} random
 */
export function createAuthors(random) {
  /** @type {Set<string>} */
  const known = new Set();
  /** @type {string[]} one element for each paper of each author */
  const written = [];
  const meet = () => {
    for (;;) {
      const name = `${random.pick(GIVEN_NAMES)} ${capitalise(coinWord(random, random.between(2, 4)))}`;
      if (known.has(name)) continue;
      known.add(name);
      return name;
    }
  };
  /** The authors of the next paper, each once. */
  return () => {
    const count = 1 + random.below(4) + random.below(5);
    const names = new Set(
      Array.from({ length: count }, () =>
        written.length === 0 || random.isLucky(0.54) ? meet() : random.pick(written),
      ),
    );
    written.push(...names);
    return [...names];
  };
}

/**
 * Institutions, the most frequent first.
 * @param {Random} random
 * @param {number} papers
 */
export function createInstitutions(random, papers) {
  const count = 20 + Math.round(8 * Math.sqrt(papers));
  return [...new Set(Array.from({ length: count }, () => `University of ${capitalise(coinWord(random, 3))}`))];
}
