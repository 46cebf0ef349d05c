/** Address: where the site will live, from the list's `url` and the command's `--base`. */

export interface Address {
  /** Absolute, ends in a slash; missing where nobody said. */
  readonly url?: string;
  /** The path of the site on its host: `/`, `/clip/`. */
  readonly basePath: string;
}

/** `base` wins over `url`; a base that is a path keeps the host of `url`. */
export function toAddress(url: string | undefined, base: string | undefined): Address {
  if (base === undefined) return url === undefined ? { basePath: '/' } : { url, basePath: new URL(url).pathname };
  const path = base.endsWith('/') ? base : `${base}/`;
  if (!path.startsWith('/')) return { url: path, basePath: new URL(path).pathname };
  return url === undefined ? { basePath: path } : { url: new URL(path, url).href, basePath: path };
}

/** True for what `--base` may be: a path that begins with a slash, or an http(s) URL; no query, no fragment. */
export function isBase(text: string): boolean {
  if (/[?#\s"'<>\\]/.test(text)) return false;
  if (text === '') return true;
  if (text.startsWith('/')) return !text.startsWith('//');
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
