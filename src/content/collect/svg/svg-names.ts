/** SVG names: the elements and attributes that a figure may have, and how the value of each attribute is checked. */

export const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';
export const XHTML_NAMESPACE = 'http://www.w3.org/1999/xhtml';
const XLINK_NAMESPACE = 'http://www.w3.org/1999/xlink';
const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
export const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/';

/** A list of words as a set. */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/**
 * Elements of the SVG namespace that are allowed. Nothing that runs (`script`), moves (`animate`, `set`), shows other
 * languages (`foreignObject`) or exists to load (`font-face-uri`, `color-profile`, `tref`).
 */
export const SVG_ELEMENTS = words(`
  svg g defs symbol use switch a title desc metadata style
  path rect circle ellipse line polyline polygon image text tspan textPath
  linearGradient radialGradient meshgradient meshrow meshpatch stop pattern clipPath mask marker
  filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
  feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode
  feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
  font font-face font-face-src font-face-name glyph missing-glyph hkern vkern
  flowRoot flowRegion flowRegionExclude flowDiv flowPara flowSpan
`);

/** Attributes that browsers read as numbers, names, ids or words, never as addresses or CSS. */
const PLAIN_ATTRIBUTES = words(`
  id class lang tabindex role name label content type media title version baseProfile zoomAndPan
  contentScriptType contentStyleType externalResourcesRequired requiredFeatures requiredExtensions systemLanguage
  x y x1 y1 x2 y2 z width height cx cy r rx ry fx fy fr d points path pathLength viewBox preserveAspectRatio
  dx dy rotate textLength lengthAdjust startOffset method spacing side offset
  gradientUnits spreadMethod patternUnits patternContentUnits clipPathUnits maskUnits maskContentUnits
  markerUnits markerWidth markerHeight refX refY orient
  filterUnits primitiveUnits filterRes in in2 result values mode operator k k1 k2 k3 k4 order kernelMatrix divisor bias
  targetX targetY edgeMode kernelUnitLength preserveAlpha surfaceScale diffuseConstant specularConstant
  specularExponent limitingConeAngle pointsAtX pointsAtY pointsAtZ azimuth elevation radius scale xChannelSelector
  yChannelSelector stdDeviation baseFrequency numOctaves seed stitchTiles tableValues slope intercept amplitude exponent
  accent-height alphabetic arabic-form ascent bbox cap-height descent g1 g2 glyph-name hanging horiz-adv-x
  horiz-origin-x horiz-origin-y ideographic mathematical orientation overline-position overline-thickness panose-1
  stemh stemv strikethrough-position strikethrough-thickness u1 u2 underline-position underline-thickness unicode
  unicode-range units-per-em v-alphabetic v-hanging v-ideographic v-mathematical vert-adv-y vert-origin-x vert-origin-y
  widths x-height
`);

/** Attributes whose values browsers read as CSS. https://www.w3.org/TR/SVG2/styling.html#PresentationAttributes */
const CSS_ATTRIBUTES = words(`
  alignment-baseline background background-color baseline-shift clip clip-path clip-rule color color-interpolation
  color-interpolation-filters color-rendering cursor direction display dominant-baseline enable-background fill
  fill-opacity fill-rule filter flood-color flood-opacity font font-family font-feature-settings font-kerning font-size
  font-size-adjust font-stretch font-style font-variant font-variant-ligatures font-weight glyph-orientation-horizontal
  glyph-orientation-vertical gradientTransform image-rendering isolation kerning letter-spacing lighting-color
  line-height marker marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow paint-order
  patternTransform pointer-events shape-rendering solid-color solid-opacity stop-color stop-opacity stroke
  stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width
  text-align text-anchor text-decoration text-orientation text-overflow text-rendering transform transform-box
  transform-origin unicode-bidi vector-effect visibility white-space word-spacing writing-mode
`);

/** Properties of CSS, and attributes of the same names, that may refer to an element of the file: `url(#shade)`. */
export const REFERRING_PROPERTIES = words(`
  clip-path fill filter marker marker-end marker-mid marker-start mask shape-inside shape-subtract stroke
`);

/**
 * Functions of CSS that are allowed in values and in selectors; `url()` is checked separately. None of them takes an
 * address (as `image-set()`, `src()` and `cross-fade()` do). https://www.w3.org/TR/css-values-4/
 */
export const CSS_FUNCTIONS = words(`
  rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark device-cmyk
  var calc min max clamp abs sign round mod rem sin cos tan asin acos atan atan2 pow sqrt hypot log exp
  matrix matrix3d perspective rotate rotate3d rotatex rotatey rotatez scale scale3d scalex scaley scalez
  skew skewx skewy translate translate3d translatex translatey translatez
  blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia
  cubic-bezier steps linear path polygon circle ellipse inset rect xywh
  linear-gradient radial-gradient conic-gradient repeating-linear-gradient repeating-radial-gradient
  format local tech
  not is where has lang dir nth-child nth-last-child nth-of-type nth-last-of-type selector
`);

/** Rules of CSS that are allowed: none of them takes an address except `@font-face`, whose address is checked. */
export const CSS_RULES = words('media supports keyframes -webkit-keyframes font-face');

/**
 * Namespaces in which drawing programs keep notes for themselves. Their elements and attributes mean nothing to a
 * browser: only those of SVG, XHTML, MathML, XLink and XML act.
 */
const INERT_NAMESPACES: ReadonlySet<string> = new Set([
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'http://purl.org/dc/elements/1.1/',
  'http://purl.org/dc/terms/',
  'http://creativecommons.org/ns#',
  'http://web.resource.org/cc/',
  'http://www.inkscape.org/namespaces/inkscape',
  'http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd',
  'http://inkscape.sourceforge.net/DTD/sodipodi-0.dtd',
  'http://www.openswatchbook.org/uri/2009/osb',
  'adobe:ns:meta/',
  'http://www.bohemiancoding.com/sketch/ns',
  'http://www.figma.com/figma/ns',
  'http://www.serif.com/',
  'http://vectornator.io',
  'https://boxy-svg.com',
  'http://krita.org/namespaces/svg/krita',
  'http://svgjs.com/svgjs',
  'http://svgjs.dev/svgjs',
  'http://schemas.microsoft.com/visio/2003/SVGExtensions/',
  'http://www.corel.com/coreldraw/odm/2003',
  'http://xml.openoffice.org/svg/export',
  'http://sun.com/xmlns/staroffice/presentation',
]);

/** True for the namespace of a drawing program or of metadata. */
export function isInert(namespace: string): boolean {
  return INERT_NAMESPACES.has(namespace) || namespace.startsWith('http://ns.adobe.com/');
}

/** How the value of an attribute is checked; `refused` for one that is not in the table. */
export type AttributeKind = 'plain' | 'css' | 'style' | 'href' | 'refused';

/** Attributes of XLink and XML that are allowed. `xml:base` moves every reference, and `xlink:actuate` may follow one. */
const XLINK_ATTRIBUTES: ReadonlySet<string> = words('title type role arcrole');
const XML_ATTRIBUTES: ReadonlySet<string> = words('space lang id');

/** The kind of an attribute on an element of SVG, by the attribute's namespace (empty if it has none) and local name. */
export function kindOfAttribute(namespace: string, local: string): AttributeKind {
  if (namespace === '') {
    if (PLAIN_ATTRIBUTES.has(local) || /^(?:data|aria)-[\w.-]+$/.test(local)) return 'plain';
    if (CSS_ATTRIBUTES.has(local)) return 'css';
    return local === 'style' || local === 'href' ? local : 'refused';
  }
  if (namespace === XLINK_NAMESPACE) {
    if (local === 'href') return 'href';
    return XLINK_ATTRIBUTES.has(local) ? 'plain' : 'refused';
  }
  if (namespace === XML_NAMESPACE) return XML_ATTRIBUTES.has(local) ? 'plain' : 'refused';
  return namespace === XMLNS_NAMESPACE || isInert(namespace) ? 'plain' : 'refused';
}

/** Whether an attribute without a namespace is allowed on an element of a drawing program; nothing there needs these. */
export function passesOnInert(local: string): boolean {
  return !/^(?:on.*|href|src|srcset|style|action|data|is)$/i.test(local);
}
