/** Reads workflows and actions of GitHub as GitHub's own language service does, and runs their steps. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as LanguageService from '@actions/languageservice';
import { buildSync } from 'esbuild';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { type Run, root } from './papershelf.ts';

export interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  readonly needs?: string;
  readonly if?: string;
}

export interface Workflow {
  readonly on: unknown;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** The actions that we use: the commit that the version has, and the inputs that this commit takes, as far as we use them. */
export const ACTIONS: Readonly<Record<string, { readonly pin: string; readonly inputs: readonly string[] }>> = {
  'actions/checkout': {
    pin: '3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1',
    inputs: ['fetch-depth', 'persist-credentials'],
  },
  'actions/setup-node': {
    pin: '820762786026740c76f36085b0efc47a31fe5020 # v7.0.0',
    inputs: ['node-version', 'cache'],
  },
  'actions/configure-pages': { pin: '983d7736d9b0ae728b81ab479565c72886d7745b # v5.0.0', inputs: [] },
  'actions/upload-pages-artifact': { pin: 'fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0', inputs: ['path'] },
  'actions/deploy-pages': { pin: 'cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0', inputs: [] },
  'actions/upload-artifact': {
    pin: 'bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0',
    inputs: ['name', 'path', 'retention-days', 'include-hidden-files', 'compression-level'],
  },
  'actions/download-artifact': {
    pin: '3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1',
    inputs: ['name', 'path', 'pattern', 'merge-multiple'],
  },
};

/** What our own action takes; examples call it OWNER/REPOSITORY. */
const OURS = Object.keys(parse(readFileSync(join(root, 'action.yml'), 'utf8')).inputs);

/** GitHub's language service, bundled: it imports JSON as only bundlers do. */
function loadService(): typeof LanguageService {
  const { outputFiles } = buildSync({
    stdin: { contents: "export * from '@actions/languageservice';", resolveDir: root },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
  });
  const module = { exports: {} };
  new Function('module', 'require', outputFiles[0]?.text ?? '')(module, createRequire(import.meta.url));
  return module.exports as typeof LanguageService;
}

const { validate } = loadService();

/** What is wrong with a workflow or an action, a line each; the file name decides which of them it is read as. */
export async function findWorkflowFaults(path: string, text: string): Promise<readonly string[]> {
  // The service keeps what it knows of an address, so each text has one of its own.
  const folder = createHash('sha256').update(text).digest('hex');
  const uri = path.endsWith('action.yml')
    ? `file:///${folder}/action.yml`
    : `file:///${folder}/.github/workflows/a.yml`;
  const found = await validate(TextDocument.create(uri, 'yaml', 1, text), {
    actionsMetadataProvider: {
      async fetchActionMetadata({ owner, name }) {
        const inputs = owner === 'OWNER' ? OURS : ACTIONS[`${owner}/${name}`]?.inputs;
        if (inputs === undefined) return undefined;
        return {
          name,
          description: '',
          inputs: Object.fromEntries(inputs.map((input) => [input, { description: '' }])),
        };
      },
    },
  });
  return found.map(({ range, message }) => `${path}:${range.start.line + 1} ${message}`);
}

/** What a step leaves for those after it. */
export interface StepRun extends Run {
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** Runs the script of a step as a runner on Linux does: https://docs.github.com/actions/reference/workflow-syntax-for-github-actions#jobsjob_idstepsshell */
export async function runStep(step: Step, folder: string, env: Readonly<Record<string, string>>): Promise<StepRun> {
  const files = join(folder, '.runner');
  mkdirSync(files, { recursive: true });
  const [output, summary, script] = [join(files, 'output'), join(files, 'summary'), join(files, 'script.sh')];
  for (const file of [output, summary]) writeFileSync(file, '');
  writeFileSync(script, step.run ?? '');
  const runner = {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: folder,
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
  };
  const options = { cwd: folder, encoding: 'utf8', env: { ...runner, ...env } } as const;
  const run = await new Promise<Run>((resolve) => {
    const child = execFile('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], options, (_, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    );
    child.stdin?.end();
  });
  const lines = readFileSync(output, 'utf8').split('\n').filter(Boolean);
  return {
    ...run,
    outputs: Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2))),
    summary: readFileSync(summary, 'utf8'),
  };
}
