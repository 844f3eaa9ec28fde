// Opens a report in Chromium as a phone, a desk and a printer would, and holds it to what a page must be.
//
//   node report_test.mjs LYTES FOLDER
//
// LYTES is the program, FOLDER where its pages and the screenshots go. Ends with 77 where Chromium or the node modules
// are missing (npm ci in this folder), which CTest takes as skipped.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const skipped = 77;
const [, , lytes, folder] = process.argv;

function skip(why) {
  console.log(`Skipped: ${why}`);
  process.exit(skipped);
}

const browser = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
if (!browser) skip('Chromium is not installed (Debian: apt-get install chromium).');
const require = createRequire(import.meta.url);
let chromium, axe;
try {
  ({ chromium } = require('playwright-core'));
  axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
} catch {
  skip('the node modules are not there (npm ci --prefix tests/browser).');
}

const faults = [];
function must(holds, words) {
  if (!holds) faults.push(words);
}

// Nothing of the machine's own: no journal, no configuration, a fixed clock and zone.
const now = '2026-11-22T18:00:00+01:00';
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const environment = { PATH: process.env.PATH, HOME: folder, TMPDIR: folder, TZ: 'Europe/Berlin', LC_ALL: 'C.UTF-8' };
function run(journal, ...words) {
  return execFileSync(lytes, ['--db', journal, '--now', now, '--no-color', ...words], { env: environment, encoding: 'utf8' });
}

function makePages() {
  const kept = path.join(folder, 'demo');
  execFileSync(lytes, ['--now', now, '--no-color', 'demo', '--keep', kept], { env: environment });
  const made_up = path.join(kept, 'journal.db');
  const hostile = path.join(folder, 'hostile.db');
  run(hostile, 'drink', '500ml', 'water', '@', '2026-11-22', '9:00');
  run(hostile, 'spasm', '<script>alert(1)</script>', '7/10', '--with', 'numbness');
  run(hostile, 'spasm', `\u202Eevil "quotes" 'and' & more`, '3/10');
  run(hostile, 'spasm', '\u05E9\u05D5\u05E7 \u05E9\u05DE\u05D0\u05DC', '4/10');
  run(hostile, 'spasm', 'calf'.repeat(2500), '2/10');
  const pages = {};
  const page = (name, journal, ...words) => {
    pages[name] = path.join(folder, `${name}.html`);
    run(journal, ...words, '--html', pages[name]);
  };
  page('week', made_up, 'week');
  page('report', made_up, 'report');
  page('empty', path.join(folder, 'none.db'), 'week');
  page('hostile', hostile, 'week');
  page('doctor', made_up, 'report', '--for-doctor');
  page('doctor-empty', path.join(folder, 'none.db'), 'report', '--for-doctor');
  page('doctor-hostile', hostile, 'report', '--for-doctor');
  page('doctor-much', muchToTell(), 'report', '--for-doctor', '--from', '2016-11-23');
  return pages;
}

// Ten years, more medicines and conditions than most people have, and every kind of sign.
function muchToTell() {
  const much = path.join(folder, 'much.db');
  const diary = ['date,status,fluid_ml,mg_mg,k_mg,stress,spasms'];
  for (let day = Date.UTC(2016, 10, 23), i = 0; day < Date.UTC(2026, 10, 22); day += 86400e3, ++i)
    diary.push(`${new Date(day).toISOString().slice(0, 10)},complete,${900 + (i * 37) % 2600},${150 + (i * 53) % 450},${1500 + (i * 71) % 3000},${i % 10},${(i * 7) % 4}`);
  writeFileSync(path.join(folder, 'much.csv'), diary.join('\n') + '\n');
  run(much, 'import', 'daily', path.join(folder, 'much.csv'));
  const names = ['ramipril 5 mg', 'omeprazole 20 mg', 'furosemide 40 mg', 'atorvastatin 40 mg 0-0-1', 'metoprolol succinate 47.5 mg',
                 'apixaban 5 mg', 'metformin 1000 mg', 'insulin glargine 18 units at night', 'levothyroxine 75 mcg', 'pregabalin 75 mg',
                 'salbutamol inhaler as needed', 'prednisolone 5 mg', 'sertraline 50 mg', 'ibuprofen 400 mg as needed for the back',
                 'torasemide 10 mg', 'candesartan 8 mg', 'amlodipine 5 mg', 'unheard of tablets 3 mg'];
  for (const name of names) run(much, 'profile', 'set', `medicine=${name}`, 'since=2020-03');
  const conditions = ['high blood pressure', 'type 2 diabetes', 'osteoporosis', 'slipped disc at l4/l5', 'underactive thyroid',
                      'restless legs', 'fibromyalgia', 'asthma', 'gout', 'polyneuropathy', 'heart failure'];
  for (const name of conditions) run(much, 'profile', 'set', `condition=${name}`, 'since=2009');
  const signs = ['cannot pass urine', 'numbness in the left leg', 'fever and back pain', 'weakness of the right arm', 'night sweats',
                 'tingling in both hands', 'unexplained weight loss', 'clumsy hands', 'lost bladder control'];
  for (const sign of signs) run(much, 'note', sign);
  for (let i = 1; i < 13; ++i) {
    run(much, 'take', `${i}00mg tablets of the forte kind number ${'abcdefghijklm'[i]}`, '@', 'yesterday 8:00');
    run(much, 'log', `own factor ${'abcdefghijklm'[i]} ${i % 10}`, '@', 'yesterday 9:00');
    run(much, 'spasm', `${['left', 'right'][i % 2]} ${['calf', 'foot', 'thigh', 'hip', 'shoulder', 'jaw'][i % 6]} ${i % 10}/10 9m`, '@', 'yesterday 3:00');
  }
  return much;
}

// A chart says its name and its content to those who cannot see it, and its numbers stand in a table.
function chartFaults() {
  const found = [];
  const figures = [...document.querySelectorAll('figure.chart')];
  for (const figure of figures) {
    const svg = figure.querySelector('svg[role=img]');
    const [name, words] = svg.getAttribute('aria-labelledby').split(' ').map((id) => document.getElementById(id));
    if (name?.localName !== 'title' || !name.textContent.trim()) found.push(`chart ${figure.id} has no name`);
    if (words?.localName !== 'desc' || !words.textContent.trim()) found.push(`chart ${figure.id} has no words`);
    if (!figure.querySelector('details table caption')) found.push(`chart ${figure.id} has no table`);
    const frame = svg.getBoundingClientRect();
    for (const text of svg.querySelectorAll('text')) {
      const box = text.getBoundingClientRect();
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1)
        found.push(`chart ${figure.id}: "${text.textContent}" stands out of it`);
    }
  }
  return found;
}

function pageFaults() {
  const found = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) found.push(`${root.scrollWidth - root.clientWidth} px too wide`);
  if (document.querySelector('script, [style], link, img, iframe, object')) found.push('holds what it must not');
  if (getComputedStyle(document.body).marginTop !== '0px') found.push('the style was not allowed');
  const levels = [...document.querySelectorAll('h1, h2, h3, h4')].map((h) => Number(h.localName[1]));
  if (levels[0] !== 1 || levels.some((level, i) => i > 0 && level > levels[i - 1] + 1)) found.push('headings skip a level');
  return found;
}

const pages = makePages();
const context = await chromium.launchPersistentContext(path.join(folder, 'browser'), {
  executablePath: browser,
  headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
         '--disable-component-update', '--disable-sync'],
});

async function look(name, file, size, scheme) {
  const where = `${name}, ${size.width} px, ${scheme}`;
  const page = await context.newPage();
  const note = (words) => must(false, `${where}: ${words}`);
  page.on('console', (message) => note(`console: ${message.text()}`));
  page.on('pageerror', (error) => note(`error: ${error.message}`));
  page.on('request', (request) => must(request.url().startsWith('file:'), `${where}: asks for ${request.url()}`));
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: scheme });
  await page.goto(pathToFileURL(file).href);
  for (const fault of [...(await page.evaluate(pageFaults)), ...(await page.evaluate(chartFaults))]) note(fault);
  const charts = await page.locator('figure.chart').count();
  const expected = { empty: 0, hostile: 3, 'doctor-empty': 0 }[name] ?? (name.startsWith('doctor') ? 1 : 5);
  must(charts === expected, `${where}: ${charts} charts`);
  await page.screenshot({ path: path.join(folder, `${name}-${size.width}-${scheme}.png`), fullPage: true });
  // The folded tables must fit and read well too.
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
  for (const fault of await page.evaluate(pageFaults)) note(`with the tables open: ${fault}`);
  await page.evaluate(axe);
  // In the dark only the colours are others. What passes is not asked for: to list it takes as long as to find out.
  const asked = { resultTypes: ['violations'], preload: false, ...(scheme === 'dark' && { runOnly: ['color-contrast'] }) };
  const { violations } = await page.evaluate((options) => axe.run(options), asked);
  for (const violation of violations)
    note(`axe ${violation.id}: ${violation.nodes.map((node) => node.target + ' ' + (node.any[0]?.message ?? '')).slice(0, 3).join(' | ')}`);
  await page.close();
}

async function print(name, file) {
  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href);
  const pdf = await page.pdf({ path: path.join(folder, `${name}.pdf`), preferCSSPageSize: true });
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 680, height: 1000 });
  await page.screenshot({ path: path.join(folder, `${name}-print.png`), fullPage: true });
  await page.close();
  return (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
}

try {
  for (const [name, file] of Object.entries(pages)) {
    for (const size of [{ width: 360, height: 740 }, { width: 1280, height: 900 }])
      for (const scheme of ['light', 'dark']) await look(name, file, size, scheme);
    const sheets = await print(name, file);
    must(sheets <= 2, `${name}: ${sheets} sheets of paper`);
  }
} finally {
  await context.close();
  rmSync(path.join(folder, 'browser'), { recursive: true, force: true });
}
for (const fault of faults) console.log(fault);
console.log(faults.length === 0 ? `Sound: ${Object.keys(pages).join(', ')}; screenshots in ${folder}` : `${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
