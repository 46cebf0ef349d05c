/** Package source: where npm gets a package from, as a version, an address, or a path on this computer. */

/** For npm's `package.json`: a registry or an address by its spec; a tarball or a folder by its path, as it was given. */
export type PackageSource =
  | { readonly from: 'registry' | 'address'; readonly spec: string }
  | { readonly from: 'tarball' | 'folder'; readonly path: string };

const VERSION = /^(?:papershelf@)?(\d+\.\d+\.\d+(?:[-+][\w.+-]+)?)$/;
const ON_THIS_COMPUTER = /^(?:\.{1,2}(?:[\\/]|$)|[\\/~]|[a-z]:[\\/]|file:)/i;
const TARBALL = /\.(?:tgz|tar\.gz|tar)$/i;
const WEB_TARBALL = /^https?:\/\/[^?#]+\.(?:tgz|tar\.gz|tar)(?:[?#].*)?$/i;
const GIT = /^(?:git(?:\+(?:https?|ssh|file))?:\/\/.+|(?:github|gitlab|bitbucket):[\w.-]+\/[\w./-]+(?:#.+)?)$/i;
const WEB_REPOSITORY =
  /^(https:\/\/(?:[^?#]+\.git|(?:github\.com|gitlab\.com|bitbucket\.org)\/[\w.-]+\/[\w./-]+?))(#.+)?$/i;

/**
 * What somebody wrote to say where Papershelf comes from: an exact version, an address of a git repository or a tarball, or a
 * path to a tarball or a folder. `undefined` for anything else, such as a range or a tag, which would pin nothing.
 */
export function readPackageSource(text: string): PackageSource | undefined {
  const version = VERSION.exec(text)?.[1];
  if (version !== undefined) return { from: 'registry', spec: version };
  if (/[\s\u0000-\u001f\u007f]/.test(text) && !ON_THIS_COMPUTER.test(text) && !TARBALL.test(text)) return undefined;
  if (WEB_TARBALL.test(text) || GIT.test(text)) return { from: 'address', spec: text };
  const [, repository, commit = ''] = WEB_REPOSITORY.exec(text) ?? [];
  if (repository !== undefined) return { from: 'address', spec: `git+${repository}${commit}` };
  if (/^[a-z][a-z+.-]+:/i.test(text) && !ON_THIS_COMPUTER.test(text)) return undefined;
  const path = text.replace(/^file:/i, '');
  if (TARBALL.test(path)) return { from: 'tarball', path };
  return ON_THIS_COMPUTER.test(text) ? { from: 'folder', path } : undefined;
}

/** What npm noted when it installed a copy: `resolved` of a lock file, with the version of the copy. */
export function toInstalledSource(resolved: string, version: string): PackageSource | undefined {
  const isOfRegistry = /^https?:\/\/\S+\/papershelf\/-\/papershelf-[\w.+-]+\.tgz$/.test(resolved);
  return isOfRegistry ? { from: 'registry', spec: version } : readPackageSource(withoutSecrets(resolved));
}

/** The forges whose public repositories anybody can read over HTTPS, which needs no key. */
const FORGES = /^(?:github\.com|gitlab\.com|bitbucket\.org)$/;

/** A commit of a repository, by the address that git has for it; `undefined` if that is no address in a network. */
export function toCommitSpec(remote: string, commit: string): string | undefined {
  // `git@host:path` means SSH.
  const url = withoutSecrets(remote.replace(/^([\w.-]+@[\w.-]+):(?!\/)/, 'ssh://$1/'));
  const [, host, path] = /^(?:https|ssh):\/\/(?:[^/@\s]*@)?([^/:\s]+)(?::\d+)?\/(\S+)$/.exec(url) ?? [];
  if (host === undefined) return undefined;
  return FORGES.test(host) ? `git+https://${host}/${path}#${commit}` : `git+${url}#${commit}`;
}

/** True if an address contains a password or a token, which everybody who can read it could use. */
export function hasSecret(spec: string): boolean {
  return withoutSecrets(spec) !== spec;
}

/** Without the part before `@`, but for the user of an SSH address, which is a name and no secret. */
function withoutSecrets(address: string): string {
  return address
    .replace(/^((?:git\+)?https?:\/\/)[^/@]*@/i, '$1')
    .replace(/^((?:git\+)?ssh:\/\/[^/@:]*):[^/@]*@/i, '$1@');
}
