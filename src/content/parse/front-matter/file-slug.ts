/** File slug: the name of a paper as its path gives it. */

import { FILE_START, type Problem } from '../../../model/problem.ts';
import { isDeviceName, isPageName, type Slug, toSlug } from '../../../model/slug.ts';
import type { Source } from '../../../model/source.ts';
import { isLeftAlone } from '../../../text/left-alone.ts';
import { quote } from '../../../text/quote.ts';

/** `papers/a/styleclip.md` and `papers/styleclip/index.md` both give `styleclip`; the result is not always a valid slug. */
export function toFileName(path: string): string {
  const parts = path.split('/');
  const name = (parts.at(-1) ?? '').replace(/\.md$/i, '');
  return name === 'index' && parts.length > 2 ? (parts.at(-2) as string) : name;
}

/** The paper's slug, or the problem `slug-invalid` with a name that would work, made from `title` if need be. */
export function toFileSlug(source: Source, title: string): { slug?: Slug; problems: Problem[] } {
  const name = toFileName(source.path);
  const isAlone = isLeftAlone(source.path.split('/').at(-1) ?? '');
  if (isPageName(name) && !isAlone) return { slug: name, problems: [] };
  const problem: Problem = {
    rule: 'slug-invalid',
    severity: 'error',
    message: `A paper cannot be named ${quote(name)}: ${toReason(name, isAlone)}.`,
    hint: `Rename the file to \`${toGoodName(name, title)}.md\`; the name becomes part of the paper's URL.`,
    file: source.path,
    ...FILE_START,
  };
  return { problems: [problem] };
}

function toReason(name: string, isAlone: boolean): string {
  if (isAlone && isPageName(name)) return `a file ${quote(`${name}.md`)} is ignored and not published`;
  if (name === 'index') return 'that name is reserved for the page of the whole list';
  if (isDeviceName(name)) return 'Windows reserves that name for a device';
  if (name.length > 80) return 'it is longer than 80 characters';
  return 'use only lower-case letters a to z, digits and single hyphens between them';
}

function toGoodName(name: string, title: string): string {
  const slug = toSlug(name);
  if (slug !== undefined && isLeftAlone(`${slug}.md`)) return `${slug}-paper`;
  if (slug !== undefined && isPageName(slug)) return slug;
  if (slug !== undefined && isDeviceName(slug)) return `${slug}-paper`;
  const fromTitle = toSlug(title.split(/\s+/).slice(0, 5).join(' '));
  return fromTitle !== undefined && isPageName(fromTitle) ? fromTitle : 'my-paper';
}
