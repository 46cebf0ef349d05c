/** axe-core in a page: what it finds, with a few entries standing for all that are made alike. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { root } from './papershelf.ts';

const SOURCE = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** Rules about colours alone: all that the theme decides. */
export const COLOURS: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

/** Rules that are off by default are on: the size of targets. */
const ALL: RunOptions = { rules: { 'target-size': { enabled: true } } };

/** What axe finds wrong, `rule: element message`, at most three elements a rule; none is what is wanted. */
export async function findViolations(page: Page, options: RunOptions = ALL): Promise<string[]> {
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(SOURCE);
  const { violations } = await page.evaluate(
    (options) => (window as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } }).axe.run(options),
    // Without this, it describes every element that passes as well.
    { ...options, resultTypes: ['violations' as const] },
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 200)} ${node.any[0]?.message ?? ''}`),
  );
}

/**
 * Takes out entries of the page, and items, rows and points of each list, that have nothing which one before them lacks: no element
 * with other classes, attributes or parent, none with text where the others are empty. One formula is as another. axe takes
 * seconds for a hundred entries, and finds nothing in the last that it did not find in those that stay.
 */
export async function takeOutAlike(page: Page): Promise<void> {
  await page.evaluate(() => {
    const nameOf = (element: Element | null) => `${element?.localName}.${element?.getAttribute('class')}`;
    const partOf = (element: Element) =>
      [
        nameOf(element.parentElement),
        nameOf(element),
        ...element.getAttributeNames(),
        // What is for assistive technology alone is as much of the making as a class.
        element.getAttribute('role'),
        element.getAttribute('aria-pressed'),
        element.textContent?.trim() === '',
      ].join(' ');
    const seen = new Map<Element | null, Set<string>>();
    for (const element of document.querySelectorAll('article, li, tr, .points a')) {
      if (!element.isConnected) continue;
      // A list keeps an item of its own, whatever other lists have.
      const place = element.localName === 'article' ? document.body : element.parentElement;
      const before = seen.get(place) ?? new Set();
      const parts = [element, ...element.querySelectorAll(':not(.katex *)')].map(partOf);
      if (parts.every((part) => before.has(part))) element.remove();
      seen.set(place, new Set([...before, ...parts]));
    }
  });
}
