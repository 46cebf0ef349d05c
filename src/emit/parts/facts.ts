/** Facts: the table on the page of a paper. */
import type { FieldReader } from '../../model/field.ts';
import { FIELD_ROWS } from '../../model/fields.ts';
import type { ShownFacts } from '../../model/paper.ts';
import type { UrlPath } from '../../model/url-path.ts';
import { MORE_AUTHORS } from '../../text/author-list.ts';
import { toArxivUrl, toDoiUrl } from '../../text/paper-url.ts';
import { toPrintedName } from '../../text/person-name.ts';
import type { Press } from '../press.ts';
import type { BylineCard, LinkView } from './byline.ts';
import { toOwnValues, type ValueView } from './own-values.ts';

/** A row of the table of a paper: plain text, or links. */
interface Fact {
  readonly label: string;
  readonly values: readonly ValueView[];
}

/** Where a fact leads, by the way it is read. */
const toAddress: { readonly [Reader in FieldReader]?: (value: string) => string } = {
  arxiv: toArxivUrl,
  doi: toDoiUrl,
  url: (value) => value,
};

/** In the order of the table of fields, but first those that lead somewhere. */
const FACTS = FIELD_ROWS.flatMap(({ name, read, shown }) =>
  shown?.as === 'fact' ? [{ name: name as keyof ShownFacts, label: shown.label, toHref: toAddress[read] }] : [],
).toSorted((one, other) => Number(other.toHref !== undefined) - Number(one.toHref !== undefined));

/** The facts of a paper on its page, which is at `path`: its topics, what every paper may have, then the fields of the list. */
export function toFacts(
  paper: BylineCard,
  topics: readonly LinkView[],
  path: UrlPath,
  { facets, data }: Pick<Press, 'facets' | 'data'>,
): readonly Fact[] {
  const own = FACTS.flatMap(({ name, label, toHref }): Fact[] => {
    const text = paper[name];
    if (text === undefined) return [];
    return [{ label, values: [{ text, ...(toHref === undefined ? {} : { href: toHref(text) }) }] }];
  });
  const { editors = [], hasMoreEditors } = paper;
  const names = [...editors.map(toPrintedName), ...(hasMoreEditors ? [MORE_AUTHORS] : [])];
  const edited: Fact[] = names.length === 0 ? [] : [{ label: 'Editors', values: [{ text: names.join(', ') }] }];
  const declared = data.list.fields
    .map((field): Fact => ({ label: field.label, values: toOwnValues(paper, field, facets, path) }))
    .filter(({ values }) => values.length > 0);
  const all = [...own, ...edited, ...declared];
  if (topics.length === 0) return all;
  const values = topics.map(({ label, href }) => ({ text: label, href }));
  return [{ label: topics.length === 1 ? 'Topic' : 'Topics', values }, ...all];
}
