/** dev: the site in a browser, updated on every change. */

import { openCache } from '../io/open-cache.ts';
import { type Serving, serve } from '../io/serve.ts';
import { watch } from '../io/watch.ts';
import { countThreads } from '../io/worker-pool.ts';
import { WorldError } from '../io/world-error.ts';
import { hasErrors } from '../model/problem.ts';
import { createPreview, type Rebuilt } from '../pipeline/preview.ts';
import { isLeftAlone } from '../text/left-alone.ts';
import { type Command, count, type Outcome, UsageError, type World } from './command.ts';
import { papersArg, templatesArg } from './shared-args.ts';

const args = {
  papers: papersArg,
  templates: templatesArg,
  port: {
    type: 'string',
    description: 'The first port to try, or 0 for any free port',
    valueHint: 'N',
    default: '4321',
  },
  host: { type: 'string', description: 'The address to listen on, or 0.0.0.0 for all of them', valueHint: 'H' },
} as const;

/** Builds, serves and watches until it is interrupted; writes nothing but the cache. */
export const dev: Command<typeof args> = {
  meta: { name: 'dev', description: 'Serve the site to a browser, and update it on every change' },
  args,
  async run({ papers, templates, port, host }, world) {
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
      throw new UsageError(`--port takes a number from 0 to 65535, not \`${port}\`.`);
    }
    if (host === '') throw new UsageError('`--host` needs a value.');
    const folders = { papersFolder: world.resolve(papers), templatesFolder: world.resolve(templates) };
    const listFolder = world.resolve(`${papers}/..`);
    const last = { problems: [], sources: [], listFolder, format: 'pretty', isAnswer: false, summary: '' } as const;
    const interrupted = world.interrupted();
    try {
      await follow({ ...folders, listFolder, port: Number(port), host }, world, interrupted);
    } catch (error) {
      if (!interrupted.aborted) throw error;
    }
    return { ...last, exitCode: 0 } satisfies Outcome;
  },
};

interface Wish {
  readonly papersFolder: string;
  readonly templatesFolder: string;
  readonly listFolder: string;
  readonly port: number;
  readonly host: string | undefined;
}

/** Returns when it is interrupted. */
async function follow(wish: Wish, world: World, interrupted: AbortSignal): Promise<void> {
  const { papersFolder, templatesFolder, listFolder, port, host } = wish;
  const common = { listFolder, format: 'pretty', isAnswer: false } as const;
  const say = (summary: string) => world.report({ ...common, problems: [], sources: [], summary });
  const report = (rebuilt: Rebuilt, what: string, started: number) => {
    const { problems, sources, fault } = rebuilt;
    const took = `${(performance.now() - started).toFixed(0)} ms`;
    const end = hasErrors(problems) ? '; the site is unchanged' : '';
    const summary = `${world.timeOfDay()} ${fault?.message ?? `${what}, ${took}${end}`}`;
    world.report({ ...common, problems, sources, summary });
  };

  let serving: Serving | undefined;
  const watching = await watch([{ folder: papersFolder, isLeftAlone }, { folder: templatesFolder }], interrupted);
  const store = openCache(papersFolder, true);
  const preview = createPreview({ papersFolder, templatesFolder, store, threads: countThreads() }, (fault) => {
    say(`${world.timeOfDay()} ${fault}`);
    serving?.send(preview.state());
  });
  try {
    const began = performance.now();
    const first = await preview.rebuild(true, world.startCheckpoints('Preparing papers'));
    // Nothing is being served yet, so a wrong request ends the command.
    if (first.fault instanceof WorldError) throw first.fault;
    report(first, count(first.sources.length, 'file'), began);
    serving = await serve(preview, { port, host });
    if (port !== 0 && serving.port !== port) say(`Port ${port} is in use.`);
    say(`http://${toUrlHost(host)}:${serving.port}${preview.basePath()}  (press Ctrl-C to stop)`);
    for (let paths = await watching.next(); paths !== undefined; paths = await watching.next()) {
      const started = performance.now();
      const hasNewTemplates = paths.some((path) => path.startsWith(templatesFolder));
      const rebuilt = await preview.rebuild(hasNewTemplates, world.startCheckpoints('Preparing papers'));
      if (rebuilt.isSame) continue;
      serving.send(preview.state());
      const { changed } = rebuilt;
      report(rebuilt, changed === 0 ? 'Rebuilt' : `${count(changed, 'file')} changed`, started);
    }
  } finally {
    serving?.close();
    await watching.close();
  }
}

/** A host name that reaches the server from this computer. */
function toUrlHost(host: string | undefined): string {
  if (host === undefined || host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
