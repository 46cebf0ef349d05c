/** Check prolog: what may come before the root of a drawing: an XML declaration and the plain document type. */
import { quote } from '../../../text/quote.ts';
import type { Refuse } from './svg-findings.ts';
import type { XmlVisitor } from './walk-xml.ts';

/** The document types of SVG, which declare nothing themselves. https://www.w3.org/TR/SVG11/intro.html */
const DOCTYPE =
  /^\s+svg(?:\s+PUBLIC\s+(["'])-\/\/W3C\/\/DTD SVG [\w. ]{1,20}\/\/EN\1\s*(["'])https?:\/\/www\.w3\.org\/[\w./-]{1,80}\2)?\s*$/;

/**
 * Refuses encodings other than UTF-8, in which harmless bytes can spell something else; document types that declare
 * entities; and processing instructions, some of which load style sheets.
 */
export function createPrologChecks(refuse: Refuse): Pick<XmlVisitor, 'declaration' | 'doctype' | 'instruction'> {
  return {
    declaration: (version, encoding, span) => {
      if (encoding !== undefined && !/^utf-8$/i.test(encoding)) {
        refuse(span, `The figure declares the encoding ${quote(encoding)}.`, 'Save it as UTF-8.');
      }
      if (version !== '1.0') refuse(span, `The figure declares XML ${quote(version)}.`, 'Write `version="1.0"`.');
    },
    doctype: (doctype, span) => {
      if (DOCTYPE.test(doctype)) return;
      const hint =
        'Delete it; SVG does not need one. In Illustrator, save without “Preserve Illustrator Editing Capabilities”.';
      refuse(span, 'The `<!DOCTYPE …>` of the figure is not the plain one of SVG.', hint);
    },
    instruction: (target, span) => {
      refuse(span, `${quote(`<?${target}`)} is not allowed in a figure.`, 'Delete the processing instruction.');
    },
  };
}
