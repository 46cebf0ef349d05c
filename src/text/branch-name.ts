/** Branch name: what git accepts as the name of a branch. */

/** The default: what GitHub calls the first branch of a new repository. */
export const DEFAULT_BRANCH = 'main';

/** True for what `git check-ref-format --branch` accepts. https://git-scm.com/docs/git-check-ref-format */
export function isBranchName(text: string): boolean {
  if (text === '' || text === '@' || text === 'HEAD' || text.startsWith('-')) return false;
  if (/[\u0000- \u007f~^:?*[\\]|\.\.|@\{/.test(text) || text.endsWith('.')) return false;
  return text.split('/').every((part) => part !== '' && !part.startsWith('.') && !part.endsWith('.lock'));
}
