// @ts-check
/** The edits whose cost is measured: each changes the text of a paper of the corpus. */

/**
 * Replaces one word in the notes, none of the summary.
 * @param {string} text
 * @param {number} round so that no two edits are alike
 */
export const changeWord = (text, round) => replaceOnce(text, /(?<=## Details\n\n\S+ )\S+/, `altered${round}`);

/**
 * Replaces the last word of the title.
 * @param {string} text
 * @param {number} round
 */
export const changeTitle = (text, round) => replaceOnce(text, /(?<=^title: .*)\S+$/m, `Renamed${round}`);

/**
 * @param {string} text
 * @param {RegExp} pattern
 * @param {string} replacement
 */
function replaceOnce(text, pattern, replacement) {
  if (!pattern.test(text)) throw new Error(`Nothing matches ${pattern}: is this a paper of the corpus?`);
  return text.replace(pattern, replacement);
}
