/** init: a folder becomes the beginning of a list. */
import { packageFolder } from '../io/package-folder.ts';
import { readStarter } from '../io/read-starter.ts';
import { writeStarter } from '../io/write-starter.ts';
import { type Command, count, UsageError } from './command.ts';

const args = {
  folder: {
    type: 'positional',
    description: 'The folder of the new list, the present one where not given',
    valueHint: 'DIR',
    required: false,
  },
} as const;

/** Writes what a new list needs and the folder does not have; replaces nothing. */
export const init: Command<typeof args> = {
  meta: { name: 'init', description: 'Start a list: a sample paper, a README, settings of the editor, a workflow' },
  args,
  async run({ _: folders }, world) {
    const [folder = '.', extra] = folders;
    if (extra !== undefined) throw new UsageError(`\`papershelf init\` takes one folder, not \`${extra}\` as well.`);
    const { written, kept } = writeStarter(readStarter(packageFolder()), world.resolve(folder));
    const lines = [
      ...written.map((path) => `wrote  ${toShown(folder, path)}`),
      ...kept.map((path) => `kept   ${toShown(folder, path)} as it was`),
      written.length === 0 ? 'Nothing was missing.' : toNext(folder, written),
    ];
    return {
      exitCode: 0,
      problems: [],
      sources: [],
      listFolder: world.resolve(folder),
      format: 'pretty',
      isAnswer: false,
      summary: lines.join('\n'),
    };
  },
};

function toShown(folder: string, path: string): string {
  return folder === '.' ? path : `${folder.replace(/\/+$/, '')}/${path}`;
}

function toNext(folder: string, written: readonly string[]): string {
  const next = written.includes('README.md') ? ` ${toShown(folder, 'README.md')} tells the first steps.` : '';
  return `${count(written.length, 'file')} written.${next}`;
}
