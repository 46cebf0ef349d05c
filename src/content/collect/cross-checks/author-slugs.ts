/** Author slugs: checks that the slugs that tell authors from namesakes are those that the list declares. */
import type { List } from '../../../model/list.ts';
import type { PaperFacts } from '../../../model/paper.ts';
import type { Problem } from '../../../model/problem.ts';
import { toPersonKey } from '../../../text/name-keys.ts';
import { quote } from '../../../text/quote.ts';
import type { PlaceOf } from '../../report/field-place.ts';
import { createReport } from '../../report/report.ts';
import { createSuggester } from './suggester.ts';

/** Authors with a slug in angle brackets that nobody has, or that belongs to a person of another name. */
export function checkAuthorSlugs<Sorted extends Pick<PaperFacts, 'path' | 'authors' | 'authorSlugs'>>(
  { path: listPath, authors: declared }: Pick<List, 'path' | 'authors'>,
  papers: readonly Sorted[],
  placeOf: PlaceOf<Sorted>,
): readonly Problem[] {
  if (declared === undefined) return [];
  const bySlug = new Map(declared.flatMap((one) => (one.slug === undefined ? [] : [[String(one.slug), one] as const])));
  const suggestSlug = createSuggester([...bySlug.keys()]);
  return papers.flatMap((paper) => {
    const { problems, report } = createReport(paper.path);
    for (const [at, slug] of Object.entries(paper.authorSlugs ?? {})) {
      const name = paper.authors[Number(at)] as string;
      const place = placeOf(paper, `authors.${at}`, 'authors');
      const one = bySlug.get(slug);
      if (one === undefined) {
        const near = suggestSlug(slug);
        const hint = `${near === undefined ? '' : `Did you mean ${quote(`${name} <${near}>`)}? `}Declare the person in ${listPath}: \`authors: [{ name: ${name}, slug: ${slug} }]\`.`;
        report('author-slug-unknown', 'error', place, `No author of this list has the slug ${quote(slug)}.`, hint);
      } else if (![one.name, ...one.aliases].some((known) => toPersonKey(known) === toPersonKey(name))) {
        const message = `The slug ${quote(slug)} belongs to ${quote(one.name)}, not to ${quote(name)}.`;
        const hint = `Correct the slug, or add the name to the \`aliases\` of ${quote(one.name)} in ${listPath}.`;
        report('author-slug-foreign', 'error', place, message, hint);
      }
    }
    return problems;
  });
}
