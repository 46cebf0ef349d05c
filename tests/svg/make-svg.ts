/** Makes small drawings around a piece of SVG. */

const SVG = 'xmlns="http://www.w3.org/2000/svg" width="9" height="9"';

/** An address that no figure may ask for. */
export const AWAY = 'https://example.org/a';

/** Declares the prefix `xlink`. */
export const LINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"';

/** A drawing that holds this, with more attributes on its root. */
export const svg = (inner: string, more = '') => `<svg ${SVG}${more === '' ? '' : ` ${more}`}>${inner}</svg>`;

export const inBase64 = (text: string) => Buffer.from(text).toString('base64');
