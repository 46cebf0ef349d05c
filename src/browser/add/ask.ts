/** Ask: asks arXiv or Crossref about a paper, the only request that leaves the add page, sent when a button is pressed. */
import { readArxiv, toArxivQuery } from '../../exchange/arxiv.ts';
import { readCrossref, toCrossrefQuery } from '../../exchange/crossref.ts';
import type { FieldsRead } from '../../model/paper-fields.ts';
import { ARXIV, CROSSREF } from '../../model/services.ts';
import { toArxivId, toDoi } from '../../text/identifiers.ts';

/** How long an answer may take, in milliseconds. */
const PATIENCE = 20_000;

interface Service {
  readonly name: string;
  readonly url: string;
  readonly read: (answer: string) => FieldsRead;
  /** The address of BibTeX that can be pasted instead. */
  readonly instead: string;
}

/** Asks for the paper of an arXiv id, a DOI, or an address of either. Never throws: whatever goes wrong is a failure. */
export async function ask(known: string): Promise<FieldsRead> {
  const service = toService(known);
  if (service !== undefined) return askService(service);
  const hint = 'An arXiv id looks like `2103.17249`, a DOI like `10.1145/3528223.3530164`.';
  const message =
    known.trim() === '' ? 'Enter an arXiv id or a DOI first.' : `\`${known.trim()}\` is neither an arXiv id nor a DOI.`;
  return { failure: { message, hint } };
}

function toService(known: string): Service | undefined {
  const id = toArxivId(known);
  if (id !== undefined) {
    const instead = `https://arxiv.org/bibtex/${id}`;
    return { name: 'arXiv', url: ARXIV + toArxivQuery(id), read: readArxiv, instead };
  }
  const doi = toDoi(known);
  if (doi === undefined) return undefined;
  const instead = `https://doi.org/${doi}`;
  return { name: 'Crossref', url: CROSSREF + toCrossrefQuery(doi), read: readCrossref, instead };
}

async function askService({ name, url, read, instead }: Service): Promise<FieldsRead> {
  const hint = `Paste the paper's BibTeX below instead; you can get it from \`${instead}\`.`;
  const fail = (message: string): FieldsRead => ({ failure: { message, hint } });
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE), referrerPolicy: 'no-referrer' });
    if (response.status === 404) return fail(`${name} does not know this paper.`);
    if (response.status === 429) return fail(`${name} has received too many requests; try again later.`);
    if (!response.ok) return fail(`${name} is not working right now (status \`${response.status}\`).`);
    return read(await response.text());
  } catch (error) {
    // A browser does not let a script know whether it was refused or is offline.
    return error instanceof DOMException && error.name === 'TimeoutError'
      ? fail(`${name} did not answer in time.`)
      : fail(`${name} cannot be reached: it refuses requests from this browser, or you are offline.`);
  }
}
