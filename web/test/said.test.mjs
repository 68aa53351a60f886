/** What the page says is true of what the engine computed: links, refusals, orders that share a class, languages, room. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, describe, test } from "node:test";
import { address, launch, missing, PAGE, replications } from "./browser.mjs";

const VESSELS = process.env.VESSELS;
const fixture = PAGE.includes("fixture") ? "invented numbers have no scenarios" : undefined;
const reason = missing() ?? fixture ?? (VESSELS ? undefined : "no program vessels: set VESSELS to its place");

/** A row of `vessels theory`. */
function theory(scenario, set, metric, of) {
  const settings = set.flatMap((s) => ["--set", s]);
  const text = execFileSync(VESSELS, ["theory", scenario, ...settings], { encoding: "utf8", stdio: "pipe" });
  return Number(new RegExp(`^${metric} +${of} +(\\S+)`, "m").exec(text)[1]);
}

/** The share that stands before a word, in percent. */
const percent = (text) => Number(/([\d.]+)\s%/.exec(text)?.[1]);

describe("what the page says", { skip: reason }, () => {
  let browser;
  before(async () => (browser = await launch()));
  after(() => browser?.close());

  async function open(state, options = {}, least = 12) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
    await page.goto(address(state));
    await replications(page, least);
    return page;
  }

  const link = (scenario, set = [], lang = "en") => {
    const query = new URLSearchParams({ s: scenario, lang });
    for (const setting of set) query.append("set", setting);
    return query.toString();
  };
  const words = (page, view) => page.locator(`#${view}-sentence`).innerText();
  const all = (page) => page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
  /** Cells of the table of a view, by the name of the row. */
  const table = (page, view) =>
    page
      .locator(`#view-${view} tbody tr`)
      .evaluateAll((rows) =>
        Object.fromEntries(rows.map((row) => [row.cells[0].textContent, [...row.cells].map((c) => c.textContent)])),
      );

  test("settings that no slider stands for hold for all that is shown", async () => {
    let page = await open(link("commission-2022", ["run.seed=7", "run.replications=16"]));
    assert.match(await page.locator(".status").innerText(), /of 16 replications of 730 days, seed 7\./);
    assert.match(await page.locator(".panel .others").innerText(), /run\.seed=7.*run\.replications=16/);
    await page.locator("#reset").click();
    await page.waitForFunction(() => /seed 2022/.test(document.querySelector(".status").innerText));
    assert.equal(await page.locator(".panel .others").count(), 0);
    assert.ok(await page.evaluate(() => document.activeElement.id === "reset"), "the focus stays where it was");
    await page.close();

    page = await open(link("known-only", ["run.days=100"]));
    assert.match(await words(page, "backlog"), /^After 100 days/);
    assert.match(await page.locator(".status").innerText(), /of 100 days/);
    assert.match(await page.locator(".first .note").innerText(), /mean over 100 days/);
    await page.close();

    page = await open(link("commission-2022", ["policy.orders.new.rule.recall=0.8", 'policy.desks=["provider"]']));
    assert.match(await words(page, "curve"), /^Grooming: at a margin of 0\.01/);
    assert.equal((await table(page, "vessels"))["new pictures"][1], "–");
    assert.equal(await page.locator("#desk option").count(), 1);
    await page.close();
  });

  test("one setting that does not fit leaves the others where they are", async () => {
    const page = await open(
      link("commission-2022", ["policy.orders.gone.coverage=1", "policy.orders.new.rule.fpr=0.001"]),
    );
    assert.match(await page.locator(".failure").innerText(), /left out:\s+policy\.orders\.gone\.coverage=1\s+S001/);
    assert.deepEqual(new URLSearchParams(new URL(page.url()).hash.slice(1)).getAll("set"), [
      "policy.orders.new.rule.fpr=0.001",
    ]);
    assert.match((await table(page, "vessels"))["new pictures"][1], /^0\.1\s%/);
    await page.close();
  });

  test("an order's share is its own, and no margin of another order moves it", async () => {
    let page = await open(link("motion-856"));
    const before = await table(page, "vessels");
    const recall = 100 * theory("motion-856", [], "order-recall", "reports");
    assert.ok(percent(before["reports of users"][5]) <= recall, before["reports of users"][5]);
    await page.close();
    page = await open(link("motion-856", ["policy.orders.new.rule.fpr=1e-6"]));
    const after = await table(page, "vessels");
    for (const order of ["known pictures", "reports of users", "grooming"]) {
      assert.equal(after[order][5], before[order][5], order);
    }
    assert.notEqual(after["new pictures"][5], before["new pictures"][5]);
    await page.close();
    page = await open(link("motion-858"));
    const shares = Object.values(await table(page, "vessels")).map((row) => percent(row[5]));
    const sum = shares.reduce((a, b) => a + b);
    assert.ok(Math.abs(sum - 100 * theory("motion-858", [], "detected-share", "known")) < 0.2, `${shares}`);
    await page.close();
  });

  test("a tenth of a margin is computed, however strict it is", async () => {
    const margin = "policy.orders.grooming.rule.fpr";
    const others = ["policy.orders.new.rule.fpr=1e-9", "policy.orders.known.rule.fpr=1e-9"];
    let page = await open(link("commission-2022", [`${margin}=1e-9`, ...others]));
    const said = await words(page, "curve");
    const tenth = theory("commission-2022", [`${margin}=1e-10`], "order-recall", "grooming");
    assert.match(said, /^Grooming: at a margin of 1\sin\s1\sbillion/);
    assert.ok(Math.abs(percent(/at a tenth[^;.]* ([\d.]+\s%)/.exec(said)[1]) - 100 * tenth) < 0.001, said);
    await page.close();
    page = await open(link("known-only", ["policy.orders.known.rule.fdr=8.7e-12"]));
    const [now, less, more] = [...(await words(page, "curve")).matchAll(/([\d.]+)\s%/g)].map((m) => Number(m[1]));
    assert.ok(less < now && now <= more, `${less}, ${now}, ${more}`);
    await page.close();
  });

  test("controls that cannot be computed leave no numbers beside them", async () => {
    const page = await open(link("voluntary"), { viewport: { width: 390, height: 844 } });
    await all(page);
    const slider = page.locator(".control[data-kind=separation] input").first();
    await slider.focus();
    await page.keyboard.press("Home");
    await page.waitForSelector(".failures .failure");
    assert.match(await page.locator(".failures").innerText(), /no numbers are shown.*S012 Order ‘.*meets it\)\.$/s);
    assert.ok((await page.locator(".failures .failure").boundingBox()).y < 300, "in sight");
    for (const hidden of [".tiles", "#vessels-sentence", "#view-curve", "#view-risk"]) {
      assert.ok(!(await page.locator(hidden).isVisible()), hidden);
    }
    assert.ok(await page.locator("#export-csv").isDisabled());
    await page.locator("#reset").click();
    await page.waitForFunction(() => !document.querySelector(".failures .failure"));
    assert.ok(await page.locator("#vessels-sentence").isVisible());
    assert.ok(await page.locator("#export-csv").isEnabled());
    await page.close();
  });

  test("what is computed says over which days, and which mechanisms it holds", async () => {
    let page = await open(link("commission-2022"));
    assert.match(await page.locator("#view-vessels .note").innerText(), /730 days.*grooming: in force for 365 days/);
    await page.close();
    page = await open(link("bad-list-day"));
    assert.match(await words(page, "risk"), /leaves bursts out\. With them, .*: 1\sin\s\S+ to 1\sin\s/);
    assert.match(await words(page, "icons"), /Innocent in 90\s% of replications/);
    await page.close();
    page = await open(link("account-threshold"));
    assert.match(await words(page, "risk"), /a chance of less than 1 in a trillion to be reported/);
    assert.ok(!(await page.locator("#view-risk").innerText()).includes("no spread"));
    assert.doesNotMatch(await page.locator(".first .note").innerText(), /account threshold/);
    assert.match(await page.locator(".status").innerText(), /does include the account threshold/);
    await page.close();
  });

  test("without an order there are no pictures of one, and what a mechanism brings is there", async () => {
    const page = await open(link("clearing-house"));
    for (const view of ["vessels", "curve", "risk"]) {
      assert.equal(await page.locator(`#view-${view} :is(svg, canvas):visible`).count(), 0, view);
      assert.ok(!(await page.locator(`#view-${view} .note`).isVisible()), view);
    }
    const [, , arrive, , right] = Object.values(await table(page, "desks"))[0];
    assert.ok(Number(arrive) > 100 && Number(right) > 50, `${arrive}, ${right}`);
    await page.waitForFunction(() => document.querySelector(".aloud").textContent !== "");
    assert.match(await page.locator(".aloud").innerText(), /^0 flags a day\. No order/);
    await page.close();
  });

  test("without a margin no sentence and no slider speaks of one", async () => {
    for (const scenario of ["switch-off-2020", "reference"]) {
      const page = await open(link(scenario));
      assert.equal(await page.locator(".control[data-kind=margin]").count(), 0, scenario);
      assert.doesNotMatch(await words(page, "vessels"), /margin/);
      assert.match(await words(page, "curve"), /^No margin is set/);
      assert.doesNotMatch(await page.locator("#view-curve .note").innerText(), /dots/);
      await page.close();
    }
  });

  test("where nothing circulates no share of it is found", async () => {
    const page = await open(link("unstatistik-2022"));
    assert.match(await words(page, "vessels"), /^Nothing circulates/);
    await page.close();
  });

  test("groups of controls stay open in another language", async () => {
    const page = await open(link("commission-2022"));
    await page.locator("details[data-group=volume] > summary").click();
    await page.locator("#language").selectOption("nl");
    assert.ok(await page.locator("details[data-group=volume]").evaluate((group) => group.open));
    await page.close();
  });

  test("numbers are announced once, before the simulation has ended", async () => {
    const page = await open(link("commission-2022"));
    await page.waitForFunction(() => document.querySelector(".aloud").textContent !== "");
    assert.ok(Number(await page.locator(".status").getAttribute("data-replications")) < 400);
    const said = await page.locator(".aloud").innerText();
    assert.match(said, /flags a day.*innocent\. At this margin.*grooming \d/);
    await page.close();
  });

  test("a reader of Dutch gets Dutch, numbers of the scenario too", async () => {
    let page = await open("s=commission-2022", { locale: "nl-NL" });
    assert.equal(await page.locator("html").getAttribute("lang"), "nl");
    await all(page);
    const controls = await page.locator(".origin summary").allInnerTexts();
    assert.ok(controls.length > 10);
    for (const text of controls) assert.doesNotMatch(text, /\d\.\d{1,2}\b|million|per day| to /, text);
    assert.ok((await page.locator(".origin p span[lang=en]").count()) > 5, "names of publications say their language");
    await page.close();
    page = await open("s=commission-2022&lang=constructor", { locale: "nl-NL" });
    assert.equal(await page.locator("html").getAttribute("lang"), "nl");
    await page.close();
  });

  test("on paper it is light, and says what was changed", async () => {
    const page = await open(link("commission-2022", ["policy.orders.new.rule.fpr=0.001"]), { colorScheme: "dark" });
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    assert.ok(await page.locator(".printed").isVisible());
    assert.match(await page.locator(".printed").innerText(), /policy\.orders\.new\.rule\.fpr=0\.001/);
    const ink = () => page.evaluate(() => getComputedStyle(document.querySelector("h1")).color);
    assert.equal(await ink(), "rgb(27, 31, 36)");
    await page.close();
  });

  /** Texts of pictures that lie on each other, or beyond their picture. */
  const collisions = (page) =>
    page.evaluate(() =>
      [...document.querySelectorAll("svg.drawing")].flatMap((picture) => {
        const frame = picture.getBoundingClientRect();
        const boxes = [...picture.querySelectorAll("text")].map((text) => [
          text.textContent,
          text.getBoundingClientRect(),
        ]);
        const found = boxes
          .filter(([, a]) => a.left < frame.left - 2 || a.right > frame.right + 2)
          .map(([text]) => `${text} is cut`);
        boxes.forEach(([text, a], n) => {
          for (const [other, b] of boxes.slice(n + 1)) {
            const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (wide > 1 && high > 4) found.push(`${text} on ${other}`);
          }
        });
        return found;
      }),
    );

  for (const lang of ["en", "nl"]) {
    test(`no text lies on another on a phone: ${lang}`, { timeout: 300_000 }, async () => {
      const page = await open(link("commission-2022", [], lang), { viewport: { width: 390, height: 844 } });
      const names = await page.locator("#scenario option").evaluateAll((options) => options.map((o) => o.value));
      for (const name of names) {
        await page.locator("#scenario").selectOption(name);
        await page.waitForFunction((n) => document.querySelector(".status")?.dataset.scenario === n, name);
        await replications(page, 12);
        assert.deepEqual(await collisions(page), [], name);
      }
      for (const set of [
        ["policy.orders.known-open.rule.fdr=1e-9", "policy.orders.known-encrypted.rule.fdr=1e-9"],
        ["policy.orders.new.rule.fpr=0.1"],
      ]) {
        const moved = await open(link("motion-857", set, lang), { viewport: { width: 390, height: 844 } });
        assert.deepEqual(await collisions(moved), [], set.join(" "));
        await moved.setViewportSize({ width: 1280, height: 900 });
        await moved.waitForFunction(() => document.querySelector("#view-vessels svg").clientWidth > 600);
        assert.deepEqual(await collisions(moved), [], `at the desk: ${set.join(" ")}`);
        await moved.setViewportSize({ width: 320, height: 700 });
        // The views are drawn anew for the new width, a frame or two later.
        const fits = () => document.documentElement.scrollWidth <= innerWidth;
        await moved.waitForFunction(fits, null, { timeout: 10_000 });
        await moved.close();
      }
      await page.close();
    });
  }
});
