/** Workflows of GitHub, those of this repository and those of a new list: valid, pinned, with no more rights than they need, and their scripts do what they say. */
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { commands } from '../src/commands/commands.ts';
import { createFolder, INDEX, papershelf, readTree, root, toPaper } from './support/papershelf.ts';
import { ACTIONS, findWorkflowFaults, type Job, runStep, type Step, type Workflow } from './support/workflows.ts';

const list = createFolder();
papershelf(list, ['init', '--package', '0.1.0']);

const toTexts = (name: string, folder: string) =>
  readdirSync(join(folder, '.github/workflows')).map((file): [string, string] => {
    return [`${name} ${file}`, readFileSync(join(folder, '.github/workflows', file), 'utf8')];
  });
const action = readFileSync(join(root, 'action.yml'), 'utf8');
const workflows = [...toTexts('our', root), ...toTexts('a list’s', list)];
const examples = readdirSync(join(root, 'docs')).flatMap((file) => {
  const text = file.endsWith('.md') ? readFileSync(join(root, 'docs', file), 'utf8') : '';
  const blocks = [...text.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, block]) => block as string);
  return blocks.filter((block) => /^on:/m.test(block)).map((block, at): [string, string] => [`${file} ${at}`, block]);
});
const jobsOf = (text: string) => Object.entries((parse(text) as Workflow).jobs);
const stepsOf = (text: string): readonly Step[] => {
  const { jobs, runs } = parse(text) as Partial<Workflow> & { readonly runs?: { readonly steps: readonly Step[] } };
  return runs?.steps ?? Object.values(jobs ?? {}).flatMap((job) => job.steps);
};

test('every command in them and in docs/publishing.md is one, with options that it has', async () => {
  const guide = readFileSync(join(root, 'docs/publishing.md'), 'utf8');
  const texts = [...workflows.map(([, text]) => text), action, guide, readFileSync(join(list, 'package.json'), 'utf8')];
  const calls = texts.flatMap((text) => [
    ...text.matchAll(
      /(?:npx --no -- papershelf|node "\$COMMAND"|lib\/papershelf\.js|": "papershelf) ([a-z]+)([^&|\n]*)/g,
    ),
  ]);
  expect(calls.length).toBeGreaterThan(15);
  for (const [call, verb = '', rest = ''] of calls) {
    const { args } = (await commands[verb]?.()) ?? { args: undefined };
    expect(args, call).toBeDefined();
    for (const [, option = ''] of rest.matchAll(/--([a-z-]+)/g)) expect(Object.keys(args), call).toContain(option);
  }
});

test('every example of YAML in docs/publishing.md can be read', () => {
  const guide = readFileSync(join(root, 'docs/publishing.md'), 'utf8');
  const blocks = [...guide.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, block]) => block as string);
  expect(blocks.length).toBeGreaterThan(4);
  for (const block of blocks) expect(parse(block)).toEqual(expect.any(Object));
});

describe('as GitHub’s language service reads them', () => {
  test.each([...workflows, ['action.yml', action] as [string, string], ...examples])(
    '%s is valid',
    async (name, text) => {
      expect(await findWorkflowFaults(name, text)).toEqual([]);
    },
  );

  test('there are examples in the documentation', () => expect(examples.length).toBeGreaterThan(2));

  test.each([
    ['a key that does not exist', 'papers.yml', (text: string) => text.replace('needs: address', 'need: address')],
    ['an output of no job', 'papers.yml', (text: string) => text.replace('outputs.base }}', 'outputs.basis }}')],
    ['an input of no action', 'papers.yml', (text: string) => text.replace('fetch-depth:', 'fetch-dept:')],
    ['a step of an action without a shell', 'action.yml', (text: string) => text.replace('      shell: bash\n', '')],
  ])('%s would be found', async (_, file, spoil) => {
    const text = file === 'action.yml' ? action : (workflows.find(([name]) => name.endsWith(file))?.[1] as string);
    expect(spoil(text)).not.toBe(text);
    expect(await findWorkflowFaults(file, spoil(text))).not.toEqual([]);
  });
});

describe.each([...workflows, ['action.yml', action] as [string, string]])('%s', (_, text) => {
  test('pins each action to the commit of a version, and gives our own action what it takes', () => {
    const { inputs } = parse(action) as { readonly inputs: Readonly<Record<string, unknown>> };
    for (const [, name, pin] of text.matchAll(/uses: ([^\s@]+)(?:@(.+))?$/gm)) {
      if (name !== './') expect(pin, name).toBe(ACTIONS[name as string]?.pin);
    }
    for (const step of stepsOf(text).filter(({ uses }) => uses === './')) {
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
    }
  });

  test('puts nothing that others wrote into a script', () => {
    for (const { run } of stepsOf(text)) expect(run ?? '').not.toContain('${{');
  });
});

describe.each(workflows)('%s', (_, text) => {
  const { on, permissions } = parse(text) as Workflow;
  const isForPulls = JSON.stringify(on).includes('pull_request');

  test('never runs what a pull request contains with rights of its own', () => {
    expect(JSON.stringify(on)).not.toContain('pull_request_target');
    expect(text).not.toContain('secrets.');
    expect(Object.values(permissions ?? { contents: 'write' })).not.toContain('write');
  });

  test.each(jobsOf(text))('%s: who may write runs nothing of the repository', (__, job: Job) => {
    const granted = Object.entries(job.permissions ?? permissions ?? {});
    const writes = granted.filter(([, right]) => right === 'write').map(([name]) => name);
    const runsCode = job.steps.some(
      ({ uses = '', run = '' }) => /^\.\/|checkout/.test(uses) || /\bn(?:pm|px|ode)\b/.test(run),
    );
    if (runsCode) expect(granted).toEqual([['contents', 'read']]);
    if (writes.length > 0) expect([['pages', 'id-token'], ['issues']]).toContainEqual(writes);
    if (writes.length > 0 && isForPulls) expect(job.if).toContain("github.event_name != 'pull_request'");
    // Else the token would lie in `.git/config`, where everything that runs could read it.
    for (const step of job.steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))) {
      expect(step.with?.['persist-credentials']).toBe(false);
    }
  });

  test('has the whole history wherever a site is built, for the days in feeds', () => {
    for (const [, { steps }] of jobsOf(text)) {
      if (!steps.some(({ uses, run = '' }) => uses === './' || run.includes('papershelf build'))) continue;
      expect(steps.find(({ uses }) => uses?.startsWith('actions/checkout@'))?.with?.['fetch-depth']).toBe(0);
    }
  });
});

describe('the action', () => {
  test('uses each of its inputs and no others, and the outputs of steps that it has', () => {
    const { inputs } = parse(action) as { readonly inputs: Readonly<Record<string, unknown>> };
    const used = (pattern: RegExp) =>
      [...new Set([...action.matchAll(pattern)].map(([, name]) => name as string))].sort();
    expect(used(/\binputs\.([\w-]+)/g)).toEqual(Object.keys(inputs).sort());
    expect(used(/\bsteps\.([\w-]+)/g)).toEqual(
      stepsOf(action)
        .flatMap(({ id }) => id ?? [])
        .sort(),
    );
  });

  const [check, build] = ['Check', 'Build the site'].map((name) =>
    stepsOf(action).find((step) => step.name === name),
  ) as [Step, Step];
  const ENV = {
    COMMAND: join(root, 'lib/papershelf.js'),
    PAPERS: 'papers',
    TEMPLATES: 'templates',
    OUT: 'site',
    BASE: '',
  };
  const good = toPaper(['title: One', 'topics: [CLIP + GAN]']);

  test('checks and builds what its inputs say, with annotations once', async () => {
    const folder = createFolder({ 'papers/index.md': INDEX, 'papers/one.md': good });
    const warned = toPaper(['title: Two', 'authors: [Ann One, et al.]', 'topics: [CLIP + GAN]']);
    writeFileSync(join(folder, 'papers/two.md'), warned);
    const checked = await runStep(check, folder, ENV);
    expect(checked.code).toBe(0);
    expect(checked.stdout).toContain('::warning file=papers/two.md');
    const built = await runStep(build, folder, { ...ENV, BASE: 'https://owner.github.io/list' });
    expect(built).toMatchObject({ code: 0, stdout: '' });
    expect(checked.summary).toContain('papers/two.md:3');
    expect(built.summary).toContain('2 papers in site: ');
    expect(readFileSync(join(folder, 'site/index.html'), 'utf8')).toContain('href="https://owner.github.io/list/"');
  });

  test('fails for a mistake, in the check and in the build', async () => {
    const folder = createFolder({ 'papers/index.md': INDEX, 'papers/one.md': good.replace('GAN', 'GUN') });
    expect((await runStep(check, folder, ENV)).code).toBe(1);
    expect(await runStep(build, folder, ENV)).toMatchObject({ code: 1, stdout: '' });
    expect(existsSync(join(folder, 'site'))).toBe(false);
  });
});

describe.each(['our links.yml', 'a list’s links.yml'])('%s', (name) => {
  const text = workflows.find(([one]) => one === name)?.[1] as string;
  const { check, issue } = Object.fromEntries(jobsOf(text)) as { check: Job; issue: Job };
  const checking = check.steps.find(({ id }) => id === 'check') as Step;
  const keeping = issue.steps.find(({ run }) => run !== undefined) as Step;

  /** Stands in for GitHub's program: notes what it was asked, and answers as if for the issues in `issues.json`. */
  const GH = `#!${process.execPath}
const { appendFileSync, readFileSync } = require('node:fs');
const args = process.argv.slice(2);
const at = args.indexOf('--body-file');
const body = at === -1 ? undefined : readFileSync(args[at + 1], 'utf8');
appendFileSync('calls.jsonl', JSON.stringify({ args, body }) + '\\n');
if (args[0] === 'api') {
  for (const { number, state } of JSON.parse(readFileSync('issues.json', 'utf8'))) console.log(number + ' ' + state);
}
`;
  const RUN = 'https://github.com/owner/name/actions/runs/1';
  const TITLE = 'Some links in the papers do not work';
  const keep = async (code: string, issues: readonly { number: number; state: string }[]) => {
    const folder = createFolder({
      'report.md': '### `papershelf check`\n\nAll of it.\n',
      'issues.json': JSON.stringify(issues),
      'bin/gh': GH,
    });
    chmodSync(join(folder, 'bin/gh'), 0o755);
    const env = {
      PATH: `${folder}/bin:${process.env.PATH}`,
      CODE: code,
      GH_REPO: 'owner/name',
      GH_TOKEN: 'token',
      RUN,
    };
    const run = await runStep(keeping, folder, env);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const lines = readFileSync(join(folder, 'calls.jsonl'), 'utf8').trimEnd().split('\n');
    const [asked, ...calls] = lines.map((line): { args: string[]; body?: string } => JSON.parse(line));
    // Its own by title and author, not those of others and no pull request.
    expect(asked?.args).toEqual([
      ...['api', '--method', 'GET', 'repos/owner/name/issues', '--paginate'],
      ...['-f', 'state=all', '-f', 'creator=github-actions[bot]', '-f', 'per_page=100', '--jq'],
      `.[] | select(.title == "${TITLE}" and .pull_request == null) | "\\(.number) \\(.state)"`,
    ]);
    return calls;
  };
  const open = { number: 7, state: 'open' };
  const closed = { number: 5, state: 'closed' };

  test('opens an issue that holds the report if there is none', async () => {
    const [call, ...more] = await keep('1', []);
    expect(more).toEqual([]);
    expect(call?.args.slice(0, 4)).toEqual(['issue', 'create', '--title', TITLE]);
    expect(call?.body).toContain(`[the last run](${RUN})`);
    expect(call?.body).toContain('\n\n### `papershelf check`\n\nAll of it.\n');
  });

  test.each([
    ['updates the one that is open', '1', [open, closed], ['edit 7']],
    ['opens the last one again', '1', [closed, { number: 3, state: 'closed' }], ['edit 5', 'reopen 5']],
    ['closes it when all is well', '0', [open], ['close 7']],
    ['leaves one that is closed alone', '0', [closed], []],
    ['does nothing if there is nothing to do', '0', [], []],
  ])('%s', async (_, code, issues, expected) => {
    expect((await keep(code, issues)).map(({ args }) => args.slice(1, 3).join(' '))).toEqual(expected);
  });

  test('its check hands on the report and the exit code, and fails if it could not check', async () => {
    const folder = createFolder({
      'papers/index.md': INDEX,
      'papers/one.md': toPaper(['title: One', 'topics: [GUN]']),
    });
    const command = join(root, 'lib/papershelf.js');
    const step = { ...checking, run: toRunnable(checking.run ?? '', command) };
    const bad = await runStep(step, folder, {});
    expect(bad).toMatchObject({ code: 0, outputs: { code: '1' } });
    expect(readFileSync(join(folder, 'report.md'), 'utf8')).toContain('Topic `GUN` is not in this list.');
    writeFileSync(join(folder, 'papers/one.md'), toPaper(['title: One', 'topics: [CLIP + GAN]']));
    expect(await runStep(step, folder, {})).toMatchObject({ code: 0, outputs: { code: '0' } });
    const empty = createFolder();
    expect(await runStep(step, empty, {})).toMatchObject({ code: 2, outputs: {} });
    expect(readTree(empty).has('report.md')).toBe(false);
  });
});

/** The script with the command of this repository, wherever it takes it from. */
function toRunnable(script: string, command: string): string {
  const runnable = script.replace(
    /npx --no -- papershelf|node lib\/papershelf\.js/g,
    `"${process.execPath}" "${command}"`,
  );
  expect(runnable).toContain(command);
  return runnable;
}
