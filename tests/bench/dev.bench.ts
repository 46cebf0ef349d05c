/** dev: from a change in one paper of a list of 1,000 to the event that reloads pages, and to the page it is about. */
import { readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { test } from 'vitest';
import { startDev } from '../support/dev-server.ts';
import { generateList } from '../support/generated-list.ts';
import { createFolder } from '../support/papershelf.ts';
import { summarise, tell } from './measure.ts';

const CHANGES = 30;

test('1,000 papers', { timeout: 300_000 }, async () => {
  const folder = createFolder(generateList(1000));
  const { url, told, interrupt } = await startDev(folder);
  tell('dev, 1,000 papers', told().trim().split('\n')[0] as string);
  let onEvent = () => {};
  get(`${url}.papershelf/events`, (response) => response.on('data', () => onEvent()));
  const times: Record<'event' | 'paper' | 'home', number[]> = { event: [], paper: [], home: [] };
  for (let change = 0; change < CHANGES; change += 1) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    const file = join(folder, `papers/paper-${change}.md`);
    const text = readFileSync(file, 'utf8');
    const event = new Promise<void>((resolve) => {
      onEvent = resolve;
    });
    const started = performance.now();
    writeFileSync(file, text.replace('## Details', `## Details ${change}`));
    await event;
    times.event.push(performance.now() - started);
    const name = change % 2 === 0 ? 'paper' : 'home';
    await (await fetch(`${url}${name === 'paper' ? `papers/paper-${change}.html` : 'index.html'}`)).text();
    times[name].push(performance.now() - started);
  }
  const lines = [...told().matchAll(/changed, (\d+) ms/g)].map((match) => Number(match[1]));
  for (const [label, numbers] of [
    ['change seen to reload sent', lines],
    ['file written to reload heard', times.event],
    ['file written to its page served', times.paper],
    ['file written to the home page served', times.home],
  ] as const) {
    const { median, p95 } = summarise(numbers);
    tell(label, `median ${median.toFixed(0)} ms`, `95 % ${p95.toFixed(0)} ms`);
  }
  await interrupt();
});
