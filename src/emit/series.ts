/** Series: the outermost topics as the pictures of the site show them, each with a colour of its own. */
import type { Rendered } from '../model/rendered.ts';
import type { Site, SiteTopic } from '../model/site.ts';

/** The colours that the style sheet has, `s1` to `s9`. */
const COLOURS = 9;

export interface Series {
  /** Its class in the style sheet: `s1` to `s9`, or `s0` for what is left over. */
  readonly colour: string;
  /** Missing for the topics that are left over. */
  readonly place?: SiteTopic;
  /** The papers at home in the topic or in one inside it, in the order of the list. */
  readonly papers: readonly Rendered[];
}

/**
 * A series per outermost topic that has such papers, in the order of the list. A paper counts once, where it is at
 * home. Where colours do not suffice, the smallest topics come last, as one.
 */
export function toSeries(site: Site, papers: readonly Rendered[]): readonly Series[] {
  const outermost = new Map(
    site.topics.map((place) => [
      place.topic.name,
      site.topics.find(({ path }) => path === place.path.split('/')[0]) as SiteTopic,
    ]),
  );
  const all = site.topics
    .filter(({ depth }) => depth === 0)
    .map((place) => ({
      place,
      papers: papers.filter(({ paper }) => outermost.get(paper.topics[0] as string) === place),
    }))
    .filter((one) => one.papers.length > 0);
  const largest = new Set(
    all.toSorted((left, right) => right.papers.length - left.papers.length).slice(0, COLOURS - 1),
  );
  const isShown = (one: (typeof all)[number]) => all.length <= COLOURS || largest.has(one);
  const shown = all.filter(isShown).map((one, index) => ({ ...one, colour: `s${index + 1}` }));
  const rest = new Set(all.filter((one) => !isShown(one)).flatMap((one) => one.papers));
  return rest.size === 0 ? shown : [...shown, { colour: 's0', papers: papers.filter((one) => rest.has(one)) }];
}
