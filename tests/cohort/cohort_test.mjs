// Two hundred made-up diaries, given away as anonymous exports and read together by the SQL of docs/cohort.md, agree
// week by week with what `lytes report --json` says of each. Exit code 77 where DuckDB is missing.
//   usage: node cohort_test.mjs LYTES FOLDER
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const people = 200;
const days = 42;

let duckdb;
try {
  duckdb = await import("@duckdb/node-api");
} catch {
  console.log("DuckDB is missing: script/bootstrap cohort installs it");
  process.exit(77);
}

const [program, given] = process.argv.slice(2);
const folder = resolve(given);
rmSync(folder, { recursive: true, force: true });
mkdirSync(join(folder, "exports"), { recursive: true });

const day_after = (first, count) => new Date(Date.parse(first) + count * 86400e3).toISOString().slice(0, 10);
const monday_of = (day) => day_after(day, -((new Date(day).getUTCDay() + 6) % 7));

/// The same numbers every time.
function numbers(seed) {
  let state = seed * 2654435761 + 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function diary_of(person) {
  const random = numbers(person);
  const first = day_after("2026-09-01", Math.floor(random() * 14));
  let csv = "date,status,fluid_ml,mg_mg,k_mg,stress,spasms\n";
  for (let day = 0; day < days; ++day) {
    const closed = random();
    const status = closed < 0.7 ? "complete" : closed < 0.8 ? "partial" : "";
    const figure = (least, most) => (random() < 0.15 ? "" : (least + random() * (most - least)).toFixed(1));
    const figures = [figure(500, 3000), figure(100, 500), figure(800, 4000), figure(0, 10)];
    const spasms = random() < 0.2 ? "" : Math.floor(random() * random() * 5);
    csv += [day_after(first, day), status, ...figures, spasms].join(",") + "\n";
  }
  return { csv, first, last: day_after(first, days - 1) };
}

const environment = { ...process.env, TZ: "Europe/Berlin", LC_ALL: "C.UTF-8" };
const lytes = (journal, ...words) =>
  execFileSync(program, ["--db", journal, "--now", "2026-11-22 10:00", ...words],
    { env: environment, maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] }).toString();

/// What the report says, week by week; weeks of which it says nothing are left out.
function weeks_of(report) {
  const weeks = new Map();
  const add = (row, key, value) => {
    if (value !== null) row[key] = (row[key] ?? 0) + value;
  };
  for (const day of report.days) {
    const key = monday_of(day.day);
    const row = weeks.get(key) ?? { closed_days: 0, spasm_days: 0, stress: [] };
    if (day.intake_status === "complete") {
      ++row.closed_days;
      for (const nutrient of ["water_ml", "magnesium_mg", "potassium_mg"]) add(row, nutrient, day.intake[nutrient]);
    }
    if (day.spasm_status === "complete") {
      ++row.spasm_days;
      add(row, "spasms", day.spasms);
    }
    if (day.stress_mean !== null) row.stress.push(day.stress_mean);
    if (row.closed_days + row.spasm_days + row.stress.length > 0) weeks.set(key, row);
  }
  return [...weeks.entries()].sort().map(([, row]) => row);
}

const expected = new Map();
for (let person = 1; person <= people; ++person) {
  const name = `person-${String(person).padStart(3, "0")}`;
  const journal = join(folder, "journal.db");
  rmSync(journal, { force: true });
  const { csv, first, last } = diary_of(person);
  writeFileSync(join(folder, "diary.csv"), csv);
  lytes(journal, "import", "daily", join(folder, "diary.csv"));
  expected.set(name, weeks_of(JSON.parse(lytes(journal, "report", "--json", "--from", first, "--to", last))));
  lytes(journal, "export", "json", "--anonymise", join(folder, "exports", `${name}.json`));
  rmSync(join(folder, "backups"), { recursive: true, force: true });
}

const document = join(dirname(fileURLToPath(import.meta.url)), "../../docs/cohort.md");
const sql = readFileSync(document, "utf8").match(/```sql\n([\s\S]*?)```/)[1].replace("exports/*.json", join(folder, "exports/*.json"));
const connection = await (await duckdb.DuckDBInstance.create(":memory:")).connect();
const rows = (await connection.runAndReadAll(sql)).getRowObjects();

let faults = 0;
const near = (a, b, within) => (a ?? null) === null || (b ?? null) === null ? (a ?? null) === (b ?? null) : Math.abs(Number(a) - Number(b)) <= within;
const found = new Map();
for (const row of rows) {
  const name = row.person.match(/(person-\d+)\.json$/)[1];
  found.set(name, [...(found.get(name) ?? []), row]);
}
for (const [name, weeks] of expected) {
  const own = found.get(name) ?? [];
  if (own.length !== weeks.length) {
    console.log(`${name}: ${own.length} weeks in place of ${weeks.length}`);
    ++faults;
    continue;
  }
  weeks.forEach((week, place) => {
    const mean = week.stress.length ? week.stress.reduce((a, b) => a + b) / week.stress.length : null;
    // The report rounds each day to a tenth.
    const pairs = { closed_days: [week.closed_days, 0], spasm_days: [week.spasm_days, 0], spasms: [week.spasms, 0],
      water_ml: [week.water_ml, 0.5], magnesium_mg: [week.magnesium_mg, 0.5], potassium_mg: [week.potassium_mg, 0.5],
      stress: [mean, 0.01] };
    for (const [column, [value, within]] of Object.entries(pairs)) {
      if (near(value, own[place][column], within)) continue;
      console.log(`${name}, week ${place + 1}, ${column}: ${own[place][column]} in place of ${value}`);
      ++faults;
    }
  });
}
console.log(`${rows.length} rows of ${expected.size} people, ${faults} of them wrong`);
process.exit(faults === 0 && rows.length > people * 5 ? 0 : 1);
