/** File attacks: prologs, encodings, what is no XML, and what takes a browser too long to draw. */
import { AWAY, LINK, svg } from './make-svg.ts';

/** Ten copies each of ten copies each of …: `levels` of them, by `use` or by a property. */
function repeat(levels: number, element: string, copy: (id: string) => string, last: (id: string) => string): string {
  const parts = Array.from({ length: levels }, (_, level) => {
    return `<${element} id="a${level}">${copy(`a${level + 1}`).repeat(10)}</${element}>`;
  });
  return `<defs>${parts.join('')}<${element} id="a${levels}"><rect width="1" height="1"/></${element}></defs>${last('a0')}`;
}

/** Name of the attack, the file. */
export const FILE_ATTACKS: Readonly<Record<string, string | Uint8Array>> = {
  // The prolog
  'instruction-style': `<?xml-stylesheet href="${AWAY}"?>${svg('')}`,
  'instruction-xsl': `<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="#x"?>${svg('')}`,
  'instruction-inside': svg('<?php echo 1 ?>'),
  'instruction-after': `${svg('')}<?xml-stylesheet href="${AWAY}"?>`,
  'doctype-entity': `<!DOCTYPE svg [<!ENTITY a "<script xmlns='http://www.w3.org/2000/svg'>alert(1)</script>">]>${svg('&a;')}`,
  'doctype-bomb': `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${svg('<text>&b;</text>')}`,
  'doctype-external': `<!DOCTYPE svg SYSTEM "${AWAY}">${svg('')}`,
  'doctype-public': `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "${AWAY}">${svg('')}`,
  'doctype-parameter': `<!DOCTYPE svg [<!ENTITY % a SYSTEM "${AWAY}">%a;]>${svg('')}`,
  'doctype-attlist': `<!DOCTYPE svg [<!ATTLIST rect onclick CDATA "alert(1)">]>${svg('<rect/>')}`,
  'doctype-illustrator': `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [<!ENTITY ns_ai "http://www.w3.org/1999/xhtml">]>${svg('<a:script xmlns:a="&ns_ai;"/>')}`,
  'doctype-html': `<!DOCTYPE html>${svg('')}`,
  'doctype-xhtml': `<!DOCTYPE svg PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">${svg('<text>&nbsp;</text>')}`,
  'entity-unknown': svg('<text>&nbsp;</text>'),
  'xml-1.1': `<?xml version="1.1"?>${svg('')}`,
  // Encodings
  'encoding-iso-2022-jp': `<?xml version="1.0" encoding="iso-2022-jp"?>${svg('<s\u001b(Bcript>alert(1)</s\u001b(Bcript>')}`,
  'encoding-utf-7': `<?xml version="1.0" encoding="UTF-7"?>${svg('+ADw-script+AD4-alert(1)+ADw-/script+AD4-')}`,
  'encoding-single-quotes': `<?xml version='1.0' encoding='EUC-KR'?>${svg('')}`,
  'encoding-latin-1': `<?xml version="1.0" encoding="ISO-8859-1"?>${svg('')}`,
  'encoding-ebcdic': `<?xml version="1.0" encoding="ebcdic-cp-us"?>${svg('')}`,
  'bytes-utf-16': Buffer.from(`\ufeff${svg('<script>alert(1)</script>')}`, 'utf16le'),
  'bytes-utf-16-bare': Buffer.from(svg('<script>alert(1)</script>'), 'utf16le'),
  'bytes-invalid': Buffer.concat([Buffer.from(svg('<text>')), Uint8Array.of(0xff, 0xc0), Buffer.from('</text>')]),
  'character-bidi': svg('<text>\u202ex</text>'),
  'character-null': svg('<text>\u0000</text>'),
  // No XML
  unclosed: svg('<g>').replace('</svg>', ''),
  crossed: svg('<g><a></g></a>'),
  'two-roots': `${svg('')}${svg('<script>alert(1)</script>')}`,
  'text-after': `${svg('')}text`,
  'html-attribute': svg('<rect fill=red/>'),
  'double-attribute': svg('<rect fill="red" fill="blue"/>'),
  'double-attribute-prefix': svg(
    '<a x:href="#a" y:href="#b" xmlns:x="http://www.w3.org/1999/xlink" xmlns:y="http://www.w3.org/1999/xlink"/>',
  ),
  'prefix-undeclared': svg('<x:script>alert(1)</x:script>'),
  empty: '',
  'no-svg': '<html/>',
  gzip: Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0),
  // Too much for a browser
  deep: svg('<g>'.repeat(300) + '</g>'.repeat(300)),
  copies: svg(
    repeat(
      5,
      'g',
      (id) => `<use href="#${id}"/>`,
      (id) => `<use href="#${id}"/>`,
    ),
  ),
  'copies-xlink': svg(
    repeat(
      6,
      'symbol',
      (id) => `<use xlink:href="#${id}"/>`,
      (id) => `<use href="#${id}"/>`,
    ),
    LINK,
  ),
  masks: svg(
    repeat(
      5,
      'mask',
      (id) => `<rect mask="url(#${id})"/>`,
      (id) => `<rect mask="url('#${id}')"/>`,
    ),
  ),
  'masks-style': svg(
    repeat(
      5,
      'mask',
      (id) => `<rect style="mask:url(#${id})"/>`,
      (id) => `<rect style="mask:url(#${id})"/>`,
    ),
  ),
  'clips-classes': svg(
    `<style>${[0, 1, 2, 3, 4, 5].map((level) => `g .a${level}{clip-path:url(#a${level})}`).join('')}</style>${repeat(
      5,
      'clipPath',
      (id) => `<rect class="x ${id}"/>`,
      (id) => `<rect class="${id}"/>`,
    )}`,
  ),
  markers: svg(
    repeat(
      5,
      'marker',
      (id) => `<path d="M0 0" marker-end="url(#${id})"/>`,
      (id) => `<path marker-end="url(#${id})"/>`,
    ),
  ),
  patterns: svg(
    repeat(
      5,
      'pattern',
      (id) => `<rect fill="url(#${id})"/>`,
      (id) => `<rect fill="url(#${id})"/>`,
    ),
  ),
  chain: svg(
    `<defs>${Array.from({ length: 400 }, (_, at) => `<g id="c${at}"><use href="#c${at + 1}"/></g>`).join('')}</defs><use href="#c0"/>`,
  ),
  keyframes: svg(
    `<style>*{animation:a 1s infinite}${[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((at) => `@keyframes a${at}{from{mask:url(#m${at})}}`).join('')}</style>${Array.from({ length: 10 }, (_, at) => `<mask id="m${at}">${'<rect/>'.repeat(10)}</mask>`).join('')}`,
  ),
};
