/** Address: where the site will be published, from the list's `url` and the command's `--base`. */

export interface Address {
  /** Absolute, ends in a slash; missing if nobody gave one. */
  readonly url?: string;
  /** The path of the site on its host: `/`, `/clip/`. */
  readonly basePath: string;
}

/** `base` takes precedence over `url`; a base that is a path keeps the host of `url`. */
export function toAddress(url: string | undefined, base: string | undefined): Address {
  if (base === undefined) return url === undefined ? { basePath: '/' } : { url, basePath: new URL(url).pathname };
  const path = base.endsWith('/') ? base : `${base}/`;
  if (!path.startsWith('/')) {
    const { href, pathname } = new URL(path);
    return { url: href, basePath: pathname };
  }
  const { pathname } = new URL(path, 'https://example.org');
  return url === undefined ? { basePath: pathname } : { url: new URL(path, url).href, basePath: pathname };
}

/** True for what `--base` accepts: a path that begins with a slash, or an http(s) URL, without query or fragment. */
export function isBase(text: string): boolean {
  if (/[?#\s"'<>\\]/.test(text)) return false;
  if (text === '') return true;
  if (text.startsWith('/')) return !text.startsWith('//');
  return /^https?:\/\/[^/@]+(?:\/|$)/i.test(text) && URL.canParse(text);
}
