/** What is wrong with a scenario or a setting. */

import { html, type Child } from "./dom";
import type { Language } from "./language";
import type { Diagnostic, Failure } from "./protocol";

/** A box that is read aloud. */
export const box = (...children: Child[]): HTMLElement => html("div", { class: "failure", role: "alert" }, ...children);

/** What the engine says, which is English; advice for writers of scenarios only where `advice` asks for it. */
export function reasons(failure: Failure, language?: Language, advice = false): HTMLElement[] {
  const { error } = failure;
  if ("message" in error) return [html("p", { lang: language?.foreign(error.message) }, sentence(error.message))];
  const errors = error.diagnostics.filter((d) => d.severity === "error");
  return (errors.length > 0 ? errors : error.diagnostics).map((d) =>
    html("p", { lang: language?.foreign(d.title) }, html("strong", {}, d.code), ` ${inWords(d, advice)}`),
  );
}

function inWords(d: Diagnostic, advice: boolean): string {
  const mark = d.mark && !d.title.includes(d.mark) ? ` (${d.mark})` : "";
  const help = advice && d.help ? [sentence(d.help)] : [];
  return [sentence(`${d.title}${mark}`), ...help].join(" ").replace(/`([^`]*)`/g, "‘$1’");
}

/** With a capital and a full stop. */
function sentence(text: string): string {
  const said = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(said) ? said : `${said}.`;
}
