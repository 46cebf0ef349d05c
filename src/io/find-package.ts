/** Find package: where npm gets the running copy of Papershelf from. */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type PackageSource, toCommitSpec, toInstalledSource } from '../text/package-source.ts';
import { runGit } from './run-git.ts';

/**
 * What npm noted when it installed the copy in this folder, or the commit of a checkout if a remote repository has it, or
 * else the folder itself. Paths are absolute.
 */
export async function findPackage(folder: string): Promise<PackageSource> {
  return findInstalled(folder) ?? (await findCommit(folder)) ?? { from: 'folder', path: folder };
}

function findInstalled(folder: string): PackageSource | undefined {
  const modules = dirname(folder);
  if (basename(modules) !== 'node_modules') return undefined;
  const root = dirname(modules);
  for (const file of [join(modules, '.package-lock.json'), join(root, 'package-lock.json')]) {
    const { resolved, version } = readJson(file)?.packages?.[`node_modules/${basename(folder)}`] ?? {};
    if (typeof resolved !== 'string' || typeof version !== 'string') continue;
    const source = toInstalledSource(resolved, version);
    if (source === undefined || 'spec' in source) return source;
    const path = [source.path, decodePath(source.path)].map((one) => resolve(root, one)).find(existsSync);
    return path === undefined ? undefined : { ...source, path };
  }
  return undefined;
}

/** A commit that is on a branch of the remote repository `origin`, as far as this clone knows. */
async function findCommit(folder: string): Promise<PackageSource | undefined> {
  const ask = async (...args: readonly string[]) => {
    const run = await runGit(folder, args).catch(() => undefined);
    return run?.code === 0 ? run.out.trim() : '';
  };
  const top = await ask('rev-parse', '--show-toplevel');
  if (top === '' || realpathSync(top) !== realpathSync(folder)) return undefined;
  if ((await ask('for-each-ref', '--count=1', '--contains', 'HEAD', 'refs/remotes/origin/')) === '') return undefined;
  const spec = toCommitSpec(await ask('remote', 'get-url', 'origin'), await ask('rev-parse', 'HEAD'));
  return spec === undefined ? undefined : { from: 'address', spec };
}

/** True if the `package.json` of a folder names Papershelf. */
export function asksForPackage(folder: string): boolean {
  const { dependencies, devDependencies } = readJson(join(folder, 'package.json')) ?? {};
  return [dependencies, devDependencies].some(
    (some) => typeof some === 'object' && some !== null && 'papershelf' in some,
  );
}

// biome-ignore lint/suspicious/noExplicitAny: the files of npm, of which anything may be missing.
function readJson(file: string): any {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
