/** Slugs: checks that each slug or alias is the address of one paper only. */
import type { Paper } from '../../../model/paper.ts';
import { FILE_START, type Problem, type Range } from '../../../model/problem.ts';
import { groupBy } from '../../../text/group-by.ts';
import { quote } from '../../../text/quote.ts';
import { createReport } from '../../report/report.ts';
import { findNewcomers, type Joined } from './newcomers.ts';

type Named = Joined & Pick<Paper, 'slug' | 'aliases' | 'places'>;

/** A paper that claims an address. */
interface Claim {
  readonly paper: Named;
  readonly name: string;
  readonly isAlias: boolean;
  readonly place: Range;
}

/** Each address that several papers claim, or one paper twice, reported in the files of those that joined later. */
export function checkSlugs(papers: readonly Named[]): readonly Problem[] {
  const claims = papers.flatMap((paper): Claim[] => [
    { paper, name: paper.slug, isAlias: false, place: FILE_START },
    ...paper.aliases.map((name, index) => {
      const place = paper.places[`aliases.${index}`] ?? paper.places.aliases ?? FILE_START;
      return { paper, name, isAlias: true, place };
    }),
  ]);
  return [...groupBy(claims, ({ name }) => name).values()].flatMap((group) =>
    group.length < 2 ? [] : reportAll(group),
  );
}

function reportAll(claims: readonly Claim[]): readonly Problem[] {
  const papers = [...new Set(claims.map(({ paper }) => paper))];
  const newcomers = new Set(findNewcomers(papers));
  const [first, second] = papers;
  return claims.flatMap((claim, at) => {
    const other = claims.find(({ paper }) => paper === (claim.paper === first ? second : first));
    if (other !== undefined) return newcomers.has(claim.paper) ? reportClaim(claim, other) : [];
    // An alias that is the paper's own slug is a problem of that file alone.
    const own = claims[0] as Claim;
    return at === 0 || !own.isAlias ? [] : reportClaim(claim, own);
  });
}

function reportClaim({ paper, name, isAlias, place }: Claim, other: Claim): readonly Problem[] {
  const { problems, report } = createReport(paper.path);
  const what = isAlias ? 'alias' : 'slug';
  const owner = other.paper.path;
  const theirs = `${isAlias === other.isAlias ? 'also ' : ''}${other.isAlias ? 'an alias' : 'the slug'} of ${owner}`;
  const message = `The ${what} ${quote(name)} is ${theirs}.`;
  const hint = isAlias
    ? 'An alias is an old name of one paper only: remove it here or there.'
    : other.isAlias
      ? 'Rename this file, or remove the alias there: the file name becomes the URL and the BibTeX key.'
      : 'Rename one of the two files: the file name becomes the URL and the BibTeX key.';
  report('slug-duplicate', 'error', place, message, hint);
  return problems;
}
