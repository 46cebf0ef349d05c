/** Reference place: the volume, the issue and the pages that a reference names behind the journal. */
import { toPages } from '../text/pages.ts';
import type { Publication } from './bibtex-publication.ts';

const RANGE = '[A-Za-z]?\\d+(?::\\d+)?\\s*[-–]{1,2}\\s*[A-Za-z]?\\d+(?::\\d+)?';
const VOLUME = '(?<![\\d(]|\\d\\.)(?!(?:19|20)\\d\\d\\b)(?<volume>\\d{1,4})';
const YEAR = '\\((?:[A-Z][a-z]+\\.? )?(?:19|20)\\d\\d\\)';

/** The usual forms, those that say most first. */
const FORMS: readonly RegExp[] = [
  // `21(140):1-67`
  `${VOLUME}\\s*\\((?!(?:19|20)\\d\\d\\))(?<issue>\\d{1,4})\\)\\s*[:,]\\s*(?<pages>${RANGE}|\\d+)`,
  // `100 (2019) 5, 055012`, `120 (2018) 123`
  `${VOLUME}\\s*${YEAR}\\s*,?\\s*(?:(?<issue>\\d{1,2}),\\s*)?(?<pages>${RANGE}|\\d{2,})`,
  // `2:231-252`
  `${VOLUME}\\s*:\\s*(?<pages>${RANGE})`,
  // `41, 4, Article 102`
  `${VOLUME},\\s*(?<issue>\\d{1,2}),\\s*(?=[Aa]rt)`,
  // `577, 706-710`, `116, 061102`
  `${VOLUME},\\s*(?!(?:19|20)\\d\\d\\b)(?<pages>${RANGE}|\\d{3,})`,
  // `34 (2021)`
  `(?<=[A-Za-z.]\\s)${VOLUME},?\\s*${YEAR}\\s*$`,
].map((form) => new RegExp(form));

const VOLUME_WORD = /\bvol(?:ume|\.)?\s*\.?\s*([A-Z]?\d+)\b/i;
const ISSUE_WORD = /\b(?:no|nr|issue|number)\b\.?\s*(\d+)\b/i;
const PAGES_WORD = new RegExp(`\\b(?:pp?|pages?)\\b\\.?\\s*(${RANGE}|\\d+)`, 'i');
const ARTICLE_WORD = /\b(?:article|art\.)\s*(?:no\.?\s*)?([A-Za-z]?\d[\w.]*\b)/i;

/** What `ACM Trans. Graph. 41, 4, Article 102 (July 2022)` says for certain; a number that may mean two things is left out. */
export function readReferencePlace(reference: string): Pick<Publication, 'volume' | 'issue' | 'pages'> {
  const form = FORMS.map((one) => one.exec(reference)?.groups).find((groups) => groups !== undefined) ?? {};
  const volume = VOLUME_WORD.exec(reference)?.[1] ?? form.volume;
  const issue = ISSUE_WORD.exec(reference)?.[1] ?? form.issue;
  const pages = PAGES_WORD.exec(reference)?.[1] ?? ARTICLE_WORD.exec(reference)?.[1] ?? form.pages;
  return {
    ...(volume === undefined ? {} : { volume }),
    ...(issue === undefined ? {} : { issue }),
    ...(pages === undefined ? {} : { pages: toPages(pages) }),
  };
}

const THESIS =
  /\b(?:(?<phd>Ph\.?\s?D\.?|doctoral)|(?<masters>master['’]?s?|M\.?Sc\.?))\s+(?:thesis|dissertation)\b(?:\s*(?:,|at|from|submitted to)\s+(?:the\s+)?(?<school>[^,;.()]*\b(?:Universit\w*|Institute|College|School|École|ETH|EPFL|MIT)\b[^,;.()]*))?/i;

/** What a remark says of a thesis: `PhD thesis, University of Cambridge, 200 pages`; nothing for any other remark. */
export function readThesisRemark(remark: string): Pick<Publication, 'genre' | 'school'> {
  const found = /\b(?:based on|part of|extends|chapter)\b/i.test(remark) ? undefined : THESIS.exec(remark)?.groups;
  if (found === undefined) return {};
  const school = found.school?.trim();
  return {
    genre: found.phd === undefined ? "Master's thesis" : 'PhD thesis',
    ...(school === undefined ? {} : { school }),
  };
}
