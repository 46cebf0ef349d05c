/** Preview: the site as `dev` shows it, rebuilt on every change, its pages printed when a browser requests them. */
import { TemplateError } from '../emit/templates.ts';
import { toDigest } from '../io/digest.ts';
import { packageFolder } from '../io/package-folder.ts';
import { readAssets } from '../io/read-assets.ts';
import type { Served } from '../io/serve.ts';
import type { Store } from '../io/store.ts';
import { WorldError } from '../io/world-error.ts';
import type { Checkpoint } from '../model/checkpoint.ts';
import type { PreviewState } from '../model/preview.ts';
import type { Problem } from '../model/problem.ts';
import type { Source } from '../model/source.ts';
import { gather } from './gather.ts';
import { layOut } from './lay-out.ts';
import { toPreviewFault, toPreviewProblems } from './preview-problems.ts';
import { createWaitingSite, type PreviewSite, toPreviewSite } from './preview-site.ts';

/** The result of a build. */
export interface Rebuilt {
  /** Every file that was read. */
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
  /** The error of a failing template, or of a folder that cannot be read. */
  readonly fault?: TemplateError | WorldError;
  /** How many paper files were created, changed or removed. */
  readonly changed: number;
  /** True if nothing changed, so that there is nothing to report. */
  readonly isSame: boolean;
}

export interface Preview extends Served {
  readonly state: () => PreviewState;
  /** Builds again. With `hasNewTemplates`, one page of each kind is printed before the site is shown. */
  readonly rebuild: (hasNewTemplates: boolean, checkpoint?: Checkpoint) => Promise<Rebuilt>;
}

export interface PreviewOptions {
  /** Absolute paths; the folder of templates may be missing. */
  readonly papersFolder: string;
  readonly templatesFolder: string;
  /** Where results are kept from one build to the next. */
  readonly store: Store;
  readonly threads: number;
}

/**
 * Shows nothing until the first `rebuild`. What keeps a site from being built is part of the state, and the last good
 * site stays; `onFault` is called if a requested page cannot be printed. A bug of ours is thrown.
 */
export function createPreview(
  { papersFolder, templatesFolder, store, threads }: PreviewOptions,
  onFault: (message: string) => void,
): Preview {
  const started = Date.now().toString(36);
  let builds = 0;
  let digests: ReadonlyMap<string, string> = new Map();
  let figures = '';
  let pressDigest = '';
  let areTemplatesTried = false;
  let shown = createWaitingSite(`${started}-${builds}`);
  let before: PreviewSite | undefined;
  let mistakes: Pick<PreviewState, 'problems' | 'more'> = { problems: [], more: 0 };

  const countChanged = (sources: readonly Source[]) => {
    const now = new Map(sources.map(({ path, digest }) => [path, digest]));
    const fresh = [...now].filter(([path, digest]) => digests.get(path) !== digest).length;
    const gone = [...digests.keys()].filter((path) => !now.has(path)).length;
    digests = now;
    return fresh + gone;
  };

  const read = (path: string): Uint8Array | undefined => {
    try {
      return shown.read(path);
    } catch (error) {
      if (!isExpected(error)) throw error;
      mistakes = toPreviewFault(error);
      shown = before ?? createWaitingSite(`${started}-0`);
      before = undefined;
      onFault(error.message);
      return read(path);
    }
  };

  return {
    read,
    basePath: () => shown.basePath,
    state: () => ({ build: shown.build, ...mistakes }),
    async rebuild(hasNewTemplates, checkpoint) {
      if (hasNewTemplates) areTemplatesTried = false;
      try {
        const { sources, problems, result } = await gather({ papersFolder, store, threads, checkpoint });
        const changed = countChanged(sources);
        if (result === undefined) {
          mistakes = toPreviewProblems(problems, sources);
          return { sources, problems, changed, isSame: false };
        }
        const names = result.collected.figures.map(({ fileName }) => fileName).join(' ');
        const isSame = changed === 0 && mistakes.problems.length === 0 && names === figures;
        if (isSame && !hasNewTemplates) return { sources, problems, changed, isSame };
        const laidOut = layOut(result, readAssets(packageFolder(), templatesFolder), undefined);
        const digest = toDigest(JSON.stringify(laidOut.press));
        // Saving a template can be reported several times; a copy of a failing site must not replace the last good one.
        if (isSame && digest === pressDigest) return { sources, problems, changed, isSame };
        figures = names;
        pressDigest = digest;
        const next = toPreviewSite(laidOut, result, `${started}-${builds + 1}`);
        if (!areTemplatesTried) next.tryTemplates();
        areTemplatesTried = true;
        builds += 1;
        before = builds === 1 ? undefined : shown;
        shown = next;
        mistakes = { problems: [], more: 0 };
        return { sources, problems, changed, isSame: false };
      } catch (error) {
        if (!isExpected(error)) throw error;
        mistakes = toPreviewFault(error);
        return { sources: [], problems: [], changed: 0, isSame: false, fault: error };
      }
    },
  };
}

function isExpected(error: unknown): error is TemplateError | WorldError {
  return error instanceof TemplateError || error instanceof WorldError;
}
