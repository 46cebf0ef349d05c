/** Check SVG: finds whatever in a drawing could run, load or reach out, since a reader may open the file on its own. */

import { findForbiddenCharacters, toCharacterName } from '../../../text/forbidden-characters.ts';
import { quote } from '../../../text/quote.ts';
import { checkAttributes } from './check-attributes.ts';
import { type CssReference, checkCss, type Reference } from './check-css.ts';
import { createPrologChecks } from './check-prolog.ts';
import { type DrawnElement, type Excess, findExcess } from './drawing-cost.ts';
import { adviseElement, adviseFault } from './svg-advice.ts';
import { createFindings, type SvgFinding } from './svg-findings.ts';
import { isInert, SVG_ELEMENTS, SVG_NAMESPACE } from './svg-names.ts';
import { walkXml, type XmlElement, type XmlFault, type XmlVisitor } from './walk-xml.ts';

/** Elements inside each other; drawing programs need a few dozen. */
const DEEPEST = 256;

const EXCESSES: Readonly<Record<Excess, string>> = {
  drawn: 'The figure repeats so much by reference that browsers would have to draw too many elements.',
  deep: 'The references in the figure are nested more than 256 deep.',
  circles: 'Too many references in the figure lead back to an element that contains them.',
};

/** Thrown to leave the walk, when the rest need not be read. */
class Enough extends Error {}

/**
 * Everything that keeps the text of an SVG from being published, each kind at its first place, at most 20 of them, in
 * no order. Only elements and attributes of the table are allowed, and references to something in the file itself;
 * values are checked after decoding, names by their namespace. Takes linear time.
 */
export function checkSvg(text: string): readonly SvgFinding[] {
  const { add, refuse, list } = createFindings();
  /** For every open element, its number among those that are drawn; -1 for one that is not. */
  const open: number[] = [];
  const drawn: DrawnElement[] = [];
  const sheet: CssReference[] = [];
  /** How many elements are open since the outermost refused one, which is refused with everything inside it. */
  let refused = 0;
  let style: { readonly element: XmlElement; css: string } | undefined;

  const fault = walkUntilEnough(text, {
    ...createPrologChecks(refuse),
    open: (element) => {
      const isSvg = element.namespace === SVG_NAMESPACE;
      if (open.length === 0 && !(isSvg && element.local === 'svg')) {
        const isBare = element.namespace === '' && element.local === 'svg';
        const message = isBare
          ? 'The `<svg>` element has no namespace, so browsers draw nothing.'
          : `The file begins with ${quote(`<${element.name}>`)}, which is not the root of an SVG.`;
        add('svg-invalid', element, message, isBare ? adviseElement(element) : 'Save the drawing as SVG.');
        throw new Enough();
      }
      if (open.length === DEEPEST) {
        const hint = 'Ungroup them, or export the figure again.';
        add('svg-costly', element, `More than ${DEEPEST} elements are nested inside each other.`, hint);
        throw new Enough();
      }
      const isKnown = isSvg ? SVG_ELEMENTS.has(element.local) : isInert(element.namespace);
      let number = -1;
      if (refused > 0 || style !== undefined || !isKnown) {
        if (refused === 0)
          refuse(element, toRefusal(element), isKnown ? 'Keep nothing but CSS in `<style>`.' : adviseElement(element));
        refused += 1;
      } else {
        const references = checkAttributes(element, refuse);
        if (isSvg) number = drawn.push(toDrawn(element, open.findLast((one) => one >= 0) ?? -1, references)) - 1;
        if (isSvg && element.local === 'style') style = { element, css: '' };
      }
      open.push(number);
    },
    close: (source) => {
      open.pop();
      if (refused > 0) {
        refused -= 1;
      } else if (style !== undefined) {
        const { findings, references } = checkCss(style.css, 'sheet');
        const toOffset = mapStyle(text.slice(source.start, source.end), style.css);
        for (const { start, end, message, hint } of findings) {
          const from = toOffset?.(start);
          const span =
            from === undefined ? style.element : { start: source.start + from, end: source.start + from + end - start };
          refuse(span, message, hint);
        }
        for (const reference of references) sheet.push(reference);
        style = undefined;
      }
    },
    text: (piece) => {
      if (style !== undefined && refused === 0) style.css += piece;
    },
  });

  const [character] = findForbiddenCharacters(text, 1);
  // Most forbidden characters are not valid XML either: that is one fault, not two.
  const isCharacter = fault !== undefined && fault.start === character?.offset;
  if (character !== undefined) {
    const span = { start: character.offset, end: character.offset + 1 };
    const message = `The character ${toCharacterName(character.code)} is not allowed in a figure.`;
    add(isCharacter ? 'svg-invalid' : 'svg-unsafe', span, message, 'Delete it; it is often invisible.');
  }
  if (fault !== undefined && !isCharacter) {
    const { message, hint } = adviseFault(fault.message);
    add('svg-invalid', fault, message, hint);
  }
  const excess = findExcess(drawn, sheet);
  if (excess !== undefined && drawn[0] !== undefined) {
    add('svg-costly', drawn[0], EXCESSES[excess], 'Repeat less with `<use>`, patterns, masks, markers and filters.');
  }
  return list();
}

function walkUntilEnough(text: string, visitor: XmlVisitor): XmlFault | undefined {
  try {
    return walkXml(text, visitor);
  } catch (error) {
    if (error instanceof Enough) return undefined;
    throw error;
  }
}

function toRefusal({ name, namespace }: XmlElement): string {
  const shown = quote(`<${name}>`);
  if (namespace === SVG_NAMESPACE) return `${shown} is not allowed in a figure.`;
  if (namespace === '') return `${shown} has no namespace, so it is not SVG.`;
  return `${shown} is not allowed in a figure: it belongs to ${quote(namespace)}, not to SVG.`;
}

function toDrawn(element: XmlElement, parent: number, references: readonly Reference[]): DrawnElement {
  const { start, end, local, attributes } = element;
  const findValue = (name: string) => attributes.find((one) => one.namespace === '' && one.local === name)?.value;
  const classes = findValue('class')?.split(/\s+/) ?? [];
  return { start, end, parent, tag: local, id: findValue('id'), classes, references };
}

const CDATA = '<![CDATA[';

/**
 * Maps an offset in a style sheet to one in the source between its tags, if the source is the sheet itself, with or
 * without `<![CDATA[` and `]]>` around a part of it; `undefined` if entities or comments make it different.
 */
function mapStyle(source: string, css: string): ((offset: number) => number) | undefined {
  if (source === css) return (offset) => offset;
  const start = source.indexOf(CDATA);
  const end = source.indexOf(']]>', start);
  if (start === -1 || end === -1) return undefined;
  const inner = source.slice(start + CDATA.length, end);
  if (source.slice(0, start) + inner + source.slice(end + 3) !== css) return undefined;
  return (offset) => {
    if (offset < start) return offset;
    return offset + CDATA.length + (offset < start + inner.length ? 0 : 3);
  };
}
