/** A real browser, a server for a built site, and a record of everything a page should not do. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Download, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { findProgram } from './chromium-program.ts';
import { createFolder } from './papershelf.ts';

/** Connects to the browser that was started for all tests; starts one where there is none. */
export async function launch(): Promise<Browser> {
  const endpoint = inject('browser');
  return endpoint ? chromium.connect(endpoint) : chromium.launch(await findProgram());
}

const TYPES: Readonly<Record<string, string>> = {
  '.bib': 'text/plain; charset=utf-8',
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/** Serves a folder under a base path, as static hosts do: exact files, `404.html` for the rest. */
export async function serve(
  folder: string,
  base: string,
): Promise<{ readonly url: string; readonly close: () => void }> {
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const inside = path.startsWith(base) ? path.slice(base.length) || 'index.html' : '404.html';
    const file = join(folder, inside);
    const isThere = file.startsWith(folder) && existsSync(file) && statSync(file).isFile();
    const served = isThere ? file : join(folder, '404.html');
    response.writeHead(isThere ? 200 : 404, { 'content-type': TYPES[extname(served)] ?? 'application/octet-stream' });
    createReadStream(served).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}${base}`, close: () => server.close() };
}

/** What went wrong on a page, and whom else it asked for something. */
export interface PageRecord {
  readonly faults: string[];
  readonly foreign: string[];
}

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A page that answers every foreign request with a picture of one pixel, and writes down requests and faults. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; record: PageRecord }> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(60_000);
  const record: PageRecord = { faults: [], foreign: [] };
  await context.route(/^https?:\/\/(?!127\.0\.0\.1)/, (route) => {
    record.foreign.push(route.request().url());
    return route.fulfill({ contentType: 'image/png', body: PIXEL });
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') record.faults.push(message.text());
  });
  page.on('pageerror', (error) => record.faults.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 400) record.faults.push(`${response.status()} ${response.url()}`);
  });
  return { page, record };
}

/** The path of a file that a page has handed to its reader. */
export async function saveFile(download: Download): Promise<string> {
  const file = join(createFolder(), download.suggestedFilename());
  await download.saveAs(file);
  return file;
}
