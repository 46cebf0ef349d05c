/** SVG: finds in a drawing whatever could run, load or reach out, since a reader may open the file by itself. */

import { findForbiddenCharacters } from './characters.ts';

export interface SvgFinding {
  readonly message: string;
  readonly hint: string;
}

const ELEMENTS =
  'a|animate|animatemotion|animatetransform|audio|discard|embed|foreignobject|handler|iframe|image|listener|object|script|set|video';
const FORBIDDEN = new RegExp(`<\\s*(?:[\\w-]+:)?(${ELEMENTS})(?=[\\s/>])`, 'gi');
const HINT = 'Draw it with shapes and text alone; colours may follow light and dark through a style element.';

/** Everything unsafe in the text of an SVG, each kind once. Judges by the text, so a forbidden word counts in comments too. */
export function checkSvg(text: string): readonly SvgFinding[] {
  const findings = new Map<string, SvgFinding>();
  const add = (message: string, hint = HINT) => findings.set(message, { message, hint });
  if (/<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["'])/i.test(text))
    add('The figure declares an encoding other than UTF-8.', 'Save it as UTF-8.');
  if (findForbiddenCharacters(text, 1).length > 0)
    add('The figure holds invisible control characters.', 'Delete them.');
  if (!/<svg[\s>]/i.test(text)) add('The file holds no `<svg>` element.', 'Save the drawing as SVG.');
  for (const match of text.matchAll(FORBIDDEN)) add(`\`<${match[1]}>\` is not allowed in a figure.`);
  for (const match of text.matchAll(/[\s"'/](on\w+)\s*=/gi))
    add(`The event handler \`${match[1]}\` is not allowed in a figure.`);
  for (const match of text.matchAll(/(?:[\s"'/]|:)(href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*))/gi)) {
    const target = match[2] ?? match[3] ?? match[4] ?? '';
    if (!/^#[\w-]+$/.test(target))
      add(
        `\`${match[1]}\` leads out of the figure.`,
        'Refer to what stands in the file itself, as in `href="#arrow"`.',
      );
  }
  for (const match of text.matchAll(/url\(\s*["']?([^)"']*)/gi)) {
    if (!/^#[\w-]+$/.test(match[1] ?? ''))
      add('`url(…)` leads out of the figure.', 'Refer to what stands in the file itself, as in `url(#shade)`.');
  }
  if (/@import|@font-face/i.test(text)) add('A style of the figure loads something.');
  if (/<!(?:doctype|entity|\[cdata\[)/i.test(text))
    add('A document type or CDATA is not allowed in a figure.', 'Delete it; SVG needs neither.');
  if (/<\?(?!xml\s)/i.test(text)) add('A processing instruction is not allowed in a figure.', 'Delete it.');
  if (/<style[^>]*>[^<]*\\[^<]*<|style\s*=\s*["'][^"']*\\/i.test(text)) add('A style of the figure holds a backslash.');
  return [...findings.values()];
}
