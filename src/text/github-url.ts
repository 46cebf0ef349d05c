/** GitHub URL: the addresses of GitHub's forms for a file of a repository. */

/** A branch of a repository on GitHub. */
export interface GithubBranch {
  /** `owner/name` */
  readonly repository: string;
  readonly branch: string;
}

/** The form that edits the file at this path. */
export function toEditUrl({ repository, branch }: GithubBranch, path: string): string {
  return `https://github.com/${repository}/edit/${toSegments(branch)}/${toSegments(path)}`;
}

/** The form for a new file, its path filled in. */
export function toNewFileUrl({ repository, branch }: GithubBranch, path: string): string {
  return `https://github.com/${repository}/new/${toSegments(branch)}?filename=${encodeURIComponent(path)}`;
}

/** Encodes a branch or a path, keeping its slashes. */
function toSegments(text: string): string {
  return text.split('/').map(encodeURIComponent).join('/');
}
