/** Garbage: what may stand in the storage of a browser in the place of what a page once kept there. */

/** Texts of no use to anybody, for every key the same. */
export const GARBAGE: Readonly<Record<string, string>> = {
  nothing: '',
  'JSON cut off': '{"texts":{"title":"x',
  'a word': 'purple',
  'almost a view': 'with-notes ',
  null: 'null',
  true: 'true',
  'a number': '-1e999',
  'a text': '"with-notes"',
  'an array with nulls': '[null,{},[],"read",7]',
  'an array in an array, for ever': '['.repeat(100_000),
  'wrong types': '{"styleclip":["read"],"dietnerf":null,"plain":{"read":1},"texts":5,"topics":"x","href":7,"open":{}}',
  'names of every object': '{"__proto__":{"read":"read"},"constructor":"read","toString":"read","hasOwnProperty":1}',
  'texts without topics': '{"texts":{"title":"x"}}',
  'topics without texts': '{"texts":null,"topics":[]}',
  'texts that are none': '{"texts":{"title":7,"notes":null,"__proto__":"x"},"topics":[null,{},7]}',
  'topics like an array': '{"texts":{"title":"x"},"topics":{"length":1,"0":"Images"}}',
  'a place without numbers': '{"href":"x","top":"far","left":null,"open":[null,7]}',
  'the shape of another version': '{"version":2,"marks":{"styleclip":"read"},"fields":[{"title":"x"}]}',
  markup: '"><img src=x onerror=alert(1)><script>alert(1)</script>',
  paths: '../../styleclip ..%2f%2e /etc/passwd http://example.org/ styleclip.bib?x a/b',
  'half of a character': '\ud800',
  'a null character': 'with-notes\u0000dark',
  'a huge text': 'x'.repeat(1_000_000),
  'a huge object': `{${Array.from({ length: 40_000 }, (_, index) => `"paper-${index}":"eaten"`).join(',')}}`,
};
