/** The page in a real browser: from its file and from a server, by mouse and keyboard, for those who do not see it. */

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { address, launch, missing, PAGE, replications } from "./browser.mjs";

const reason = missing();
if (reason) console.error(`skipped: ${reason}`);

describe("the page", { skip: reason }, () => {
  let browser;
  before(async () => (browser = await launch()));
  after(() => browser?.close());

  /** A page whose errors, and requests other than for itself, are kept. */
  async function open(url, options = {}) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
    const wrong = [];
    page.on("pageerror", (error) => wrong.push(error.message));
    page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
    page.on("request", (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.isNavigationRequest()) wrong.push(request.url());
    });
    await page.goto(url);
    await replications(page, 16);
    return { page, wrong };
  }

  const tile = (page, n) => page.locator(".tiles dd").nth(n).innerText();

  test("loads from a file and asks for nothing else", async () => {
    const { page, wrong } = await open(address("lang=en"));
    assert.match(await tile(page, 0), /\d/);
    assert.equal(await page.locator(".view").count(), 6);
    assert.deepEqual(wrong, []);
    await page.close();
  });

  test("loads from a server and asks for nothing else", async () => {
    const text = await readFile(PAGE);
    const server = createServer((_request, response) => {
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.end(text);
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { page, wrong } = await open(`http://127.0.0.1:${server.address().port}/#lang=en`);
    assert.match(await tile(page, 0), /\d/);
    assert.deepEqual(wrong, []);
    await page.close();
    server.close();
  });

  test("a slider moved by the keyboard changes numbers, sentence and link; a reset takes it back", async () => {
    const { page, wrong } = await open(address("lang=en"));
    const flags = await tile(page, 0);
    const sentence = await page.locator("#vessels-sentence").innerText();
    await page.locator("#margin-all").focus();
    for (let n = 0; n < 20; n++) await page.keyboard.press("ArrowLeft");
    await page.waitForFunction((old) => document.querySelector(".tiles dd")?.innerText !== old, flags);
    assert.notEqual(await page.locator("#vessels-sentence").innerText(), sentence);
    assert.match(await page.locator("#margin-all").getAttribute("aria-valuetext"), /1\sin/);
    const link = new URLSearchParams(new URL(page.url()).hash.slice(1));
    assert.ok(link.getAll("set").every((s) => /^policy\.orders\..*\.rule\.fpr=/.test(s)));
    assert.ok(link.getAll("set").length > 0);

    const { page: second } = await open(page.url());
    assert.equal((await tile(second, 0)).split("\n")[0], (await tile(page, 0)).split("\n")[0]);
    await second.close();

    await page.locator("#reset").click();
    await page.waitForFunction(
      (old) => document.querySelector(".tiles dd")?.innerText.startsWith(old),
      flags.split("\n")[0],
    );
    assert.equal(new URLSearchParams(new URL(page.url()).hash.slice(1)).getAll("set").length, 0);
    assert.deepEqual(wrong, []);
    await page.close();
  });

  // Invented numbers are given for any scenario and setting.
  const invented = PAGE.includes("fixture");
  test("a link that does not fit shows what it can, and says what is left out", { skip: invented }, async () => {
    for (const state of ["s=no-such-scenario&lang=en", "s=commission-2022&set=policy.orders.gone.coverage=1&lang=en"]) {
      const { page } = await open(address(state));
      assert.match(await page.locator(".failure").innerText(), /left out/);
      assert.match(await page.locator("h1").innerText(), /\w/);
      const query = new URLSearchParams(new URL(page.url()).hash.slice(1));
      assert.equal(query.get("s"), "commission-2022");
      assert.deepEqual(query.getAll("set"), []);
      await page.locator("#margin-all").focus();
      await page.keyboard.press("ArrowLeft");
      await page.waitForFunction(() => !document.querySelector(".failure"));
      await page.close();
    }
  });

  test("a link with margins under both readings keeps those of the first, and says which it leaves out", async () => {
    const { page } = await open(address("lang=en"));
    await page.locator("input[value=fdr]").check();
    const [first, second] = new URLSearchParams(new URL(page.url()).hash.slice(1)).getAll("set");
    await page.close();
    const other = second.replace(".rule.fdr=", ".rule.fpr=");
    const query = [first, other].map((s) => `set=${encodeURIComponent(s)}`).join("&");
    const { page: mixed } = await open(address(`${query}&s=commission-2022&lang=en`));
    assert.match(await mixed.locator(".failure").innerText(), /both readings/);
    assert.ok((await mixed.locator(".failure").innerText()).includes(other));
    assert.deepEqual(new URLSearchParams(new URL(mixed.url()).hash.slice(1)).getAll("set"), [first]);
    assert.ok(await mixed.locator("input[value=fdr]").isChecked());
    await mixed.close();
  });

  test("the other reading is another setting, and one for each margin", async () => {
    const { page } = await open(address("lang=en"));
    await page.locator("input[value=fdr]").check();
    const set = new URLSearchParams(new URL(page.url()).hash.slice(1)).getAll("set");
    assert.ok(set.length > 0 && set.every((s) => s.includes(".rule.fdr=")), set.join(" "));
    await page.close();
  });

  test("a slider moves no other of the same service", async () => {
    const { page, wrong } = await open(address("lang=en"));
    await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
    const volumes = page.locator(".control[data-kind=volume]");
    const service = await volumes.first().getAttribute("data-of");
    const same = page.locator(`.control[data-kind=volume][data-of="${service}"] output`);
    const before = await same.allInnerTexts();
    assert.ok(before.length > 1);
    await volumes.first().locator("input").focus();
    await page.keyboard.press("PageUp");
    const after = await same.allInnerTexts();
    assert.notEqual(after[0], before[0]);
    assert.deepEqual(after.slice(1), before.slice(1));
    assert.equal(new URLSearchParams(new URL(page.url()).hash.slice(1)).getAll("set").length, 1);
    assert.deepEqual(wrong, []);
    await page.close();
  });

  test("every scenario can be shown, in words and numbers that people read", async () => {
    const { page, wrong } = await open(address("lang=nl"));
    const names = await page.locator("#scenario option").evaluateAll((options) => options.map((o) => o.value));
    assert.ok(names.length > 1);
    for (const name of names) {
      await page.locator("#scenario").selectOption(name);
      await page.waitForFunction((n) => document.querySelector(".status")?.dataset.scenario === n, name);
      await replications(page, 1);
      assert.equal(await page.locator(".failure:not(:empty)").count(), 0, name);
      const words = await page.evaluate(() =>
        [...document.querySelectorAll("h1, .tiles, .view h2, .view td, svg text, .control-head, .status p")].map(
          (element) => element.textContent,
        ),
      );
      const odd = words.filter((w) =>
        /\de[-+]?\d|NaN|undefined|\(\)|`|\b(explorer|share|numerals|text)-[a-z]|\b(margin|prevalence|items|separation|people) /.test(
          w,
        ),
      );
      assert.deepEqual(odd, [], name);
    }
    assert.deepEqual(wrong, []);
    await page.close();
  });

  test("another language changes words and numerals", async () => {
    const { page } = await open(address("lang=en"));
    await page.locator("#language").selectOption("nl");
    assert.equal(await page.locator("html").getAttribute("lang"), "nl");
    assert.match(await page.locator("#vessels-sentence").innerText(), /^Bij deze marge.*\d,\d/);
    await page.close();
  });

  test("a note that has no translation says which language it is in", { skip: invented }, async () => {
    const { page } = await open(address("lang=nl"));
    const languages = () => page.locator(".origin p[lang=en]").count();
    assert.ok((await languages()) > 0);
    await page.locator("#language").selectOption("en");
    await page.waitForFunction(() => document.documentElement.lang === "en");
    assert.equal(await languages(), 0);
    await page.close();
  });

  test("scenario, table and picture can be taken along", async () => {
    const { page, wrong } = await open(address("lang=en"));
    for (const [id, name] of [
      ["#export-toml", /\.toml$/],
      ["#export-csv", /\.csv$/],
      ["#export-png", /\.png$/],
    ]) {
      const [download] = await Promise.all([page.waitForEvent("download"), page.locator(id).click()]);
      assert.match(download.suggestedFilename(), name);
      const bytes = await readFile(await download.path());
      assert.ok(bytes.length > 0);
      if (id === "#export-png") {
        assert.equal(bytes.subarray(1, 4).toString(), "PNG");
        if (process.env.SCREENSHOTS) await download.saveAs(`${process.env.SCREENSHOTS}/exported.png`);
      }
    }
    assert.deepEqual(wrong, []);
    await page.close();
  });

  for (const [name, options] of [
    ["light, at the desk", {}],
    ["dark, at the desk", { colorScheme: "dark" }],
    ["light, on a phone", { viewport: { width: 360, height: 780 } }],
  ]) {
    test(`labels and contrast: ${name}`, async () => {
      const { page } = await open(address("lang=en"), options);
      await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
      await page.evaluate(await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
      const { violations } = await page.evaluate(() => globalThis.axe.run(document));
      const told = violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 120)).join(" | ")}`);
      assert.deepEqual(told, []);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${wide} pixels wider than the window`);
      await page.close();
    });
  }
});
