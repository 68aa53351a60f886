import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Plugin } from "vite";

/** What of `locales/*.ftl` the page says; texts of scenarios are looked up by the name of their message. */
const SAID = /^(explorer-|numerals-|text-|list-and$|one-in$|share-|language-name$)/;

/** The messages of a file whose names the page may say. Messages begin in the first column, the rest is indented. */
function messagesOf(source: string): string {
  const kept: string[] = [];
  let keep = false;
  for (const line of source.split("\n")) {
    const name = /^([a-z][a-z0-9-]*) *=/.exec(line)?.[1];
    if (name !== undefined) keep = SAID.test(name);
    else if (/^[^\s}]/.test(line)) keep = false;
    if (keep) kept.push(line);
  }
  return kept.join("\n");
}

/** `virtual:locales`: for every language its tag and its messages. */
export function locales(folder: string): Plugin {
  const id = "virtual:locales";
  return {
    name: "locales",
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load(resolved) {
      if (resolved !== `\0${id}`) return null;
      const texts: Record<string, string> = {};
      for (const file of readdirSync(folder).sort()) {
        if (!file.endsWith(".ftl")) continue;
        this.addWatchFile(join(folder, file));
        texts[basename(file, ".ftl")] = messagesOf(readFileSync(join(folder, file), "utf8"));
      }
      return `export default ${JSON.stringify(texts)};`;
    },
  };
}
