/** Missing pictures: each is reported, and a picture that was probably meant is looked for only so often. */
import { expect, test } from 'vitest';
import { checkFigureUses, toKnownFigures } from '../../../src/content/collect/figures.ts';
import type { Figure } from '../../../src/model/figure.ts';
import { FILE_START } from '../../../src/model/problem.ts';

const figure = (name: string): Figure => ({ name, fileName: name, file: `/${name}`, width: 1, height: 1 });

test('each missing picture is reported, with the one meant for the first 200', () => {
  const known = toKnownFigures(
    Array.from({ length: 300 }, (_, number) => figure(`papers/${number}/picture.png`)),
    new Set(['papers/refused.png']),
  );
  const files = Array.from({ length: 300 }, (_, number) => `papers/${number}.md`);
  const problems = files.flatMap((file, number) =>
    checkFigureUses(
      file,
      [`papers/${number}/picture.png`, `papers/${number}/Picture.PNG`, 'papers/refused.png'],
      () => FILE_START,
      known,
    ),
  );
  expect(problems.map(({ file }) => file)).toEqual(files);
  expect(problems[0]?.hint).toContain('Did you mean `papers/0/picture.png`?');
  expect(problems.filter(({ hint }) => hint.includes('Did you mean'))).toHaveLength(200);
});
