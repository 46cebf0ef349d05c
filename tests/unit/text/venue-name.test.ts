/** Venue names: which venue a text names, and in what year. */
import { describe, expect, test } from 'vitest';
import { findVenueName, partVenue, toShortVenue } from '../../../src/text/venue-name.ts';

describe('the venue of proceedings', () => {
  test.each([
    ['Proceedings of the IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR), 2021', 'CVPR', '2021'],
    ['Findings of the Association for Computational Linguistics: EMNLP 2023', 'Findings of EMNLP', '2023'],
    ['Findings of the Association for Computational Linguistics: ACL-IJCNLP 2021', 'Findings of ACL', '2021'],
    ['Findings of the Association for Computational Linguistics', 'Findings of ACL', undefined],
    ['EMNLP 2020 (Findings)', 'Findings of EMNLP', '2020'],
    [
      'Proceedings of the 2019 Conference of the North American Chapter of the Association for Computational Linguistics: Human Language Technologies, Volume 1',
      'NAACL',
      '2019',
    ],
    [
      'Proceedings of the 59th Annual Meeting of the Association for Computational Linguistics and the 11th International Joint Conference on Natural Language Processing',
      'ACL',
      undefined,
    ],
    [
      'Proceedings of the 25th ACM SIGKDD International Conference on Knowledge Discovery & Data Mining',
      'KDD',
      undefined,
    ],
    ['Pacific-Asia Conference on Knowledge Discovery and Data Mining', 'PAKDD', undefined],
    ['Proceedings of the Workshop on Vision, CVPR 2021', 'CVPR Workshops', '2021'],
    ["KDD '19", 'KDD', '2019'],
    ["NIPS'99", 'NeurIPS', '1999'],
    ['iccv 2021', 'ICCV', '2021'],
    ['IEEE International Conference on Multimedia and Expo', 'ICME', undefined],
    ['Machine Learning 45 (2001)', 'Machine Learning', '2001'],
    ['Medical Image Computing and Computer Assisted Intervention – MICCAI 2020', 'MICCAI', '2020'],
    ['Computer Vision – ECCV 2022 Workshops', 'ECCV Workshops', '2022'],
    ['Proceedings of the 30th ACM International Conference on Multimedia', 'ACM MM', undefined],
  ])('%s', (text, venue, year) => {
    expect(findVenueName(text, false)).toEqual({ venue, ...(year === undefined ? {} : { year }) });
  });

  test.each([
    'IEEE International Conference on Multimedia and Education',
    'ieee international conference on multimedia and education',
    'Proceedings of the International Conference on Multimedia Modeling',
    'Workshop on Machine Learning for Health',
    'Neural Networks for Vision',
    'International Conference on Computer Vision Theory and Applications',
    'International Conference on Machine Learning and Applications',
    'Nature of things',
  ])('%s is none of those that it begins like', (text) => {
    expect(findVenueName(text, false)).toBeUndefined();
  });

  test.each([
    ['Accepted to Findings of ACL 2023', 'Findings of ACL'],
    ['ACL 2023 Findings', 'Findings of ACL'],
    ['Our findings were accepted at ACL 2023', 'ACL'],
    ['Presented at the workshop on graphs at ICML 2020', 'ICML Workshops'],
    ['ICLR 2021 Oral', 'ICLR'],
    ['An arXiv version of our paper at UIST 2020', 'UIST'],
  ])('in prose: %s', (text, venue) => {
    expect(findVenueName(text, true)?.venue).toBe(venue);
  });
});

describe('the short name of a venue that is written out', () => {
  test.each([
    ['Proceedings of the IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR)', 'CVPR'],
    ['2021 IEEE/CVF International Conference on Computer Vision (ICCV)', 'ICCV'],
    ['International Conference on Computer Vision Workshops', 'ICCV Workshops'],
    ['Proceedings of the Thirty-First Meeting on Vision (ECCV 2020)', 'ECCV'],
    ['ACM Transactions on Graphics (SIGGRAPH)', 'TOG'],
    ['TOG (SIGGRAPH Asia)', undefined],
    ['NeurIPS Datasets and Benchmarks', undefined],
    ['The Nature of Conference Papers (Science fiction)', undefined],
    ['Journal of Things (CVPR)', undefined],
    ['CVPR', undefined],
  ])('%s', (written, short) => {
    expect(toShortVenue(written)).toBe(short);
  });
});

test.each([
  ['CVPR 2021', 'CVPR', 2021],
  ['CVPR, 2021', 'CVPR', 2021],
  ["CVPR'21", 'CVPR', 2021],
  ['CVPR ’98', 'CVPR', 1998],
  ['CVPR2021', 'CVPR', 2021],
  ['CVPR-2021', 'CVPR', 2021],
  ['2021 CVPR', 'CVPR', 2021],
  ['CVPR (2021)', 'CVPR', 2021],
  ['CVPR 2021 (Oral)', 'CVPR (Oral)', 2021],
  ['TOG (SIGGRAPH), 2021', 'TOG (SIGGRAPH)', 2021],
  ['TOG (SIGGRAPH Asia 2021)', 'TOG (SIGGRAPH Asia)', 2021],
  ['CVPR 2021 Workshops', 'CVPR Workshops', 2021],
  ['SIGGRAPH Asia 2021 Courses', 'SIGGRAPH Asia Courses', 2021],
  ['Proceedings of the Conference on Things (CoT), 2021', 'Proceedings of the Conference on Things (CoT)', 2021],
  ['arXiv:0911.2021', 'arXiv:0911.2021', undefined],
  ['Things 120-2018', 'Things 120-2018', undefined],
  ['CVPR 2021 (ICCV 2022)', 'CVPR 2021 (ICCV 2022)', undefined],
  ['Journal 12021', 'Journal 12021', undefined],
  ['Agenda 2030 of Cities', 'Agenda 2030 of Cities', undefined],
  ['2021', '2021', undefined],
  ['(2021)', '(2021)', undefined],
  ['', '', undefined],
])('%s is %s in %s', (written, name, year) => {
  expect(partVenue(written)).toEqual({ name, ...(year === undefined ? {} : { year }) });
});
