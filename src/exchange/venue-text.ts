/** Venue text: the venue, the year and the distinction that a comment, a reference or the name of proceedings tells. */
import { VENUE_NAMES } from './venues.ts';

export interface VenueText {
  readonly venue: string;
  /** Four digits. */
  readonly year?: string;
}

/** Venues that our table does not write out, and other names of those it does. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  '3DV': '3DV',
  ACCV: 'ACCV',
  AISTATS: 'AISTATS',
  CHI: 'CHI',
  COLING: 'COLING',
  COLM: 'COLM',
  CoRL: 'CoRL',
  EACL: 'EACL',
  Eurographics: 'Eurographics',
  ICASSP: 'ICASSP',
  ICIP: 'ICIP',
  ICRA: 'ICRA',
  Interspeech: 'Interspeech',
  IROS: 'IROS',
  KDD: 'KDD',
  MICCAI: 'MICCAI',
  NAACL: 'NAACL',
  NIPS: 'NeurIPS',
  RSS: 'RSS',
  SIGIR: 'SIGIR',
  TACL: 'TACL',
  UAI: 'UAI',
  UIST: 'UIST',
  'ACM Multimedia': 'ACM MM',
  'ACM Trans. Graph.': 'TOG',
  'Adv. Neural Inf. Process. Syst.': 'NeurIPS',
  'Advances in Neural Information Processing Systems': 'NeurIPS',
  'Conference on Computer Vision and Pattern Recognition': 'CVPR',
  'International Conference on 3D Vision': '3DV',
  'Int. J. Comput. Vis.': 'IJCV',
  'Trans. Mach. Learn. Res.': 'TMLR',
};

/** Every name of a venue, the longest first, so that `SIGGRAPH Asia` is not read as `SIGGRAPH`. */
const NAMES: readonly (readonly [written: string, venue: string])[] = [
  ...Object.entries(OTHER_NAMES),
  ...Object.entries(VENUE_NAMES).flatMap(([short, full]) => [[short, short] as const, [toCore(full), short] as const]),
].toSorted(([left], [right]) => right.length - left.length);

/** The part of a full name that every way to write it has. */
function toCore(name: string): string {
  return name.replace(/^Proceedings of the /, '').replace(/^(?:IEEE\/CVF|IEEE|ACM) /, '');
}

const YEAR = /(?<!\d)((?:19|20)\d\d)(?!\d)/;

/**
 * The venue that a remark about a paper says it appeared at: `Accepted to CVPR 2022`, `ICLR 2021 (oral)`. Only venues
 * that are known by name; nothing for a paper that is submitted, extends another or took part in a challenge.
 */
export function findVenue(remark: string): VenueText | undefined {
  for (const clause of remark.split(/;|\.(?=\s|$)/)) {
    if (
      /\b(?:submit\w*|review|challenge|competition|exten\w+|preliminary|earlier|short version|rejected)\b/i.test(clause)
    )
      continue;
    const found = findName(clause, true);
    if (found === undefined) continue;
    const isTold = /\b(?:accept|appear|publish|present|proceedings|camera|oral|spotlight|poster|in proc)/i.test(clause);
    if (found.year !== undefined || isTold) return found;
  }
  return undefined;
}

/**
 * The venue of a reference to the published paper or of the name of its proceedings; a name that is not known is taken
 * as it is written, up to its volume and pages: `Phys. Rev. Lett. 120 (2018) 123`.
 */
export function readVenue(reference: string): VenueText | undefined {
  const text = reference.replace(/\s+/g, ' ').trim();
  const found = findName(text, false);
  if (found !== undefined) return found;
  const year = YEAR.exec(text)?.[1];
  const acronym = /\(([A-Z\d][\w-]*[A-Z][\w-]*)\)/.exec(text)?.[1];
  const name = acronym ?? toName(text);
  return name === '' ? undefined : { venue: name, ...(year === undefined ? {} : { year }) };
}

function toName(text: string): string {
  return text
    .replace(/^(?:in:?\s+|proceedings of (?:the )?|proc\. (?:of )?(?:the )?)/i, '')
    .replace(/^(?:19|20)\d\d\s+/, '')
    .replace(/(?<![\s,(:;])[\s,(:;]*(?:\b(?:vol|volume|no|pp|pages?|issue)\b\.?|\d).*$/i, '')
    .replace(/(?<![\s,:;(])[\s,:;(]+$/, '');
}

/** A name as a word of its own, with the year at it, `CVPR'22`, or else anywhere in the text. */
function findName(text: string, isRemark: boolean): VenueText | undefined {
  for (const [written, venue] of NAMES) {
    // One capital is a word of the language as well: `Science`, `Nature`, `Distill`.
    const isWord = /^[A-Z]?[a-z]+$/.test(written);
    if (isWord && isRemark) continue;
    // `iccv` alone is meant as the name; inside a sentence `chi` or `rss` is not.
    const isExact = !/ /.test(written) && text.length > written.length;
    const name = written.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const start = isWord ? '^' : '(?<![\\w-])';
    const end = isWord ? '(?=\\s*(?:$|[\\d,(]))' : '(?![A-Za-z-])';
    const match = new RegExp(
      `${start}${name}(?:\\s*['’]?(\\d{4})(?!\\d)|\\s*['’](\\d\\d)(?!\\d)|(\\d\\d)(?!\\d))?${end}`,
      isExact ? '' : 'i',
    ).exec(text);
    if (match === null) continue;
    const at = toYear(match[1] ?? match[2] ?? match[3] ?? '') ?? YEAR.exec(text)?.[1];
    const isWorkshop = /^[^,;]{0,20}\bworkshops?\b/i.test(text.slice(match.index + match[0].length));
    return { venue: isWorkshop ? `${venue} Workshops` : venue, ...(at === undefined ? {} : { year: at }) };
  }
  return undefined;
}

function toYear(digits: string): string | undefined {
  if (digits.length === 2) return `20${digits}`;
  return YEAR.exec(digits)?.[1];
}

const AWARDS: readonly (readonly [RegExp, string])[] = [
  [/\bbest student paper\b/i, 'Best Student Paper'],
  [/\bbest paper (?:honou?rable mention|runner|finalist|candidate|nominee)/i, 'Best Paper Honorable Mention'],
  [/\bbest paper\b/i, 'Best Paper'],
  [/\boutstanding paper\b/i, 'Outstanding Paper'],
  [/\boral\b/i, 'Oral'],
  [/\bspotlight\b/i, 'Spotlight'],
  [/\bhighlight\b/i, 'Highlight'],
];

/** The distinction that a remark names: `ICLR 2021 (oral)`. */
export function findAward(remark: string): string | undefined {
  return AWARDS.find(([pattern]) => pattern.test(remark))?.[1];
}
