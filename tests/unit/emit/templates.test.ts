/** Templates that cannot be read or filled say which of them it is, and why. */
import { expect, test } from 'vitest';
import { createPrint, TemplateError } from '../../../src/emit/templates.ts';

const print =
  (templates: Record<string, string>, view: object = {}) =>
  () =>
    createPrint({ page: '<p><%~ include("@part", it) %></p>', part: '', ...templates })('page', view);

test('text is escaped, Html is not', () => {
  expect(print({ part: '<%= it.text %><%~ it.html %>' }, { text: `<"'&\`>`, html: '<b>' })()).toBe(
    '<p>&lt;&quot;&#39;&amp;&#96;&gt;<b></p>',
  );
});

test.each([
  ['a value that is not there', '\n<%= it.nothing %>', /^templates\/part\.eta:2: it prints undefined/],
  ['markup that is not there', '<%~ it.nothing %>', /^templates\/part\.eta:1: it prints undefined/],
  ['what every object has', '<%= it.constructor %>', /^templates\/part\.eta:1: it prints function/],
  ['a list', '<%= [] %>', /^templates\/part\.eta:1: it prints/],
  ['a step too far', '\n\n<%= it.nothing.more %>', /^templates\/part\.eta:3: Cannot read properties of undefined/],
  ['an unknown template', '<%~ include("@gone") %>', /^templates\/part\.eta:1: .*@gone/],
  ['an unclosed tag', '<%= it.text', /^templates\/part\.eta: unclosed tag/],
  ['a slip of the pen', '<% if ( { %>', /^templates\/part\.eta: .*Unexpected token/],
])('%s', (_, part, message) => {
  expect(print({ part })).toThrow(TemplateError);
  expect(print({ part })).toThrow(message);
});
