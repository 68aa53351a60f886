/** A report with the explorer in it, as `vessels report --explore` writes it. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, missing, PAGE, replications } from "./browser.mjs";

const VESSELS = process.env.VESSELS;
const reason = missing() ?? (VESSELS ? undefined : "no program vessels: set VESSELS to its place");

describe("a report with the explorer", { skip: reason }, () => {
  let browser, page, folder, report;
  const wrong = [];

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "vessels-"));
    const out = join(folder, "report.html");
    const given = ["known-only", "commission-2022", "--replications", "8", "--quiet"];
    execFileSync(VESSELS, ["report", ...given, "--format", "html,json", "--explore", "--explorer", PAGE, "--out", out]);
    report = JSON.parse(readFileSync(join(folder, "report.json"), "utf8"));
    browser = await launch();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.on("pageerror", (error) => wrong.push(error.message));
    page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
    page.on("request", (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.isNavigationRequest()) wrong.push(request.url());
    });
    await page.goto(pathToFileURL(out).href);
    await replications(page, 8);
  });

  after(async () => {
    await browser?.close();
    if (folder) rmSync(folder, { recursive: true });
  });

  test("begins with the first scenario of the report, and has them all", async () => {
    const names = await page.locator("#scenario option").evaluateAll((options) => options.map((o) => o.value));
    assert.deepEqual(names.slice(0, 2), ["known-only-in-report", "commission-2022-in-report"]);
    assert.equal(await page.locator("#scenario").inputValue(), names[0]);
  });

  test("the explorer simulates what the report says", async () => {
    for (const [n, name] of ["known-only-in-report", "commission-2022-in-report"].entries()) {
      await page.locator("#scenario").selectOption(name);
      await page.waitForFunction((wanted) => document.querySelector(".status")?.dataset.scenario === wanted, name);
      await replications(page, 8);
      const [low, high] = (await page.locator(".tiles dd .band").first().innerText()).split(" to ");
      const said = report.sections[n].headlines[0].text;
      assert.ok(said.includes(`90 %: ${low} to ${high}`.replaceAll("\u00a0", " ")), `${low} to ${high}: ${said}`);
    }
  });

  test("another language of the explorer leaves report and title as they are", async () => {
    const title = await page.title();
    assert.doesNotMatch(title, / – vessels$/);
    await page.locator("#language").selectOption("nl");
    assert.equal(await page.locator("#explorer").getAttribute("lang"), "nl");
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    assert.equal(await page.title(), title);
    await page.locator("#language").selectOption("en");
  });

  test("a footnote of the report leaves the explorer as it is", async () => {
    const before = await page.locator("#scenario").inputValue();
    await page.locator(".report sup a").first().click();
    await page.waitForTimeout(300);
    assert.equal(await page.locator("#scenario").inputValue(), before);
    assert.deepEqual(wrong, []);
  });

  for (const [level, width] of [
    ["short", 1280],
    ["full", 1280],
    ["short", 390],
    ["full", 390],
  ]) {
    test(`labels and contrast, ${level}, ${width} pixels`, async () => {
      await page.setViewportSize({ width, height: 900 });
      await page.locator(`label[for=level-${level}]`).click();
      await page.evaluate(readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
      const { violations } = await page.evaluate(() => globalThis.axe.run(document));
      const told = violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).join(" | ")}`);
      assert.deepEqual(told, []);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${wide} pixels wider than the window`);
    });
  }
});
