/** Text: characters written as entities must be as clean as those typed into the file. */
import type { Root } from 'hast';
import { findForbiddenCharacters, toCharacterName } from '../../../text/forbidden-characters.ts';
import { placeOf } from '../../report/place.ts';
import type { Report } from '../../report/report.ts';
import { walkHtml } from './walk.ts';

/** After sanitising: `&#x202e;` and the like are reported and removed, so that no page and no marker of ours has them. */
export function checkText(tree: Root, report: Report): void {
  walkHtml(tree, (node) => {
    const clean = (text: string): string => {
      const [first] = findForbiddenCharacters(text, 1);
      if (first === undefined) return text;
      const message = `The character ${toCharacterName(first.code)} is not allowed in notes, not even as an entity.`;
      report('character-forbidden', 'error', placeOf(node), message, 'Delete the entity.');
      return '';
    };
    if (node.type === 'text') node.value = clean(node.value);
    if (node.type !== 'element') return undefined;
    for (const [name, value] of Object.entries(node.properties)) {
      if (typeof value === 'string') node.properties[name] = clean(value);
    }
    return undefined;
  });
}
