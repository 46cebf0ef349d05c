// @ts-check
/** The floor of every rebuild: a Node process that reads and hashes all files of the folder that it is given. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2] ?? 'papers';
const all = createHash('sha256');
for (const name of readdirSync(folder)) {
  all.update(
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest(),
  );
}
process.stdout.write(`${all.digest('hex')}\n`);
