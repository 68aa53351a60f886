import { resolve } from "node:path";
import { defineConfig } from "vite";
import { locales } from "./build/locales.ts";
import { oneFile } from "./build/one-file.ts";

/** With `VESSELS_FIXTURE=1` invented numbers take the place of the engine: to look at the page before there is one. */
const fixture = process.env["VESSELS_FIXTURE"] === "1";

/** One page that needs nothing else: `dist/explorer.html`, and the same as `dist/site/index.html`. */
export default defineConfig({
  base: "./",
  plugins: [locales("../locales"), oneFile(fixture ? null : "dist/engine.wasm")],
  resolve: { alias: fixture ? [{ find: "./engine", replacement: resolve("test/fixture/engine.ts") }] : [] },
  worker: { format: "iife" },
  build: {
    outDir: fixture ? "dist/fixture" : "dist",
    emptyOutDir: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    cssCodeSplit: false,
    modulePreload: false,
    target: "es2022",
    reportCompressedSize: false,
    rolldownOptions: { input: "explorer.html" },
  },
});
