/** Paper schema: `paper.schema.json`, the fields of the papers of this list for text editors. */
import type { UrlPath } from '../../model/url-path.ts';
import { toPaperSchemaPath } from '../paths.ts';

export interface PaperSchemaParts {
  /** JSON Schema. */
  readonly schema: object;
}

interface PaperSchemaOutput {
  readonly path: UrlPath;
  readonly kind: 'paper-schema';
  readonly parts: PaperSchemaParts;
}

export function planPaperSchema(schema: object): PaperSchemaOutput {
  return { path: toPaperSchemaPath(), kind: 'paper-schema', parts: { schema } };
}

export function printPaperSchema({ schema }: PaperSchemaParts): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}
