/** Numbers are written as the command line writes them: the cases of `src/text.rs` and `src/language`. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { transformWithOxc } from "vite";

const file = new URL("../src/numerals.ts", import.meta.url);
const { code } = await transformWithOxc(readFileSync(file, "utf8"), "numerals.ts");
const { number, percent } = await import(`data:text/javascript,${encodeURIComponent(code)}`);

const english = {
  decimal: ".",
  group: ",",
  million: "million",
  billion: "billion",
  trillion: "trillion",
  undefined: "undefined",
  unlimited: "unlimited",
};
const dutch = { ...english, decimal: ",", group: ".", million: "miljoen" };

test("numbers read like numbers", () => {
  for (const [value, text] of [
    [0, "0"],
    [12, "12"],
    [1234.4, "1,234"],
    [123456.7, "123,500"],
    [3_450_000, "3.45 million"],
    [16e9, "16 billion"],
    [0.001234, "0.00123"],
    [2e-11, "2.00e-11"],
    [999_999, "1 million"],
    [-5.5, "-5.5"],
    [NaN, "undefined"],
    [Infinity, "unlimited"],
  ]) {
    assert.equal(number(english, value), text);
  }
  assert.equal(percent(english, 0.0001), "0.01 %");
  assert.equal(percent(english, 0.584), "58.4 %");
  assert.equal(percent(english, 1e-6), "0.0001 %");
  assert.equal(percent(english, 0.99961), "99.961 %");
  assert.equal(percent(english, 0.99999997), "99.999997 %");
  assert.equal(percent(english, 1 - 1e-14), "> 99.99999999 %");
  assert.equal(percent(english, 1), "100 %");
});

test("and as the language writes them", () => {
  assert.equal(number(dutch, 1234.4), "1.234");
  assert.equal(number(dutch, 3_450_000), "3,45 miljoen");
  assert.equal(percent(dutch, 0.584), "58,4 %");
});
