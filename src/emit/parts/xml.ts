/** XML: text in XML 1.0. */
import { toHtml } from '../../model/html.ts';

/** What no XML may hold, not even as a reference (XML 1.0, section 2.2). */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** The text in an element or a quoted attribute, without the characters that XML cannot hold. */
export function toXml(text: string): string {
  return toHtml(text.replace(FORBIDDEN, ''));
}
