/** Preview site: outputs that are printed when a browser requests them, with the script that keeps pages up to date. */
import { packageFolder } from '../io/package-folder.ts';
import { readOutput } from '../io/read-output.ts';
import type { CopiedOutput, Output } from '../model/output.ts';
import { PREVIEW_FOLDER } from '../model/preview.ts';
import { toUrlPath } from '../model/url-path.ts';
import { pickSamples } from './check-whole.ts';
import type { GatheredList } from './gather.ts';
import type { LaidOut } from './lay-out.ts';
import { createPrintOne } from './print-all.ts';

export interface PreviewSite {
  /** Different for every site, including those of an earlier `dev`. */
  readonly build: string;
  readonly basePath: string;
  /** The bytes at a path, `undefined` if there is nothing. Throws a TemplateError if a template cannot be filled. */
  readonly read: (path: string) => Uint8Array | undefined;
  /** Prints one output of each kind. Throws a TemplateError if a template fails. */
  readonly tryTemplates: () => void;
}

/** The site of these outputs. Throws a TemplateError if a template cannot be read. */
export function toPreviewSite(laidOut: LaidOut, list: GatheredList, build: string): PreviewSite {
  const { outputs, press } = laidOut;
  const print = createPrintOne(laidOut, list);
  const all = new Map<string, Output>([...outputs, ...ownOutputs()].map((output) => [output.path, output]));
  return {
    build,
    basePath: press.basePath,
    tryTemplates() {
      for (const output of pickSamples(outputs)) print(output);
    },
    read(path) {
      const output = all.get(path);
      if (output === undefined) return undefined;
      if (!('kind' in output) || !path.endsWith('.html')) return readOutput(output, print);
      return addScript(print(output), press.basePath, build);
    },
  };
}

/** A site with one page for every path, which waits until there is a real site. */
export function createWaitingSite(build: string): PreviewSite {
  const own = new Map<string, CopiedOutput>(ownOutputs().map((output) => [output.path, output]));
  return {
    build,
    basePath: '/',
    tryTemplates() {},
    read(path) {
      const output = own.get(path);
      if (output !== undefined) return readOutput(output, () => '');
      return path === '404.html' ? addScript(WAITING, '/', build) : undefined;
    },
  };
}

/** The page with the script that reloads it. */
function addScript(page: string, basePath: string, build: string): Uint8Array {
  const script = `<script src="${basePath}${PREVIEW_FOLDER}/preview.js" data-build="${build}" defer></script>`;
  const head = page.indexOf('</head>');
  return Buffer.from(head === -1 ? page + script : page.slice(0, head) + script + page.slice(head));
}

function ownOutputs(): readonly CopiedOutput[] {
  return ['preview.js', 'overlay.css'].map((name) => ({
    path: toUrlPath(`${PREVIEW_FOLDER}/${name}`),
    copyOf: `${packageFolder()}/lib/preview/${name}`,
  }));
}

const WAITING = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>No site yet</title>
</head>
<body>
<main>
<h1>No site yet</h1>
<p>The site could not be built. This page reloads once the problem is fixed.</p>
</main>
</body>
</html>
`;
