/** Read href: what `href` names in a drawing: an element of the file, or a picture embedded in it. */
import { quote } from '../../../text/quote.ts';

/** The beginning of each kind of picture in Base64, so that its name and its bytes agree. */
const SIGNATURES: Readonly<Record<string, string>> = {
  png: 'iVBORw0KGgo',
  jpeg: '/9j/',
  jpg: '/9j/',
  gif: 'R0lGOD',
  webp: 'UklGR',
};
const PICTURE = /^data:image\/(png|jpe?g|gif|webp);base64,([\sA-Za-z0-9+/=]*)$/;
/** An id as `href` names it: whatever follows the `#` cannot leave the file. */
const FRAGMENT = /^#[^\s#]+$/;
/** Elements that show a picture. */
const PICTURED: ReadonlySet<string> = new Set(['image', 'feImage']);

export type HrefRead =
  | { readonly id: string }
  | { readonly isPicture: true }
  | { readonly message: string; readonly hint: string };

/** What the `href` of an element names, or what is wrong with it. In `value`, entities are decoded. */
export function readHref(element: string, name: string, value: string): HrefRead {
  const picture = PICTURED.has(element) ? PICTURE.exec(value) : null;
  if (picture !== null) {
    const [, kind = '', data = ''] = picture;
    // Base64 may contain white space; its first few letters are enough to know the kind.
    const beginning = data.slice(0, 200).replace(/\s+/g, '');
    if (beginning.startsWith(SIGNATURES[kind] as string)) return { isPicture: true };
    return {
      message: `The picture in ${quote(`<${element}>`)} is not ${kind.toUpperCase()}.`,
      hint: 'Embed it again.',
    };
  }
  if (element !== 'image' && FRAGMENT.test(value)) return { id: value.slice(1) };
  const message = `${quote(`${name}="${value}"`)} points outside the figure.`;
  if (PICTURED.has(element)) {
    const hint =
      'Embed the picture as PNG, JPEG, GIF or WebP: `data:image/png;base64,…`. Drawing programs can embed images when they export.';
    return { message, hint };
  }
  if (element === 'a') return { message, hint: 'Remove the link and keep its content; links belong in the notes.' };
  return { message, hint: 'Refer to something in the file itself, as in `href="#arrow"`.' };
}
