/** Write scalar: a value as YAML, in the quotes of the one whose place it takes. */
import { isScalar, isSeq, parseDocument, Scalar } from 'yaml';
import { toQuotedYaml } from '../../../text/quote.ts';

/** One line that may stand in a block and between brackets; a value that cannot stand without quotes gets double ones. */
export function writeScalar(value: string, { type }: Scalar): string {
  if (type === Scalar.QUOTE_SINGLE) return `'${value.replaceAll("'", "''")}'`;
  return type !== Scalar.QUOTE_DOUBLE && isPlain(value) ? value : toQuotedYaml(value);
}

function isPlain(value: string): boolean {
  const { contents, errors } = parseDocument(`[${value}]`, { schema: 'failsafe', prettyErrors: false });
  if (errors.length > 0 || !isSeq(contents) || contents.items.length !== 1) return false;
  const [item] = contents.items;
  return isScalar(item) && item.type === Scalar.PLAIN && item.value === value && !/^[-?:]|[:#]$|: /.test(value);
}
