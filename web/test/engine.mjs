// The engine as the browser has it against the command: the same bytes, errors that are answers, and how long it takes.
//   node web/test/engine.mjs ENGINE.wasm VESSELS
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import assert from "node:assert/strict";

const [wasm, vessels] = process.argv.slice(2);
const { instance } = await WebAssembly.instantiate(readFileSync(wasm), {});
const { memory, alloc, dealloc, call } = instance.exports;

function raw(text) {
  const bytes = new TextEncoder().encode(text);
  const at = alloc(bytes.length);
  new Uint8Array(memory.buffer, at, bytes.length).set(bytes);
  const packed = BigInt.asUintN(64, call(at, bytes.length));
  const [pointer, length] = [Number(packed >> 32n), Number(packed & 0xffff_ffffn)];
  const answer = new TextDecoder().decode(new Uint8Array(memory.buffer, pointer, length));
  dealloc(pointer, length);
  return JSON.parse(answer);
}
const ask = (request) => raw(JSON.stringify(request));
const right = (answer) => (assert.equal(answer.error, undefined, JSON.stringify(answer.error)), answer);

const folder = mkdtempSync(join(tmpdir(), "vessels-"));
function native(scenario, set, replications) {
  const sets = set.flatMap((s) => ["--set", s]);
  const options = ["--replications", `${replications}`, "--quiet", "--no-charts", "--force", "--out", folder];
  try {
    execFileSync(vessels, ["run", scenario, ...sets, ...options], { stdio: ["ignore", "ignore", "pipe"] });
  } catch (error) {
    if (error.status !== 1) throw error; // 1: a declared expectation was missed, which few replications may well do
  }
  const run = JSON.parse(readFileSync(join(folder, "run.json"), "utf8"));
  return { csv: readFileSync(join(folder, "summary.csv"), "utf8"), digest: run.digest };
}

const catalogue = right(ask({ ask: "catalogue" }));
assert.ok(catalogue.scenarios.length > 30);

// Every scenario opens and has a theory; every control can be set to what it says, and to its ends.
for (const { name } of catalogue.scenarios) {
  const opened = right(ask({ ask: "open", scenario: name }));
  right(ask({ ask: "theory", scenario: name }));
  // As one file it is the same, and says where it comes from.
  const { toml, fileName } = right(ask({ ask: "toml", scenario: name }));
  assert.equal(right(ask({ ask: "open", scenario: "mine", text: toml })).digest, opened.digest, name);
  assert.match(toml, new RegExp(`^# Exported from the explorer of vessels .*: scenario ${name}, as it was\\n\\n`));
  assert.equal(fileName, `${name}.toml`);
  for (const control of opened.controls) {
    assert.ok(control.low <= control.value && control.value <= control.high, control.path);
    const set = [`${control.path}=${control.template.replace("{}", control.value)}`];
    const moved = ask({ ask: "open", scenario: name, set });
    if (moved.error) assert.ok(moved.error.diagnostics.length > 0, `${name}: ${set}`);
    // The ends of a margin and of a prevalence are possible: no threshold is asked for that there is not, and shares add up.
    const ends = control.least
      ? ["fpr", "fdr"].map((reading) => `${control.readings[reading]}=${control.least[reading]}`)
      : control.kind === "prevalence"
        ? [control.low, control.high].map((end) => `${control.path}=${end}`)
        : [];
    for (const end of ends) {
      const codes = (ask({ ask: "open", scenario: name, set: [end] }).error?.diagnostics ?? []).map((d) => d.code);
      const cannot = control.least ? ["S012"] : ["S011"];
      assert.deepEqual(
        codes.filter((code) => cannot.includes(code)),
        [],
        `${name}: ${end}`,
      );
    }
  }
}

// The same bytes as the command.
const cases = [
  ["commission-2022", [], 8],
  ["parliament-2023", ["policy.orders.known.rule.fdr=0.01"], 3],
  ["everything", [], 4],
  ["account-threshold", [], 2],
  ["learning-list", ["run.seed=7"], 3],
];
for (const [scenario, set, replications] of cases) {
  const theirs = native(scenario, set, replications);
  const ours = right(ask({ ask: "table", scenario, set, replications }));
  assert.equal(ours.csv, theirs.csv, `${scenario}: summary.csv`);
  const run = right(ask({ ask: "run", scenario, set, replications }));
  assert.equal(run.digest, theirs.digest, `${scenario}: digest`);
  // One file gives the same, in the command and here.
  const file = join(folder, `${scenario}.toml`);
  const { toml, fileName } = right(ask({ ask: "toml", scenario, set }));
  for (const one of set) assert.ok(toml.includes(`\n#   ${one.replace("=", " = ")}\n`), `${scenario}: ${one}`);
  assert.equal(fileName, `${scenario}${set.length > 0 ? "-changed" : ""}.toml`);
  writeFileSync(file, toml);
  const again = native(file, [], replications);
  assert.equal(again.csv, theirs.csv, `${scenario}: as one file`);
  assert.equal(again.digest, theirs.digest, `${scenario}: digest as one file`);
  const text = readFileSync(file, "utf8");
  assert.equal(right(ask({ ask: "table", scenario: "mine", text, replications })).csv, theirs.csv);
  console.log(`same bytes: ${scenario} ${set.join(" ")}`);
}

// In pieces as at once.
const whole = right(ask({ ask: "run", scenario: "reference", replications: 12 }));
right(ask({ ask: "open", scenario: "commission-2022" }));
for (const replications of [1, 5, 12]) {
  const part = right(ask({ ask: "run", scenario: "reference", replications }));
  if (replications === 12) assert.deepEqual(part, whole);
}

// Whatever is wrong is an answer.
const wrong = [
  "",
  "null",
  "{}",
  '{"ask":"nothing"}',
  "[".repeat(100_000),
  { ask: "open", scenario: "nothing" },
  { ask: "open", scenario: "worlds/eu-2024" },
  { ask: "open", scenario: "reference", set: ["nothing=1"] },
  { ask: "open", scenario: "reference", set: ["", "=", "==", ".=1", "run.days"] },
  { ask: "open", scenario: "mine", text: "title = " },
  { ask: "open", scenario: "mine", text: `a = ${"[".repeat(50_000)}` },
  { ask: "open", scenario: "", text: 'world = "../../../nothing.toml"' },
  { ask: "run", scenario: "reference", replications: 0 },
  { ask: "run", scenario: "reference", replications: 1e15 },
  { ask: "run", scenario: "reference", replications: -1 },
  { ask: "table", scenario: "reference", replications: 0 },
];
for (const request of wrong) {
  const answer = typeof request === "string" ? raw(request) : ask(request);
  assert.ok(answer.error?.message || answer.error?.diagnostics.length > 0, JSON.stringify(request));
}
const [first] = ask({ ask: "open", scenario: "reference", set: ["run.days=0"] }).error.diagnostics;
assert.match(first.code, /^S\d+$/);
assert.match(first.place, /^--set:1:/);

// How long it takes: the median and 90 % of so many.
function times(name, count, once) {
  const list = [];
  for (let i = 0; i < count; i++) {
    const from = performance.now();
    once(i);
    list.push(performance.now() - from);
  }
  list.sort((a, b) => a - b);
  const at = (p) => list[Math.floor(p * (count - 1))].toFixed(1);
  console.log(`${name}: median ${at(0.5)} ms, 90 % within ${at(0.9)} ms`);
}
const scenario = "commission-2022";
const margin = (i) => [`policy.orders.new.rule.fpr=${1e-4 * (1 + i / 1000)}`];
times("theory", 60, (i) => right(ask({ ask: "theory", scenario, set: margin(i) })));
times("8 replications", 20, (i) => right(ask({ ask: "run", scenario, set: margin(i), replications: 8 })));
times("16 replications", 10, (i) => right(ask({ ask: "run", scenario, set: margin(i + 50), replications: 16 })));
rmSync(folder, { recursive: true });
