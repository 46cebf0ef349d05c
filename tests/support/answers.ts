/** Answers of arXiv and Crossref, of the shapes that they have. */

interface Entry {
  readonly id?: string;
  readonly title?: string;
  readonly summary?: string;
  readonly published?: string;
  readonly authors?: readonly string[];
  /** Elements of arXiv's own, as XML. */
  readonly more?: string;
}

const NAMESPACES =
  'xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom"';

/** A feed of arXiv's API with these entries, which stand in it hard-wrapped as they do there. */
export function toAtom(...entries: readonly Entry[]): string {
  return `<?xml version='1.0' encoding='UTF-8'?>
<feed ${NAMESPACES}>
  <id>https://arxiv.org/api/cHxbiOdZaP56ODnBPIenZhzg5f8</id>
  <title>arXiv Query: search_query=&amp;id_list=2103.17249&amp;start=0&amp;max_results=1</title>
  <updated>2026-11-23T00:00:00Z</updated>
  <link href="https://arxiv.org/api/query?search_query=&amp;id_list=2103.17249" type="application/atom+xml"/>
  <opensearch:itemsPerPage>1</opensearch:itemsPerPage>
  <opensearch:totalResults>${entries.length}</opensearch:totalResults>
  <opensearch:startIndex>0</opensearch:startIndex>
${entries.map(toEntry).join('\n')}
</feed>
`;
}

function toEntry({ id, title, summary, published, authors = ['Or Patashnik', 'Zongze Wu'], more = '' }: Entry): string {
  const address = id ?? 'http://arxiv.org/abs/2103.17249v1';
  return `  <entry>
    <id>${address}</id>
    <title>${title ?? 'StyleCLIP: Text-Driven Manipulation of\n  StyleGAN Imagery'}</title>
    <updated>2021-04-02T18:00:00Z</updated>
    <link href="${address}" rel="alternate" type="text/html"/>
    <link href="${address.replace('abs', 'pdf')}" rel="related" type="application/pdf" title="pdf"/>
    <summary>${summary ?? '  Inspired by the ability of StyleGAN, we edit\npictures by words.\n'}</summary>
    <category term="cs.CV" scheme="http://arxiv.org/schemas/atom"/>
    <published>${published ?? '2021-03-31T17:51:25Z'}</published>
    <arxiv:primary_category term="cs.CV"/>
    ${more}
${authors.map((name) => `    <author>\n      <name>${name}</name>\n    </author>`).join('\n')}
  </entry>`;
}

/** What arXiv answers, with status 200, to an id that is none. */
export const ATOM_ERROR = toAtom({
  id: 'https://arxiv.org/api/errors#incorrect_id_format_for_1234',
  title: 'Error',
  summary: 'incorrect id format for 1234',
  authors: ['arXiv api core'],
});

/** An answer of Crossref about one work. */
export function toWork(message: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ status: 'ok', 'message-type': 'work', 'message-version': '1.0.0', message });
}

/** A paper in a journal. */
export const INSTANT_NGP = {
  DOI: '10.1145/3528223.3530127',
  URL: 'https://doi.org/10.1145/3528223.3530127',
  type: 'journal-article',
  title: ['Instant neural graphics primitives with a multiresolution hash encoding'],
  author: [
    { given: 'Thomas', family: 'Müller', sequence: 'first', affiliation: [{ name: 'NVIDIA' }] },
    { given: 'Alex', family: 'Evans', sequence: 'additional', affiliation: [{ name: 'NVIDIA' }] },
    { name: 'A Working Group', sequence: 'additional', affiliation: [] },
  ],
  'container-title': ['ACM Transactions on Graphics'],
  'short-container-title': ['ACM Trans. Graph.'],
  publisher: 'Association for Computing Machinery (ACM)',
  issued: { 'date-parts': [[2022, 7]] },
  abstract:
    '<jats:title>Abstract</jats:title><jats:p>Neural graphics &amp; primitives, at <jats:inline-formula><jats:tex-math>$1 &lt; 2$</jats:tex-math></jats:inline-formula>. Code: https://github.com/NVlabs/instant-ngp.</jats:p>',
};
