/** GitHub link: the address of GitHub's form for a new file, filled in if the file fits. */

import { type GithubBranch, toNewFileUrl } from '../../text/github-url.ts';

/** Longer addresses are refused by servers. */
const LONGEST = 8000;

export interface GithubLink {
  readonly href: string;
  /** False if the text is too long for an address and has to be pasted. */
  readonly isFilled: boolean;
}

/** `path` is where the file belongs in the repository. */
export function toGithubLink(to: GithubBranch, path: string, text: string): GithubLink {
  const empty = toNewFileUrl(to, path);
  const filled = `${empty}&value=${encodeURIComponent(text)}`;
  const isFilled = filled.length <= LONGEST;
  return { href: isFilled ? filled : empty, isFilled };
}
