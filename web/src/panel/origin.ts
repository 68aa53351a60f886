/** Where the number of a control comes from, and how far it can be trusted. */

import { html } from "../dom";
import type { Language } from "../language";
import type { Control } from "../protocol";
import { written } from "./slider";

function statusOf(language: Language, status: Control["status"]): string {
  const names = {
    primary: language.message("explorer-status-primary"),
    secondary: language.message("explorer-status-secondary"),
    derived: language.message("explorer-status-derived"),
    assumption: language.message("explorer-status-assumption"),
    unverified: language.message("explorer-status-unverified"),
  };
  return status ? names[status] : language.message("explorer-status-none");
}

/** What the scenario says, its source and status. */
export function origin(language: Language, control: Control): HTMLElement {
  const weak = control.status === null || control.status === "assumption" || control.status === "unverified";
  const badge = html("span", { class: weak ? "badge weak" : "badge" }, statusOf(language, control.status));
  const lines = [
    control.uncertain
      ? language.message("explorer-drawn", {
          low: written(language, control.uncertain.p05, control.unit),
          high: written(language, control.uncertain.p95, control.unit),
        })
      : "",
    control.source ? language.message("explorer-source", { source: language.translate(control.source) }) : "",
    control.origin === "default" ? "" : language.message("explorer-place", { place: control.origin }),
  ].filter((line) => line !== "");
  const paragraphs = lines.map((line) => html("p", {}, line));
  if (control.note) {
    paragraphs.push(html("p", { lang: language.foreign(control.note) }, language.translate(control.note)));
  }
  if (!control.written) return html("p", { class: "origin" }, language.message("explorer-not-written"));
  return html(
    "details",
    { class: "origin" },
    html(
      "summary",
      {},
      language.message("explorer-published", { written: control.written.replace(/^"(.*)"$/, "$1") }),
      " ",
      badge,
    ),
    ...paragraphs,
  );
}
