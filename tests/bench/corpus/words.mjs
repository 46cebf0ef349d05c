// @ts-check
/** The words of the corpus: plain English first, then words that only a few papers use, more of them in longer lists. */

/** @typedef {import('./random.mjs').Random} Random */

const FUNCTION_WORDS =
  'the of and a to in we is that for with by on as are from this an be which can our it at or not these each between their into more than two when without using while only both also given such used one same across set new most other then they'.split(
    ' ',
  );

const FIELD_WORDS =
  'model models data training image images method results learned show text features over learning network first loss different space work task tasks based approach language input large single output problem better noise sample samples scale view views time high low shape motion scene scenes point points token tokens prompt prompts pixel pixels depth video frame frames object objects human edit edits style content latent code codes layer layers weight weights attention feature representation distribution generator encoder decoder diffusion gradient step steps score reward policy agent graph node edge edges query retrieval search memory cost error quality speed bound theory proof case cases benchmark domain domains shift label labels class classes zero shot few open world prior density field fields ray rays surface mesh texture light camera pose poses matching alignment contrastive supervised unsupervised robust efficient sparse dense local global joint'.split(
    ' ',
  );

const SYLLABLES =
  'ba be bi bo bra bri ca ce ci co cra da de di do dra el en er fa fe fi fla fo ga ge gi gra ha he hi ho im in ja jo ka ke ki kla ko la le li lo lu ma me mi mo mu na ne ni no nu on or pa pe pi pla po qua ra re ri ro ru sa se shi sky so sta su ta te ti to tra tu ul un va ve vi vo wa we wi xa xi ya yo za ze zu'.split(
    ' ',
  );

/**
 * A word of `length` syllables that means nothing.
 * @param {Random} random
 * @param {number} length
 */
export function coinWord(random, length) {
  return Array.from({ length }, () => random.pick(SYLLABLES)).join('');
}

/** @param {string} text */
export const capitalise = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * A source of text. The n-th word of its vocabulary is used about 1/n as often as the first, and the vocabulary of a list
 * grows with the square root of its length, as in natural languages (the laws of Zipf and Heaps).
 * @param {Random} random
 * @param {number} papers
 */
export function createWriter(random, papers) {
  const rare = Array.from({ length: Math.round(450 * Math.sqrt(papers)) }, () =>
    coinWord(random, random.between(2, 4)),
  );
  const topical = [...FIELD_WORDS, ...rare];
  const vocabulary = [...FUNCTION_WORDS, ...topical];

  /**
   * @param {number} count
   * @param {readonly string[]} [from]
   */
  const words = (count, from = vocabulary) => Array.from({ length: count }, () => random.pickEarly(from));
  /**
   * A sentence. Each word can become something else, such as an inline formula.
   * @param {number} count
   * @param {(word: string) => string} [dress]
   */
  const sentence = (count, dress = (word) => word) =>
    `${words(count)
      .map((word, at) => (at === 0 ? capitalise(word) : dress(word)))
      .join(' ')}.`;
  /** A title of four to nine words that say something. */
  const title = () => words(random.between(4, 9), topical).map(capitalise).join(' ');
  return { sentence, title };
}
