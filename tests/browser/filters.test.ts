/** Filters: values of facets chosen and shut out, by mouse and by keyboard, and the chips that take them back. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { found, onField, useReadingList, waitForCount } from '../support/reader.ts';

const { open } = useReadingList();

const choose = (page: Page, group: string, name: string) =>
  page.getByRole('list', { name: group, exact: true }).getByRole('checkbox', { name: new RegExp(`^${name}`) });
const leftOf = async (page: Page, group: string, name: string) =>
  (await choose(page, group, name).locator('xpath=..').locator('.count').textContent()) ?? '';

test('within a facet any, between facets all, each value can be shut out; counts and address follow', async () => {
  const page = await open('index.html');
  await page.getByRole('button', { name: 'Filter' }).click();
  await choose(page, 'Venue', 'ICCV').check();
  await waitForCount(page, '2 of 64 papers');
  expect(await leftOf(page, 'Topic', 'Scenes')).toBe('1');
  await choose(page, 'Topic', 'Scenes').check();
  await waitForCount(page, '1 of 64 papers');
  // Others within the same facet would add to it.
  expect(await leftOf(page, 'Topic', 'Images')).toBe('1');
  await choose(page, 'Topic', 'Images').check();
  await waitForCount(page, '2 of 64 papers');
  await choose(page, 'With', 'Code').check();
  await waitForCount(page, '1 of 64 papers');
  expect(await found(page).allTextContents()).toEqual([expect.stringContaining('StyleCLIP')]);
  expect(new URL(page.url()).search).toBe('?topic=scenes,images&venue=iccv&code=yes');
  await choose(page, 'With', 'Code').uncheck();
  await page.getByRole('button', { name: 'not Images', exact: true }).click();
  await waitForCount(page, '1 of 64 papers');
  expect(new URL(page.url()).search).toBe('?topic=scenes,-images&venue=iccv');
  expect(await page.locator('.chips li').allTextContents()).toEqual(['Scenes', 'not Images', 'ICCV', 'Clear all']);
});

test('Escape leaves the filters', async () => {
  const page = await open('index.html');
  await page.getByRole('button', { name: 'Filter' }).press('Enter');
  const box = page.locator('.facet input[type="checkbox"]').first();
  await box.focus();
  await page.keyboard.press('Escape');
  expect(await page.locator('#filters').isVisible()).toBe(false);
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('filter');
});

test('all of it by keyboard alone', async () => {
  const page = await open('index.html');
  await page.keyboard.press('/');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('.facet').first().waitFor();
  const focusOn = async (matches: string) => {
    for (let presses = 0; presses < 100; presses += 1) {
      if (await page.evaluate((selector) => document.activeElement?.matches(selector), matches)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${matches}`);
  };
  await focusOn('.facet li:nth-child(2) input');
  await page.keyboard.press('Space');
  await waitForCount(page, '2 of 64 papers');
  await focusOn('.facet li:nth-child(3) .shut');
  await page.keyboard.press('Enter');
  await waitForCount(page, '1 of 64 papers');
  await focusOn('.found-actions button');
  await focusOn('.chips button');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.locator('section.topic#topic-images').waitFor();
  await focusOn('.entry .pick');
  await page.keyboard.press('Space');
  await focusOn('.entry .mark');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('To read');
  await page.getByText('1 selected').waitFor();
});

test('Back undoes, a chip removes', async () => {
  const page = await open('index.html');
  await page.getByRole('button', { name: 'Filter' }).click();
  await choose(page, 'Venue', 'ICCV').check();
  await waitForCount(page, '2 of 64 papers');
  await choose(page, 'Topic', 'Scenes').check();
  await waitForCount(page, '1 of 64 papers');
  await page.goBack();
  await waitForCount(page, '2 of 64 papers');
  expect(await choose(page, 'Topic', 'Scenes').isChecked()).toBe(false);
  await page.getByRole('button', { name: 'Remove ICCV' }).click();
  await page.locator('section.topic#topic-images').waitFor();
  await page.goBack();
  await waitForCount(page, '2 of 64 papers');
});

test.each(['Remove ICCV', 'Clear all'])('goes to the search field after the last chip: %s', async (name) => {
  const page = await open('index.html?venue=iccv');
  await waitForCount(page, '2 of 64 papers');
  await page.getByRole('button', { name }).focus();
  await page.keyboard.press('Enter');
  await onField(page);
  await page.locator('#paper-chinese').waitFor();
});

test('calls up no keyboard after a finger on the last chip', async () => {
  const page = await open('index.html?venue=iccv');
  await page.getByRole('button', { name: 'Clear all' }).click();
  await page.waitForFunction(() => document.activeElement?.matches('button.filter'));
});
