/** Validates built pages with html-validate. */
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // KaTeX places its boxes with style attributes; the policy of the page allows those and no others are written.
    'no-inline-style': 'off',
    // Everything comes from the site itself, and a hash of its bytes is in its name.
    'require-sri': ['error', { target: 'crossorigin' }],
  },
});

/** Pages of one author, one tag and the like are made alike: a few of them stand for all. */
export function toSample<Page extends readonly [path: string, html: string]>(pages: readonly Page[]): readonly Page[] {
  return pages.filter(
    ([path], index) => !/^(?:authors|institutions|venues|tags)\/(?!index\.html)/.test(path) || index % 20 === 0,
  );
}

/** Every finding on every page, `page:line:column rule message`; none is what is wanted. */
export async function validate(pages: readonly (readonly [path: string, html: string])[]): Promise<string[]> {
  const reports = await Promise.all(
    pages.map(async ([path, html]) => ({ path, report: await validator.validateString(html, path) })),
  );
  return reports.flatMap(({ path, report }) =>
    report.results.flatMap(({ messages }) =>
      messages.map(({ line, column, ruleId, message }) => `${path}:${line}:${column} ${ruleId} ${message}`),
    ),
  );
}
