/** Package choice: where the `package.json` of a new list gets Papershelf from, and what `init` says of it. */
import { asksForPackage, findPackage } from '../io/find-package.ts';
import { packageFolder } from '../io/package-folder.ts';
import { placePackage } from '../io/place-package.ts';
import type { StarterFile } from '../io/read-starter.ts';
import { hasSecret, type PackageSource, readPackageSource } from '../text/package-source.ts';
import { quote } from '../text/quote.ts';
import { UsageError, type World } from './command.ts';

export interface PackageChoice {
  readonly from: PackageSource['from'];
  /** What `package.json` says. */
  readonly spec: string;
  /** What has to be in the list for that: a copy of a tarball. */
  readonly files: readonly StarterFile[];
}

/**
 * What `--package` asks for, or else where the running copy comes from; `undefined` if nothing is asked for and the list
 * names Papershelf already. Throws a UsageError for what npm could not install, and for a secret that everybody could read.
 */
export async function choosePackage(
  asked: string | undefined,
  listFolder: string,
  world: World,
): Promise<PackageChoice | undefined> {
  if (asked === undefined && asksForPackage(listFolder)) return undefined;
  const source = asked === undefined ? await findPackage(packageFolder()) : readAsked(asked, world);
  const { spec, file } = placePackage(source, listFolder);
  return { from: source.from, spec, files: file === undefined ? [] : [file] };
}

function readAsked(asked: string, world: World): PackageSource {
  const source = readPackageSource(asked);
  if (source === undefined) {
    throw new UsageError(
      `--package takes a version as in \`${world.version}\`, a path to a tarball or a folder as in \`./papershelf-${world.version}.tgz\`, or the address of a git repository as in \`git+https://example.org/papershelf.git#<commit>\`, not ${quote(asked)}.`,
    );
  }
  if ('path' in source) return { ...source, path: world.resolve(source.path) };
  if (hasSecret(source.spec)) {
    throw new UsageError('The address for --package contains a password or a token, which would be in `package.json`.');
  }
  return source;
}

/** Where Papershelf comes from, and what is left to do, after these files were written. */
export function toPackageNotes(
  choice: PackageChoice | undefined,
  listFolder: string,
  written: readonly string[],
): readonly string[] {
  if (choice === undefined) return [];
  const { from, spec } = choice;
  if (!asksForPackage(listFolder)) {
    return [`\`package.json\` does not name Papershelf. Add it with \`npm install --save-dev ${toArgument(spec)}\`.`];
  }
  if (!written.includes('package.json')) {
    return ['`package.json` already says where Papershelf comes from, and was not changed.'];
  }
  return [`\`package.json\` takes Papershelf from \`${spec}\`.`, ...LEFT_TO_DO[from]];
}

const LEFT_TO_DO: Readonly<Record<PackageSource['from'], readonly string[]>> = {
  registry: [],
  address: [],
  tarball: ['Commit that file with the list, so that its workflows find it.'],
  folder: [
    'Only this computer has that folder. Before you publish the list, run `npm pack` in it, move the `.tgz` file that it writes into the list, and run `npm install --save-dev ./<file>` there.',
  ],
};

/** The spec as npm takes it on a command line. */
function toArgument(spec: string): string {
  const asked = /^\d/.test(spec) ? `papershelf@${spec}` : spec;
  return /^[\w@:+./#-]+$/.test(asked) ? asked : JSON.stringify(asked);
}
