/**
 * How long a movement takes until it is drawn: 90th percentile over a slide from end to end. The bounds are those of a
 * machine that does `work` in `REFERENCE`; a slower one has proportionally more, and one that shares its cores three tries.
 */

import assert from "node:assert/strict";
import { loadavg } from "node:os";
import { test } from "node:test";
import { address, launch, missing, replications } from "./browser.mjs";

const reason = missing();
const MOVES = 60;
const TRIES = 3;
/** Milliseconds, on two cores that do nothing else. */
const CLOSED_FORM = 50;
const MONTE_CARLO = 500;

/** Milliseconds of `work` on the two idle cores for which the bounds are meant. */
const REFERENCE = 40;

/** Milliseconds for ten million steps of arithmetic, each on the result of the last: the median of nine. */
function work() {
  const times = Array.from({ length: 9 }, () => {
    const begin = performance.now();
    let [x, sum] = [1, 0];
    for (let n = 0; n < 1e7; n++) {
      x = Math.imul(x, 16807) + 12345;
      sum = sum * 0.999 + x;
    }
    return Number.isNaN(sum) ? 0 : performance.now() - begin;
  });
  return times.toSorted((a, b) => a - b)[4];
}

function p90(values) {
  return values.toSorted((a, b) => a - b)[Math.ceil(0.9 * values.length) - 1];
}

/** A margin changes no curve, and any other number changes all. */
const SLIDERS = ["#margin-all", ".control[data-kind=prevalence] input"];

function slide(page, name, place) {
  return page.evaluate(
    ([selector, value]) => {
      const slider = document.querySelector(selector);
      slider.value = value;
      slider.dispatchEvent(new Event("input", { bubbles: true }));
    },
    [name, place],
  );
}

function measured(page, name) {
  return page.evaluate((n) => performance.getEntriesByName(n).map((e) => e.duration), name);
}

/** Milliseconds of the closed form in one slide from end to end, one number for each time it was drawn. */
async function closedForms(page, slider) {
  await page.evaluate(() => performance.clearMeasures());
  for (let n = 0; n < MOVES; n++) {
    await slide(page, slider, 20 + 2 * n);
    await page.waitForTimeout(60);
  }
  return measured(page, "closed form");
}

/** Milliseconds to the first simulated interval after each of ten movements. */
async function simulations(page) {
  const list = [];
  for (let n = 0; n < 10; n++) {
    await page.evaluate(() => performance.clearMeasures());
    await slide(page, SLIDERS[0], 60 + 5 * n);
    await page.waitForFunction(() => performance.getEntriesByName("simulation").length > 0);
    list.push((await measured(page, "simulation"))[0]);
  }
  return list;
}

test("closed form and Monte Carlo are drawn in time", { skip: reason }, async () => {
  const idle = loadavg()[0] < 1;
  const browser = await launch();
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(address("lang=en"));
  await replications(page, 12);
  const slower = Math.max(1, (await page.evaluate(work)) / REFERENCE);
  console.log(`this machine takes ${slower.toFixed(2)} times as long as the one that is meant`);
  let late = true;
  for (let n = 0; n < TRIES && late; n++) {
    late = false;
    for (const slider of SLIDERS) {
      const closed = await closedForms(page, slider);
      assert.ok(closed.length >= MOVES / 2);
      console.log(`closed form, ${slider}: p90 ${p90(closed).toFixed(1)} ms of ${closed.length}`);
      late ||= p90(closed) >= CLOSED_FORM * slower;
    }
    const simulated = await simulations(page);
    console.log(`first Monte Carlo: p90 ${p90(simulated).toFixed(1)} ms of ${simulated.length}`);
    late ||= p90(simulated) >= MONTE_CARLO * slower;
  }
  await browser.close();
  if (!idle) {
    console.log("this machine has other work: times are not judged");
    return;
  }
  assert.ok(!late, "each try was too slow");
});
