import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

/** What the page may do: run its own script and the engine; nothing leaves it. */
function policy(script: string): string {
  const hash = createHash("sha256").update(script).digest("base64");
  return [
    "default-src 'none'",
    `script-src 'sha256-${hash}' 'wasm-unsafe-eval'`,
    "worker-src blob:",
    "style-src 'unsafe-inline'",
    "img-src data: blob:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** A replacement text that is not searched for `$&`. */
const put = (html: string, mark: string, text: string): string => {
  if (!html.includes(mark)) throw new Error(`explorer.html has no ${mark}`);
  return html.replace(mark, () => text);
};

/** The version that a report must agree with before it takes the page up. */
function version(): string {
  const found = /^version = "([^"]+)"/m.exec(readFileSync("../Cargo.toml", "utf8"))?.[1];
  if (found === undefined) throw new Error("../Cargo.toml names no version");
  return found;
}

/** Puts script, style and engine into the page itself, so that it is one file and asks no server for anything. */
export function oneFile(engine: string | null): Plugin {
  let folder = "";
  return {
    name: "one-file",
    enforce: "post",
    configResolved(config) {
      folder = join(config.root, config.build.outDir);
    },
    generateBundle(_options, bundle) {
      const outputs = Object.entries(bundle);
      const chunks = outputs.flatMap(([, o]) => (o.type === "chunk" ? [o.code] : []));
      const sheets = outputs.flatMap(([name, o]) =>
        o.type === "asset" && name.endsWith(".css") ? [String(o.source)] : [],
      );
      if (chunks.length !== 1) throw new Error(`one script is wanted, ${chunks.length} were built`);
      if (engine !== null && !existsSync(engine)) throw new Error(`${engine} is missing: run web/build.sh`);
      const script = chunks.join("").replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
      const wasm = gzipSync(engine === null ? "" : readFileSync(engine), { level: 9 }).toString("base64");

      let html = readFileSync("explorer.html", "utf8");
      html = put(html, "<!-- policy -->", `<meta http-equiv="Content-Security-Policy" content="${policy(script)}" />`);
      html = put(html, "<!-- generator -->", `<meta name="generator" content="vessels ${version()}" />`);
      html = put(html, "<!-- style -->", `<style>${sheets.join("\n")}</style>`);
      html = put(
        html,
        "<!-- engine -->",
        `<script id="vessels-engine" type="application/gzip+base64">${wasm}</script>`,
      );
      html = put(
        html,
        `<script type="module" src="./src/main.ts"></script>`,
        `<script type="module">${script}</script>`,
      );

      for (const name of Object.keys(bundle)) delete bundle[name];
      mkdirSync(join(folder, "site"), { recursive: true });
      for (const name of ["explorer.html", "site/index.html"]) writeFileSync(join(folder, name), html);
    },
  };
}
