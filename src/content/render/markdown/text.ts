/** Text: what entities in the notes become must be as clean as what stands in the file. */
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { findForbiddenCharacters, toCharacterName } from '../../../text/forbidden-characters.ts';
import { placeOf } from '../../report/place.ts';
import type { Report } from '../../report/report.ts';

/** After sanitising: `&#x202e;` and its like are told and taken out, so that no page and no marker of ours holds them. */
export function checkText(tree: Root, report: Report): void {
  visit(tree, (node) => {
    const clean = (text: string): string => {
      const [first] = findForbiddenCharacters(text, 1);
      if (first === undefined) return text;
      const message = `The character ${toCharacterName(first.code)} may not stand in notes, written as an entity either.`;
      report('character-forbidden', 'error', placeOf(node), message, 'Delete the entity.');
      return '';
    };
    if (node.type === 'text') node.value = clean(node.value);
    if (node.type !== 'element') return;
    for (const [name, value] of Object.entries(node.properties)) {
      if (typeof value === 'string') node.properties[name] = clean(value);
    }
  });
}
