/** Venues: what kind of place a paper appeared in, and its full name, for the venues that lists of our field name. */

type VenueKind = 'preprint' | 'journal' | 'conference';

export interface Venue {
  readonly kind: VenueKind;
  /** As a bibliography prints it; the venue as written where it is not in the table. */
  readonly name: string;
}

const JOURNALS: Readonly<Record<string, string>> = {
  Distill: 'Distill',
  'Computer Graphics Forum': 'Computer Graphics Forum',
  'IEEE Access': 'IEEE Access',
  IJCV: 'International Journal of Computer Vision',
  JMLR: 'Journal of Machine Learning Research',
  Nature: 'Nature',
  'Nature Communications': 'Nature Communications',
  Neurocomputing: 'Neurocomputing',
  PAMI: 'IEEE Transactions on Pattern Analysis and Machine Intelligence',
  PNAS: 'Proceedings of the National Academy of Sciences',
  Science: 'Science',
  'Science Advances': 'Science Advances',
  TIP: 'IEEE Transactions on Image Processing',
  TMLR: 'Transactions on Machine Learning Research',
  TOG: 'ACM Transactions on Graphics',
  TPAMI: 'IEEE Transactions on Pattern Analysis and Machine Intelligence',
  TVCG: 'IEEE Transactions on Visualization and Computer Graphics',
};

const CONFERENCES: Readonly<Record<string, string>> = {
  AAAI: 'Proceedings of the AAAI Conference on Artificial Intelligence',
  ACL: 'Proceedings of the Annual Meeting of the Association for Computational Linguistics',
  'ACM MM': 'Proceedings of the ACM International Conference on Multimedia',
  BMVC: 'Proceedings of the British Machine Vision Conference',
  CVPR: 'Proceedings of the IEEE/CVF Conference on Computer Vision and Pattern Recognition',
  ECCV: 'Proceedings of the European Conference on Computer Vision',
  EMNLP: 'Proceedings of the Conference on Empirical Methods in Natural Language Processing',
  ICCV: 'Proceedings of the IEEE/CVF International Conference on Computer Vision',
  ICLR: 'International Conference on Learning Representations',
  ICML: 'Proceedings of the International Conference on Machine Learning',
  IJCAI: 'Proceedings of the International Joint Conference on Artificial Intelligence',
  NeurIPS: 'Advances in Neural Information Processing Systems',
  SIGGRAPH: 'ACM SIGGRAPH Conference Proceedings',
  'SIGGRAPH Asia': 'ACM SIGGRAPH Asia Conference Proceedings',
  WACV: 'Proceedings of the IEEE/CVF Winter Conference on Applications of Computer Vision',
};

/** Full names of venues by their short ones. */
export const VENUE_NAMES: Readonly<Record<string, string>> = { ...JOURNALS, ...CONFERENCES };

/** What a venue is; a remark in brackets and a year, as in `TOG (SIGGRAPH) 2021`, are left out. A venue not in the table that calls itself a journal is one. */
export function toVenue(venue: string): Venue {
  const written = venue.replace(/(?:\s*\([^()]*\)|[\s,]+(?:19|20)\d\d)+\s*$/, '').trim();
  if (/^(?:arxiv|biorxiv|medrxiv|ssrn|osf|preprint|openreview)\b/i.test(written))
    return { kind: 'preprint', name: written };
  const journal = find(JOURNALS, written);
  if (journal !== undefined) return { kind: 'journal', name: journal };
  const conference = find(CONFERENCES, written);
  if (conference !== undefined) return { kind: 'conference', name: conference };
  const isJournal = /^(?:nature|science) |\b(?:journal|trans|transactions|letters|reviews?|magazine)\b/i.test(written);
  return { kind: isJournal ? 'journal' : 'conference', name: written };
}

function find(table: Readonly<Record<string, string>>, venue: string): string | undefined {
  const key = Object.keys(table).find((name) => name.toLowerCase() === venue.toLowerCase());
  return key === undefined ? undefined : table[key];
}
