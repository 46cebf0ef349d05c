/** Ask: what arXiv or Crossref know of a paper; the one place where the add page asks anybody, and only when a button is pressed. */
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
  /** Where the BibTeX is that can be pasted instead. */
  readonly instead: string;
}

/** Asks for the paper of an arXiv id, a DOI, or an address of either. Never throws: whatever goes wrong is a failure. */
export async function ask(known: string): Promise<FieldsRead> {
  const service = toService(known);
  if (service !== undefined) return askService(service);
  const hint = 'An arXiv id looks like `2103.17249`, a DOI like `10.1145/3528223.3530164`.';
  const message = known.trim() === '' ? 'There is nothing to ask for.' : `\`${known.trim()}\` is neither of the two.`;
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
  const hint = `Paste the paper's BibTeX below instead; \`${instead}\` leads to it.`;
  const fail = (message: string): FieldsRead => ({ failure: { message, hint } });
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE), referrerPolicy: 'no-referrer' });
    if (response.status === 404) return fail(`${name} does not know this paper.`);
    if (response.status === 429) return fail(`${name} has been asked too often for now.`);
    if (!response.ok) return fail(`${name} is in trouble: it answers with status \`${response.status}\`.`);
    return read(await response.text());
  } catch (error) {
    // A browser does not tell a script whether it was refused or is off-line.
    return error instanceof DOMException && error.name === 'TimeoutError'
      ? fail(`${name} does not answer.`)
      : fail(`${name} cannot be asked from here: it refuses this browser, or there is no way to it.`);
  }
}
