/** Load data: the data of the search, which come as scripts, since a page from disk may load scripts and nothing else. */
import { make } from './elements.ts';

declare global {
  interface Window {
    /** Every file below `search/` hands its data to this function, under its own name. */
    papershelf: (name: string, data: object) => void;
  }
}

/** Loads the data of this name, once, from a file below `search/`, named without folder and ending. Rejects if it cannot be had. */
export type LoadData = <Data extends object>(name: string, file?: string) => Promise<Data>;

/** Loads from the site at an address. */
export function createLoader(site: URL): LoadData {
  const arrived = new Map<string, object>();
  const loads = new Map<string, Promise<object>>();
  window.papershelf = (name, data) => {
    arrived.set(name, data);
  };
  const run = async (name: string, file: string): Promise<object> => {
    const { href } = new URL(`search/${file}.js`, site);
    // The name of this file does not change with its content: the browser asks whether its copy is still good.
    if (file === name && site.protocol !== 'file:') await fetch(href, { cache: 'no-cache' });
    await new Promise((onload) => {
      document.head.append(make('script', { src: href, onload, onerror: onload }));
    });
    const data = arrived.get(name);
    if (data !== undefined) return data;
    loads.delete(name);
    throw new Error(href);
  };
  return <Data extends object>(name: string, file = name): Promise<Data> => {
    const load = loads.get(name) ?? run(name, file);
    loads.set(name, load);
    return load as Promise<Data>;
  };
}
