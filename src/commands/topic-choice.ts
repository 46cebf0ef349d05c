/** Topic choice: the topic for which papers are added, as it is named or chosen. */
import { quote } from '../content/quote.ts';
import { suggest } from '../content/suggest.ts';
import { askChoice } from '../io/ask-choice.ts';
import type { List, Topic } from '../model/list.ts';
import { UsageError } from './command.ts';

interface Shown {
  readonly name: string;
  readonly depth: number;
}

/** The topic given, else the first of the list, which holds the place of the one to be chosen; a UsageError with the topics of the list where `given` is none of them, or where none is given and nobody can be asked. */
export function requireTopic(list: List, given: string | undefined, isInteractive: boolean): string {
  const names = toShown(list.topics).map(({ name }) => name);
  const topics = `The topics are ${names.map(quote).join(', ')}.`;
  const [first] = names;
  if (first === undefined)
    throw new UsageError(`${list.path} declares no topic. Write one, as in \`topics: [CLIP + GAN]\`.`);
  if (given === undefined && !isInteractive) throw new UsageError(`Name the topic with \`--topic\`. ${topics}`);
  if (given === undefined || names.includes(given)) return given ?? first;
  const near = suggest(given, names);
  throw new UsageError(
    `There is no topic ${quote(given)}. ${near === undefined ? '' : `Did you mean ${quote(near)}? `}${topics}`,
  );
}

/** Asks in the terminal; a UsageError where the user leaves. */
export async function askTopic(list: List, titles: readonly string[]): Promise<string> {
  const choices = toShown(list.topics).map(({ name, depth }) => ({
    value: name,
    label: `${'  '.repeat(depth)}${name}`,
  }));
  const [title = ''] = titles;
  const message = `The topic of ${titles.length === 1 ? quote(title) : `these ${titles.length} papers`}`;
  const chosen = await askChoice(message, choices);
  if (chosen === undefined) throw new UsageError('No topic was chosen; nothing was written.');
  return chosen;
}

function toShown(topics: readonly Topic[], depth = 0): Shown[] {
  return topics.flatMap(({ name, topics: inside }) => [{ name, depth }, ...toShown(inside, depth + 1)]);
}
