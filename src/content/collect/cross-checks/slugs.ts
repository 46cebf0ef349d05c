/** Slugs: checks that each slug or alias is the address of one paper only. */
import type { PaperFacts } from '../../../model/paper.ts';
import { FILE_START, type Problem } from '../../../model/problem.ts';
import { groupBy } from '../../../text/group-by.ts';
import { quote } from '../../../text/quote.ts';
import type { PlaceOf } from '../../report/field-place.ts';
import { createReport } from '../../report/report.ts';
import { findNewcomers, type Joined } from './newcomers.ts';

type Named = Joined & Pick<PaperFacts, 'slug' | 'aliases'>;

/** A paper that claims an address. */
interface Claim<Paper extends Named> {
  readonly paper: Paper;
  readonly name: string;
  /** Which of the aliases it is; missing for the slug. */
  readonly alias?: number;
}

/** Each address that several papers claim, or one paper twice, reported in the files of those that joined later. */
export function checkSlugs<Paper extends Named>(papers: readonly Paper[], placeOf: PlaceOf<Paper>): readonly Problem[] {
  const claims = papers.flatMap((paper): Claim<Paper>[] => [
    { paper, name: paper.slug },
    ...paper.aliases.map((name, alias) => ({ paper, name, alias })),
  ]);
  return [...groupBy(claims, ({ name }) => name).values()].flatMap((group) =>
    group.length < 2 ? [] : reportAll(group, placeOf),
  );
}

function reportAll<Paper extends Named>(claims: readonly Claim<Paper>[], placeOf: PlaceOf<Paper>): readonly Problem[] {
  const papers = [...new Set(claims.map(({ paper }) => paper))];
  const newcomers = new Set(findNewcomers(papers));
  const [first, second] = papers;
  return claims.flatMap((claim, at) => {
    const other = claims.find(({ paper }) => paper === (claim.paper === first ? second : first));
    if (other !== undefined) return newcomers.has(claim.paper) ? reportClaim(claim, other, placeOf) : [];
    // An alias that is the paper's own slug is a problem of that file alone.
    const own = claims[0] as Claim<Paper>;
    return at === 0 || own.alias === undefined ? [] : reportClaim(claim, own, placeOf);
  });
}

function reportClaim<Paper extends Named>(
  { paper, name, alias }: Claim<Paper>,
  other: Claim<Paper>,
  placeOf: PlaceOf<Paper>,
): readonly Problem[] {
  const [isAlias, isOtherAlias] = [alias !== undefined, other.alias !== undefined];
  const place = isAlias ? placeOf(paper, `aliases.${alias}`, 'aliases') : FILE_START;
  const { problems, report } = createReport(paper.path);
  const what = isAlias ? 'alias' : 'slug';
  const owner = other.paper.path;
  const theirs = `${isAlias === isOtherAlias ? 'also ' : ''}${isOtherAlias ? 'an alias' : 'the slug'} of ${owner}`;
  const message = `The ${what} ${quote(name)} is ${theirs}.`;
  const hint = isAlias
    ? 'An alias is an old name of one paper only: remove it here or there.'
    : isOtherAlias
      ? 'Rename this file, or remove the alias there: the file name becomes the URL and the BibTeX key.'
      : 'Rename one of the two files: the file name becomes the URL and the BibTeX key.';
  report('slug-duplicate', 'error', place, message, hint);
  return problems;
}
