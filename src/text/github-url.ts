/** GitHub URL: the addresses of GitHub's pages and forms for a file of a repository, and for a new issue. */

/** A branch of a repository on GitHub. */
export interface GithubBranch {
  /** `owner/name` */
  readonly repository: string;
  readonly branch: string;
}

/** Servers refuse longer addresses. */
const LONGEST = 8000;

/** The page that shows the file at this path. */
export function toFileUrl({ repository, branch }: GithubBranch, path: string): string {
  return `https://github.com/${repository}/blob/${toSegments(branch)}/${toSegments(path)}`;
}

/** The form that edits the file at this path. */
export function toEditUrl({ repository, branch }: GithubBranch, path: string): string {
  return `https://github.com/${repository}/edit/${toSegments(branch)}/${toSegments(path)}`;
}

/** The form for a new file, its path filled in. */
export function toNewFileUrl({ repository, branch }: GithubBranch, path: string): string {
  return `https://github.com/${repository}/new/${toSegments(branch)}?filename=${encode(path)}`;
}

/** The form for a new file, its path and its text filled in; `undefined` if the text is too long for an address. */
export function toFilledFileUrl(to: GithubBranch, path: string, text: string): string | undefined {
  return unlessTooLong(`${toNewFileUrl(to, path)}&value=${encode(text)}`);
}

/** The form for a new issue, filled in; `undefined` if title and body are too long for an address. */
export function toNewIssueUrl({ repository }: GithubBranch, title: string, body: string): string | undefined {
  const filled = `title=${encode(title)}&body=${encode(body)}`;
  return unlessTooLong(`https://github.com/${repository}/issues/new?${filled}`);
}

function unlessTooLong(url: string): string | undefined {
  return url.length <= LONGEST ? url : undefined;
}

/** Encodes a branch or a path, keeping its slashes. */
function toSegments(text: string): string {
  return text.split('/').map(encode).join('/');
}

/** Half a surrogate pair, which cannot be encoded, becomes U+FFFD. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}
