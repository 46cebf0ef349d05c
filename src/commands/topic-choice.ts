/** Topic choice: the topics that papers are added to, as given or chosen in a terminal. */

import { askChoice } from '../io/ask-choice.ts';
import type { List, Topic } from '../model/list.ts';
import { quote } from '../text/quote.ts';
import { suggest } from '../text/suggest.ts';
import { UsageError } from './command.ts';

interface Shown {
  readonly name: string;
  readonly depth: number;
}

/**
 * The given topics, each once; if there are none, the first of the list, as a placeholder for the one to be chosen.
 * Throws a UsageError that names the topics of the list if a given topic isn't one of them, or if none is given and
 * nobody can be asked.
 */
export function requireTopics(list: List, given: readonly string[], isInteractive: boolean): readonly string[] {
  const names = toShown(list.topics).map(({ name }) => name);
  const topics = `The topics are ${names.map(quote).join(', ')}.`;
  const [first] = names;
  if (first === undefined)
    throw new UsageError(`${list.path} declares no topic. Add one, as in \`topics: [CLIP + GAN]\`.`);
  if (given.length === 0 && !isInteractive) throw new UsageError(`Name the topic with \`--topic\`. ${topics}`);
  const unknown = given.find((name) => !names.includes(name));
  if (unknown === undefined) return given.length === 0 ? [first] : [...new Set(given)];
  const near = suggest(unknown, names);
  throw new UsageError(
    `There is no topic ${quote(unknown)}. ${near === undefined ? '' : `Did you mean ${quote(near)}? `}${topics}`,
  );
}

/** Asks in the terminal; throws a UsageError if the user cancels. */
export async function askTopic(list: List, titles: readonly string[]): Promise<string> {
  const choices = toShown(list.topics).map(({ name, depth }) => ({
    value: name,
    label: `${'  '.repeat(depth)}${name}`,
  }));
  const [title = ''] = titles;
  const message = `The topic for ${titles.length === 1 ? quote(title) : `these ${titles.length} papers`}`;
  const chosen = await askChoice(message, choices);
  if (chosen === undefined) throw new UsageError('No topic was chosen; nothing was written.');
  return chosen;
}

function toShown(topics: readonly Topic[], depth = 0): Shown[] {
  return topics.flatMap(({ name, topics: inside }) => [{ name, depth }, ...toShown(inside, depth + 1)]);
}
