/** Search scripts: the files below `search/` run as a browser runs them, and what they hand over. */
import { createContext, runInContext } from 'node:vm';

/** The data of each script by the name under which it hands them to `papershelf`; one that does anything else fails. */
export function runSearchScripts(tree: Iterable<readonly [path: string, text: string]>): ReadonlyMap<string, unknown> {
  const data = new Map<string, unknown>();
  const papershelf = (name: string, json: string) => {
    if (data.has(name)) throw new Error(`Two scripts hand over ${name}.`);
    data.set(name, JSON.parse(json));
  };
  for (const [path, text] of tree) {
    if (!path.startsWith('search/')) continue;
    const context = createContext({ hand: papershelf });
    runInContext('const papershelf = (name, data) => hand(name, JSON.stringify(data));', context);
    runInContext(text, context, { filename: path });
  }
  return data;
}
