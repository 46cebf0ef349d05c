/** Tables of spellings: arXiv ids, DOIs, web addresses and dates. */
import { describe, expect, test } from 'vitest';
import { isIsoDate, toLikelyDate } from '../../../src/content/parse/front-matter/iso-date.ts';
import { toArxivId, toDoi, toHttpUrl } from '../../../src/text/identifiers.ts';

describe('toArxivId', () => {
  test.each([
    ['2103.17249', '2103.17249'],
    ['2103.17240', '2103.17240'],
    ['2103.17249v2', '2103.17249'],
    ['arXiv:2103.17249v11', '2103.17249'],
    ['arxiv: 2103.17249', '2103.17249'],
    ['0704.0001', '0704.0001'],
    ['1412.9999', '1412.9999'],
    ['1501.00001', '1501.00001'],
    ['hep-th/9901001', 'hep-th/9901001'],
    ['math.CA/0611800v2', 'math/0611800'],
    ['cond-mat.str-el/0611800', undefined],
    ['https://arxiv.org/abs/2103.17249', '2103.17249'],
    ['http://www.arxiv.org/pdf/2103.17249v1.pdf', '2103.17249'],
    ['https://export.arxiv.org/abs/hep-th/9901001?context=x#y', 'hep-th/9901001'],
    ['arxiv.org/pdf/2103.17249', '2103.17249'],
    ['10.48550/arXiv.2103.17249', '2103.17249'],
    ['https://doi.org/10.48550/arXiv.2103.17249', '2103.17249'],
    ['2103.1724', undefined],
    ['1412.99999', undefined],
    ['0703.0001', undefined],
    ['2113.00001', undefined],
    ['2103.00000', undefined],
    ['2103.17249v0', undefined],
    ['hep-th/0704001', undefined],
    ['hep-th/9106001', undefined],
    ['https://example.org/abs/2103.17249', undefined],
    ['', undefined],
  ])('%j is %j', (text, id) => expect(toArxivId(text)).toBe(id));
});

describe('toDoi', () => {
  test.each([
    ['10.1145/3528223.3530164', '10.1145/3528223.3530164'],
    ['doi:10.1145/3528223.3530164', '10.1145/3528223.3530164'],
    ['DOI: 10.1000/ABC', '10.1000/ABC'],
    ['https://doi.org/10.1145/3528223.3530164', '10.1145/3528223.3530164'],
    ['http://dx.doi.org/10.1002/(SICI)1097', '10.1002/(SICI)1097'],
    ['https://doi.org/10.1000%2F182', '10.1000/182'],
    ['10.1000/100%', '10.1000/100%'],
    ['10.1000', undefined],
    ['11.1000/1', undefined],
    ['10.1000/a b', undefined],
    ['', undefined],
  ])('%j is %j', (text, doi) => expect(toDoi(text)).toBe(doi));
});

describe('toHttpUrl', () => {
  test.each([
    ['https://example.org', { url: 'https://example.org/' }],
    ['HTTP://EXAMPLE.org/A', { url: 'http://example.org/A' }],
    [' https://example.org/a?b#c ', { url: 'https://example.org/a?b#c' }],
    ['http://localhost:8080/', { url: 'http://localhost:8080/' }],
    ['www.example.org', { reason: 'scheme-missing' }],
    ['github.com/a/b', { reason: 'scheme-missing' }],
    ['//example.org/a', { reason: 'scheme-missing' }],
    ['example.org:80/a', { reason: 'scheme-missing' }],
    ['javascript:alert(1)', { reason: 'scheme' }],
    ['JaVaScRiPt:alert(1)', { reason: 'scheme' }],
    ['data:text/html,x', { reason: 'scheme' }],
    ['ftp://example.org/', { reason: 'scheme' }],
    ['mailto:a@example.org', { reason: 'scheme' }],
    ['https://user:word@example.org/', { reason: 'credentials' }],
    ['https://user@example.org/', { reason: 'credentials' }],
    ['https://example.org/a b', { reason: 'space' }],
    ['https:example.org', { reason: 'invalid' }],
    ['https:\\\\example.org', { reason: 'invalid' }],
    ['https://', { reason: 'invalid' }],
    ['https:///a', { reason: 'invalid' }],
    ['https://exa<mple.org', { reason: 'invalid' }],
    ['a paper', { reason: 'invalid' }],
    ['', { reason: 'invalid' }],
    [`https://example.org/${'a'.repeat(2000)}`, { reason: 'too-long' }],
  ])('%j is %j', (text, result) => expect(toHttpUrl(text)).toEqual(result));
});

describe('dates', () => {
  test.each(['2021', '2021-03', '2021-03-31', '2024-02-29', '2000-02-29', '1900', '2100-12-31'])('%s is one', (text) =>
    expect(isIsoDate(text)).toBe(true),
  );
  test.each([
    '2021-02-29',
    '2100-02-29',
    '2021-04-31',
    '2021-13',
    '2021-00-01',
    '1899',
    '2101',
    '21',
    '2021-3-1',
    '٢٠٢١',
    '',
  ])('%s is none', (text) => expect(isIsoDate(text)).toBe(false));
  test.each([
    ['2021/3/5', '2021-03-05'],
    ['2021.03', '2021-03'],
    ['2021-03-31T10:00:00Z', '2021-03-31'],
    ['2021-02-30', undefined],
    ['05/03/2021', undefined],
  ])('%s was probably %s', (text, date) => expect(toLikelyDate(text)).toBe(date));
});
