/** Thread roles: what threads can be asked to do. */

import type { FormulaMemo } from '../content/render/markdown/formula-memo.ts';
import type { PrepareSettings } from '../model/prepare-settings.ts';
import type { Source } from '../model/source.ts';
import { createPacker } from './pack-file.ts';
import { createPrintRole, type PrintData } from './print-all.ts';

/** A role, and what it needs before the first job. */
export type ThreadData =
  | { readonly role: 'prepare'; readonly data: PrepareSettings }
  | { readonly role: 'print'; readonly data: PrintData };

/** The function that does the jobs of a role. */
export function createRole(thread: ThreadData): (job: never) => unknown {
  if (thread.role === 'print') return createPrintRole(thread.data);
  const memo: FormulaMemo = new Map();
  const { pack } = createPacker(thread.data);
  return (source: Source) => pack(source, memo);
}
