/** The numbers of the page are those of the command line. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { address, launch, missing, replications, WEB } from "./browser.mjs";

const places = ["release", "debug"].map((profile) => resolve(WEB, "../target", profile, "vessels"));
const VESSELS = process.env.VESSELS ?? places.find((place) => existsSync(place));
const reason = missing() ?? (VESSELS ? undefined : "no program vessels: cargo build, or set VESSELS to its place");

const VIEWS = [
  ["commission-2022", []],
  ["commission-2022", ["policy.orders.new.rule.fdr=0.01"]],
  ["motion-856", []],
];

/** What `3.45 million` says. */
function numberOf(text) {
  const [digits, word] = text.replaceAll("\u00a0", " ").replaceAll(",", "").split(" ");
  return Number(digits) * ({ million: 1e6, billion: 1e9, trillion: 1e12 }[word] ?? 1);
}

for (const [scenario, set] of VIEWS) {
  test(`${[scenario, ...set].join(" ")}: table and levels`, { skip: reason }, async () => {
    const browser = await launch();
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const query = new URLSearchParams({ s: scenario, lang: "en" });
    for (const setting of set) query.append("set", setting);
    await page.goto(address(query.toString()));
    await replications(page, 16);

    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#export-csv").click()]);
    const csv = readFileSync(await download.path(), "utf8");
    const done = /-(\d+)\.csv$/.exec(download.suggestedFilename())[1];

    const out = mkdtempSync(join(tmpdir(), "vessels-"));
    const settings = set.flatMap((s) => ["--set", s]);
    try {
      execFileSync(VESSELS, ["run", scenario, ...settings, "--replications", done, "--quiet", "--force", "--out", out]);
    } catch (error) {
      // 1: an expectation that the scenario declares was missed, which few replications may well do.
      assert.equal(error.status, 1);
    }
    assert.equal(csv, readFileSync(join(out, "summary.csv"), "utf8"));
    rmSync(out, { recursive: true });

    const theory = execFileSync(VESSELS, ["theory", scenario, ...settings], { encoding: "utf8" });
    for (const [n, metric] of ["flags", "true-flags", "false-flags"].entries()) {
      const expected = Number(new RegExp(`^${metric} {20,}(\\S+)`, "m").exec(theory)[1]);
      const shown = numberOf((await page.locator(".tiles dd").nth(n).innerText()).split("\n")[0]);
      // The page shows three significant digits.
      assert.ok(Math.abs(shown / expected - 1) < 0.006, `${metric}: ${shown} on the page, ${expected} by command`);
    }
    await browser.close();
  });
}
