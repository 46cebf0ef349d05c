/** Check attributes: which attributes of an element of a drawing are allowed, and what they refer to. */
import { quote } from '../../../text/quote.ts';
import { checkCss, type Reference } from './check-css.ts';
import { readHref } from './read-href.ts';
import { adviseAttribute } from './svg-advice.ts';
import type { Refuse } from './svg-findings.ts';
import { kindOfAttribute, passesOnInert, SVG_NAMESPACE, XMLNS_NAMESPACE } from './svg-names.ts';
import type { XmlAttribute, XmlElement } from './walk-xml.ts';

/** Refuses every attribute that is not allowed. Returns what the element draws by reference. */
export function checkAttributes(element: XmlElement, refuse: Refuse): readonly Reference[] {
  return element.attributes.flatMap((attribute) => {
    const { namespace, value, name } = attribute;
    // The parser trims spaces, browsers do not.
    if (namespace === XMLNS_NAMESPACE && value !== value.trim()) {
      refuse(attribute, `The namespace ${quote(name)} has spaces around it.`, 'Delete the spaces.');
    }
    if (element.namespace === SVG_NAMESPACE) return checkAttribute(element, attribute, refuse);
    checkForeign(element, attribute, refuse);
    return [];
  });
}

function checkAttribute(element: XmlElement, attribute: XmlAttribute, refuse: Refuse): readonly Reference[] {
  const { name, local, namespace, value } = attribute;
  switch (kindOfAttribute(namespace, local)) {
    case 'plain':
      return [];
    case 'css':
    case 'style': {
      const { findings, references } = checkCss(value, local === 'style' ? 'declarations' : { property: local });
      for (const { message, hint } of findings) refuse(attribute, message, hint);
      return references;
    }
    case 'href': {
      const reference = readHref(element.local, name, value);
      if ('message' in reference) refuse(attribute, reference.message, reference.hint);
      // A link is followed by a click; whatever else is referred to is drawn.
      return 'id' in reference && element.local !== 'a' ? [{ id: reference.id, property: 'href' }] : [];
    }
    case 'refused':
      refuse(attribute, `The attribute ${quote(name)} is not allowed in a figure.`, adviseAttribute(name));
      return [];
  }
}

/** An attribute of an element that means nothing to browsers. */
function checkForeign(element: XmlElement, attribute: XmlAttribute, refuse: Refuse): void {
  const { name, local, namespace } = attribute;
  const passes = namespace === '' ? passesOnInert(local) : kindOfAttribute(namespace, local) === 'plain';
  if (passes) return;
  const message = `The attribute ${quote(name)} is not allowed in ${quote(`<${element.name}>`)}.`;
  refuse(attribute, message, adviseAttribute(name));
}
