/** Usage: the help for the command and its verbs, and the strict parsing of their arguments. */
import { parseArgs } from 'citty';
import { type ArgsDef, type Command, UsageError, type VerbArgs } from '../commands/command.ts';

/** The help for the whole command. */
export function toHelp(commands: readonly Command[], version: string): string {
  const width = Math.max(...commands.map(({ meta }) => meta.name.length));
  const verbs = commands.map(({ meta }) => `  ${meta.name.padEnd(width)}  ${meta.description}\n`).join('');
  return `papershelf ${version}: a folder of papers in, a website out\n\nUsage: papershelf <verb> [options]\n\n${verbs}\npapershelf <verb> --help lists the options of a verb.\n`;
}

/** The help for one verb. */
export function toVerbHelp({ meta, args }: Command): string {
  const rows = Object.entries(args).map(([name, arg]) => {
    const hint = arg.type === 'boolean' ? '' : ` ${arg.valueHint ?? 'VALUE'}`;
    const preset = arg.default === undefined ? '' : ` (${String(arg.default)})`;
    return [
      arg.type === 'positional' ? (arg.valueHint ?? name) : `--${name}${hint}`,
      `${arg.description}${preset}`,
    ] as const;
  });
  const width = Math.max(...rows.map(([name]) => name.length));
  const options = rows.map(([name, description]) => `  ${name.padEnd(width)}  ${description}\n`).join('');
  const positional = Object.values(args).find((arg) => arg.type === 'positional');
  const tail = positional === undefined ? '' : ` [${positional.valueHint}]`;
  return `${meta.description}\n\nUsage: papershelf ${meta.name} [options]${tail}\n\n${options}`;
}

/** Parses the arguments of a verb; an unknown option, or one without its value, is a UsageError. */
export function readArgs<T extends ArgsDef>(command: Command<T>, typedArgs: readonly string[]): VerbArgs<T> {
  const { args, meta } = command;
  const rawArgs = addBareValues(args, typedArgs);
  const end = rawArgs.includes('--') ? rawArgs.indexOf('--') : rawArgs.length;
  const given: { readonly name: string; readonly value: string }[] = [];
  for (const [index, raw] of rawArgs.slice(0, end).entries()) {
    if (!raw.startsWith('-') || raw === '-') continue;
    const name = raw.replace(/^--?/, '').replace(/=[\s\S]*$/, '');
    const arg = Object.hasOwn(args, name) && raw.startsWith('--') ? args[name] : undefined;
    if (arg === undefined || arg.type === 'positional') {
      throw new UsageError(`\`papershelf ${meta.name}\` has no option \`${raw.replace(/=[\s\S]*$/, '')}\`.`);
    }
    const value = raw.includes('=') ? raw.slice(raw.indexOf('=') + 1) : rawArgs[index + 1];
    if (arg.type === 'string' && (value === undefined || (!raw.includes('=') && value.startsWith('--')))) {
      throw new UsageError(`\`--${name}\` needs a value.`);
    }
    if (arg.type === 'string' && value !== undefined) given.push({ name, value });
  }
  const parsed = parseArgs<T>(rawArgs, args);
  const takesFiles = Object.values(args).some((arg) => arg.type === 'positional');
  const extra = parsed._[0];
  if (!takesFiles && extra !== undefined)
    throw new UsageError(`\`papershelf ${meta.name}\` does not take \`${extra}\`.`);
  // citty would read `--no-cache` as the opposite of a `--cache` that does not exist.
  const negated = Object.keys(args).filter(
    (name) => name.startsWith('no-') && rawArgs.slice(0, end).includes(`--${name}`),
  );
  const every = (option: string) => given.flatMap(({ name, value }) => (name === option ? [value] : []));
  return Object.assign(parsed, Object.fromEntries(negated.map((name) => [name, true])), { every });
}

/** `--changed` as `--changed=HEAD` if nothing follows that could be its value. */
function addBareValues(args: ArgsDef, typedArgs: readonly string[]): string[] {
  const end = typedArgs.includes('--') ? typedArgs.indexOf('--') : typedArgs.length;
  return typedArgs.map((raw, at) => {
    const name = raw.replace(/^--/, '');
    const bare = at < end && raw.startsWith('--') && Object.hasOwn(args, name) ? args[name]?.bare : undefined;
    const next = typedArgs[at + 1];
    return bare !== undefined && (next === undefined || next.startsWith('-')) ? `${raw}=${bare}` : raw;
  });
}
