/** Declared venues: what the list says of a venue wins in every record. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createVenueReader } from '../../../src/exchange/venues.ts';
import { openStore } from '../../../src/io/store.ts';
import { gather } from '../../../src/pipeline/gather.ts';
import { layOutFolder, printSite } from '../../support/lay-out-folder.ts';
import { createFolder, toPaper } from '../../support/papershelf.ts';

const VENUES = `venues:
  - name: NeurIPS
    aliases: [NIPS]
    full: Annual Conference on Neural Information Processing Systems
    publisher: Curran Associates
  - name: OTJ
    type: journal
    full: Odd Things Journal Club
    aliases: [Odd Things]
  - name: CVPR
    publisher: IEEE
  - { name: The Blog, type: website }
  - { name: arXiv Stats, type: journal }
`;
const toList = (venues: string, papers: Readonly<Record<string, string>>) =>
  createFolder({
    'papers/index.md': `---\ntitle: L\ntopics: [A]\n${venues}---\n`,
    ...Object.fromEntries(
      Object.entries(papers).map(([slug, venue]) => [
        `papers/${slug}.md`,
        toPaper([`title: The ${slug}`, 'topics: A', 'authors: [Ann Bee]', 'year: 2021', ...venue.split('\n')]),
      ]),
    ),
  });

const PAPERS = {
  a: 'venue: NIPS',
  b: 'venue: odd things',
  c: 'venue: CVPR 2021 (Oral)',
  d: 'venue: CVPR\npublisher: Its own',
  e: 'venue: The Blog',
  f: 'venue: ICCV',
  g: 'venue: OTJ\ntype: conference',
  h: 'venue: arXiv Stats',
};

describe('the records of a site', async () => {
  const site = printSite(await layOutFolder(toList(VENUES, PAPERS)));
  const recordOf = (slug: string) => site.get(`papers/${slug}.bib`) ?? '';

  test.each([
    ['a', '@inproceedings', 'booktitle = {Annual Conference on Neural Information Processing Systems}'],
    ['a', '@inproceedings', 'publisher = {Curran Associates}'],
    ['b', '@article', 'journal = {Odd Things Journal Club}'],
    ['c', '@inproceedings', 'booktitle = {Proceedings of the IEEE/CVF Conference on Computer Vision and Pattern'],
    ['c', '@inproceedings', 'publisher = {IEEE}'],
    ['d', '@inproceedings', 'publisher = {Its own}'],
    ['e', '@misc', 'type = {Web page}'],
    ['f', '@inproceedings', 'Proceedings of the IEEE/CVF International Conference on Computer Vision'],
    ['g', '@inproceedings', 'booktitle = {Odd Things Journal Club}'],
    ['h', '@article', 'journal = {arXiv Stats}'],
  ])('%s is %s with %s', (slug, type, line) => {
    expect(recordOf(slug)).toContain(`${type}{`);
    expect(recordOf(slug)).toContain(line);
  });

  test('RIS and the reference say the same', () => {
    expect(site.get('papers.ris')).toContain('T2  - Annual Conference on Neural Information Processing Systems\r\n');
    expect(site.get('papers/a.html')).toContain('In Annual Conference on Neural Information Processing Systems.');
  });
});

test('without a declaration nothing is read twice', () => {
  expect(createVenueReader([])('CVPR')).toEqual(createVenueReader([{ name: 'Other', aliases: [] }])('CVPR'));
});

test('a venue that is declared in another way changes the records of papers that are already stored', async () => {
  const folder = toList(VENUES, PAPERS);
  const store = openStore(undefined, '');
  const options = { papersFolder: join(folder, 'papers'), store };
  const recordsOf = async () => {
    const { result } = await gather(options);
    if (result === undefined) throw new Error('no list');
    return result.papers.map((paper) => result.pieces.records(paper).formats.bibtex).join('');
  };
  expect(await recordsOf()).toContain('Odd Things Journal Club');
  const index = join(folder, 'papers/index.md');
  writeFileSync(index, readFileSync(index, 'utf8').replace('Journal Club', 'Society'));
  const changed = await recordsOf();
  expect(changed).toContain('Odd Things Society');
  expect(changed).not.toContain('Journal Club');
});
