/** Pictures of the page to be looked at: `node test/screenshots.mjs FOLDER [STATE]`. */

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { address, launch, replications } from "./browser.mjs";

const [folder = "screenshots", state = ""] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const browser = await launch();
for (const [name, width, height, options] of [
  ["desktop", 1280, 900, {}],
  ["desktop-dark", 1280, 900, { colorScheme: "dark" }],
  ["phone", 390, 844, { hasTouch: true, isMobile: true, deviceScaleFactor: 2 }],
  ["phone-dutch", 360, 780, { deviceScaleFactor: 2, locale: "nl-NL" }],
]) {
  const page = await browser.newPage({ viewport: { width, height }, ...options });
  page.on("pageerror", (error) => console.error(name, error.message));
  page.on("console", (message) => message.type() === "error" && console.error(name, message.text()));
  const lang = name === "phone-dutch" ? "lang=nl" : "lang=en";
  await page.goto(address([state, lang].filter(Boolean).join("&")));
  await replications(page, 16);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.screenshot({ path: join(folder, `${name}-whole.png`), fullPage: true });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > width) console.error(`${name}: ${wide} pixels wide in a window of ${width}`);
  await page.close();
}
await browser.close();
