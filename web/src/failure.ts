/** What is wrong with a scenario or a setting. */

import { html } from "./dom";
import type { Failure } from "./protocol";

export function failureBox(failure: Failure | null): HTMLElement {
  const box = html("div", { class: "failure", role: "alert" });
  if (!failure) return box;
  const { error } = failure;
  if ("message" in error) box.append(html("p", {}, error.message));
  else {
    for (const d of error.diagnostics) {
      box.append(html("p", {}, html("strong", {}, d.code), ` ${d.title}`, d.help ? ` ${d.help}` : ""));
    }
  }
  return box;
}
