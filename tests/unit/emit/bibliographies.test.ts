/** The files of records: of the whole list and of a topic with those inside it. */
import { expect, test } from 'vitest';
import { emit, makePaper, makeSite, makeTopic } from '../../support/site.ts';

const topics = [makeTopic('One', [makeTopic('Inside')]), makeTopic('Two')];
const papers = [
  makePaper('c', { topics: ['Inside', 'One'] }, { bibtex: '@misc{c}\n' }),
  makePaper('b', { topics: ['Two'] }, { bibtex: '@misc{b}\n' }),
  makePaper('a', { topics: ['One', 'Two'] }, { bibtex: '@misc{Own}\n' }),
];

test('papers stand by slug, each once, below a line that names it', () => {
  const files = emit(makeSite(papers, { topics }));
  expect(files.get('papers.bib')).toBe('% a\n@misc{Own}\n\n% b\n@misc{b}\n\n% c\n@misc{c}\n');
  expect(files.get('topics/one.bib')).toBe('% a\n@misc{Own}\n\n% c\n@misc{c}\n');
  expect(files.get('topics/one/inside.bib')).toBe('% c\n@misc{c}\n');
  expect(files.get('papers/a.bib')).toBe('@misc{Own}\n');
});
