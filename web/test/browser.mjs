/** Debian's Chromium, driven by playwright-core. */

import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

export const WEB = resolve(dirname(fileURLToPath(import.meta.url)), "..");
export const PAGE = resolve(WEB, process.env.EXPLORER ?? "dist/explorer.html");
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Why no browser can be had; `undefined` when it can. */
export function missing() {
  if (!existsSync(CHROMIUM)) return `no Chromium at ${CHROMIUM}; set CHROMIUM to its place`;
  if (!existsSync(PAGE)) return `no page at ${PAGE}: run web/build.sh first`;
  return undefined;
}

export function launch() {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** The page from its file, with a state. */
export function address(state = "") {
  return `${pathToFileURL(PAGE)}${state ? `#${state}` : ""}`;
}

/** Waits until so many replications are shown. */
export function replications(page, least) {
  return page.waitForFunction((n) => Number(document.querySelector(".status")?.dataset.replications ?? 0) >= n, least, {
    timeout: 120_000,
  });
}
