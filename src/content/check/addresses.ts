/** Addresses: every web address that a list links to, with its place in the files. */
import type { Root } from 'hast';
import type { List } from '../../model/list.ts';
import type { Paper } from '../../model/paper.ts';
import { FILE_START, type Range } from '../../model/problem.ts';
import { toHttpUrl } from '../../text/identifiers.ts';
import { toArxivUrl, toDoiUrl } from '../../text/paper-url.ts';
import { parseNotes } from '../render/markdown/markdown.ts';
import { walkElements } from '../render/markdown/walk.ts';
import { placeOf } from '../report/place.ts';

/** An address at one place. */
export interface Address {
  /** Absolute, http or https. */
  readonly url: string;
  /** True if the file holds the address itself, not an id that it is made from. */
  readonly isWritten: boolean;
  /** The path of the source, as problems name it. */
  readonly file: string;
  readonly place: Range;
}

/** What papers and the list's introduction link to or show, in front-matter and in notes, in file order. */
export function findAddresses(list: List | undefined, papers: readonly Paper[]): readonly Address[] {
  const introduction = list === undefined ? [] : findInNotes(list.path, list.body, list.bodyLine);
  const own = (list?.fields ?? []).filter(({ type }) => type === 'url').map(({ name }) => name);
  return [
    ...introduction,
    ...papers.flatMap((paper) => [...findInFields(paper, own), ...findInNotes(paper.path, paper.body, paper.bodyLine)]),
  ];
}

function findInFields(paper: Paper, ownFields: readonly string[]): readonly Address[] {
  const { path, places, url, arxiv, doi, links, own = {} } = paper;
  const at = (field: string): Range => places[field] ?? FILE_START;
  return [
    ...(url === undefined ? [] : [{ url, isWritten: true, file: path, place: at('url') }]),
    ...(arxiv === undefined ? [] : [{ url: toArxivUrl(arxiv), isWritten: false, file: path, place: at('arxiv') }]),
    ...(doi === undefined ? [] : [{ url: toDoiUrl(doi), isWritten: false, file: path, place: at('doi') }]),
    ...links.map((link) => ({
      url: link.url,
      isWritten: true,
      file: path,
      place: places[`links.${link.name}`] ?? at(link.name),
    })),
    ...ownFields.flatMap((name) =>
      (own[name] ?? []).map((address) => ({ url: address, isWritten: true, file: path, place: at(name) })),
    ),
  ];
}

function findInNotes(file: string, text: string, line: number): readonly Address[] {
  const found: Address[] = [];
  const tree: Root | undefined = parseNotes(text, line);
  if (tree === undefined) return found;
  walkElements(tree, (element) => {
    for (const written of [element.properties.href, element.properties.src]) {
      if (typeof written !== 'string') continue;
      const doi = /^doi:(.+)/i.exec(written)?.[1];
      const address = doi === undefined ? toHttpUrl(written) : { url: toDoiUrl(doi) };
      if ('url' in address)
        found.push({ url: address.url, isWritten: doi === undefined, file, place: placeOf(element) });
    }
  });
  return found;
}
