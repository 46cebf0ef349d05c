/** GitHub link: the address of GitHub's form for a new file, filled in if the file fits. */
import { type GithubBranch, toFilledFileUrl, toNewFileUrl } from '../../text/github-url.ts';

export interface GithubLink {
  readonly href: string;
  /** False if the text is too long for an address and has to be pasted. */
  readonly isFilled: boolean;
}

/** `path` is where the file belongs in the repository. */
export function toGithubLink(to: GithubBranch, path: string, text: string): GithubLink {
  const filled = toFilledFileUrl(to, path, text);
  return { href: filled ?? toNewFileUrl(to, path), isFilled: filled !== undefined };
}
