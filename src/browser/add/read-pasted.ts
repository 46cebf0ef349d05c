/** tmp */
import type { PaperFields } from '../../model/paper-fields.ts';
export type Found = { readonly fields: PaperFields; readonly from: string } | { readonly refusal: string };
export function readPasted(_text: string): Found {
  return { refusal: 'x' };
}
