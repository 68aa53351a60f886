import { defineConfig } from "vite";
import { locales } from "./build/locales";
import { oneFile } from "./build/one-file";

/** One page that needs nothing else: `dist/explorer.html`, and the same as `dist/site/index.html`. */
export default defineConfig({
  base: "./",
  plugins: [locales("../locales"), oneFile("dist/engine.wasm")],
  worker: { format: "iife" },
  build: {
    outDir: "dist",
    emptyOutDir: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    cssCodeSplit: false,
    modulePreload: false,
    target: "es2022",
    reportCompressedSize: false,
    rolldownOptions: { input: "explorer.html" },
  },
});
