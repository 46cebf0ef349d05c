/** The table of fields: what its types cannot hold. */
import { expect, test } from 'vitest';
import { FIELD_ROWS } from '../../../src/model/fields.ts';

const inputs = FIELD_ROWS.flatMap(({ name, form }) => (form === undefined ? [] : [{ name, ...form }]));

test('an input that follows another follows one of the same part of the form', () => {
  for (const { name, after, isMore } of inputs.filter((input) => input.after !== undefined)) {
    expect(inputs.find((input) => input.name === after)?.isMore, `${name} after ${after}`).toBe(isMore);
    expect(
      inputs.map((input) => input.name),
      name,
    ).toContain(after);
  }
});

test('facts are shown as they are read, so each is one text', () => {
  const facts = FIELD_ROWS.filter(({ shown }) => shown?.as === 'fact');
  expect(facts.length).toBeGreaterThan(3);
  expect(facts.filter(({ written }) => !['line', 'bare', 'prose'].includes(written))).toEqual([]);
});
