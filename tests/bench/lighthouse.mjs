/** Lighthouse: its four scores for the home, the notes and a paper of the CLIP list, served compressed as hosts do; run by `npm run lighthouse`. */
import { spawn, spawnSync } from 'node:child_process';
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { createGzip } from 'node:zlib';
import { unpackChromium } from '../support/packaged-chromium.mjs';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'papershelf-'));
const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};
const PAGES = process.argv.length > 2 ? process.argv.slice(2) : ['', 'notes.html', 'papers/clip-nerf.html'];

const own = process.env.PAPERSHELF_CHROMIUM;
const browser = own === undefined ? await unpackChromium() : { program: own, env: {} };

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  const file = join(folder, 'dist', pathname === '/' ? 'index.html' : pathname);
  if (!existsSync(file)) return response.writeHead(404).end();
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip', 'cache-control': 'max-age=31536000' });
  createReadStream(file).pipe(createGzip()).pipe(response);
}).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const site = `http://127.0.0.1:${server.address().port}`;

// Where the site lives is part of what is judged: a canonical link to another host costs points.
const build = spawnSync(
  process.execPath,
  ['lib/papershelf.js', 'build', '--out', join(folder, 'dist'), '--base', `${site}/`],
  { cwd: root, encoding: 'utf8' },
);
if (build.status !== 0) throw new Error(build.stderr);
for (const page of PAGES) {
  const report = join(folder, 'report.json');
  await run([
    '--chrome-flags=--headless --no-sandbox --disable-gpu',
    '--output=json',
    `--output-path=${report}`,
    '--quiet',
    `${site}/${page}`,
  ]);
  const { categories, audits } = JSON.parse(readFileSync(report, 'utf8'));
  const scores = Object.values(categories).map(({ title, score }) => `${title} ${Math.round(score * 100)}`);
  process.stdout.write(
    `${page}: ${scores.join(', ')}; CLS ${audits['cumulative-layout-shift'].displayValue}, LCP ${audits['largest-contentful-paint'].displayValue}\n`,
  );
  for (const { auditRefs, score } of Object.values(categories)) {
    if (score === 1) continue;
    for (const { id, weight } of auditRefs) {
      const audit = audits[id];
      if (weight > 0 && audit.score !== null && audit.score < 0.995)
        process.stdout.write(`  ${id}: ${audit.title} (${audit.score}) ${audit.displayValue ?? ''}\n`);
    }
  }
}
server.close();
rmSync(folder, { recursive: true, force: true });

/** @param {string[]} args */
function run(args) {
  return new Promise((resolve, reject) => {
    const child = spawn('lighthouse', args, {
      env: { ...process.env, ...browser.env, CHROME_PATH: browser.program },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', reject);
    child.once('exit', resolve);
  });
}
