/** Preview site: outputs that are printed when a browser asks for them, with the script that makes pages follow. */
import { packageFolder } from '../io/package-folder.ts';
import { readOutput } from '../io/read-output.ts';
import { late } from '../model/late.ts';
import type { Output } from '../model/output.ts';
import { PREVIEW_FOLDER } from '../model/preview.ts';
import { toUrlPath } from '../model/url-path.ts';

export interface PreviewSite {
  /** Unlike that of every other site, of an earlier `dev` too. */
  readonly build: string;
  readonly basePath: string;
  /** The bytes at a path, `undefined` for nothing there. Throws a TemplateError where a template cannot be read or filled. */
  readonly read: (path: string) => Uint8Array | undefined;
}

/** The site of these outputs, which are asked for with the first page. */
export function toPreviewSite(emit: () => readonly Output[], basePath: string, build: string): PreviewSite {
  const all = late(() => new Map([...emit(), ...OWN].map((output) => [output.path as string, output])));
  const script = `<script src="${basePath}${PREVIEW_FOLDER}/preview.js" data-build="${build}" defer></script>`;
  return {
    build,
    basePath,
    read(path) {
      const output = all().get(path);
      if (output === undefined) return undefined;
      if (!('print' in output) || !path.endsWith('.html')) return readOutput(output);
      const page = output.print();
      const head = page.indexOf('</head>');
      return Buffer.from(head === -1 ? page + script : page.slice(0, head) + script + page.slice(head));
    },
  };
}

/** A site that has one page, for every path, which waits until there is another. */
export function createWaitingSite(build: string): PreviewSite {
  const page = { path: toUrlPath('404.html'), print: () => WAITING };
  return toPreviewSite(() => [page], '/', build);
}

/** Prints one page of each kind, by name and folder. Throws a TemplateError where a template fails. */
export function printSamples(outputs: readonly Output[]): void {
  const kinds = new Set<string>();
  for (const output of outputs) {
    const kind = toKind(output.path);
    if (!('print' in output) || !output.path.endsWith('.html') || kinds.has(kind)) continue;
    kinds.add(kind);
    output.print();
  }
}

/** `papers/*.html`, `topics/*.notes.html`; a page of its own, such as `authors/index.html` or `map.html`, is one. */
function toKind(path: string): string {
  const [folder = '', ...rest] = path.split('/');
  const name = (rest.at(-1) ?? folder).replace(/\.\d+\.html$/, '.html');
  if (rest.length === 0 || name === 'index.html') return `${folder}/${name}`;
  return `${folder}/*${name.slice(name.indexOf('.'))}`;
}

const OWN: readonly Output[] = ['preview.js', 'overlay.css'].map((name) => ({
  path: toUrlPath(`${PREVIEW_FOLDER}/${name}`),
  get copyOf() {
    return `${packageFolder()}/lib/preview/${name}`;
  },
}));

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
<p>Something keeps it from being made. The page follows as soon as it is mended.</p>
</main>
</body>
</html>
`;
