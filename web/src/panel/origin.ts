/** Where the number of a control comes from, and how far it can be trusted. */

import { html, type Child } from "../dom";
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

/** What the scenario says: as it is written there, and in other languages than its own as they write numbers. */
function published(language: Language, control: Control): string {
  const { written: text, uncertain, unit, value } = control;
  if (!language.foreign(text)) return text.replace(/^"(.*)"$/, "$1");
  if (!uncertain) return written(language, value, unit);
  const [low, high] = [uncertain.p05, uncertain.p95].map((v) => written(language, v, unit));
  return language.message("explorer-from-to", { low: low ?? "", high: high ?? "" });
}

/** `Source: …`, where the name of the publication has a language of its own. */
function source(language: Language, name: string): Child[] {
  const [before = "", after = ""] = language.message("explorer-source", { source: "\u0000" }).split("\u0000");
  return [before, html("span", { lang: language.foreign(name) }, language.translate(name)), after];
}

/** What the scenario says, its source and status. */
export function origin(language: Language, control: Control): HTMLElement {
  const weak = control.status === null || control.status === "assumption" || control.status === "unverified";
  const badge = html("span", { class: weak ? "badge weak" : "badge" }, statusOf(language, control.status));
  const paragraphs: HTMLElement[] = [];
  if (control.uncertain) {
    const [low, high] = [control.uncertain.p05, control.uncertain.p95].map((v) => written(language, v, control.unit));
    paragraphs.push(html("p", {}, language.message("explorer-drawn", { low: low ?? "", high: high ?? "" })));
  }
  if (control.source) paragraphs.push(html("p", {}, ...source(language, control.source)));
  if (control.origin !== "default") {
    paragraphs.push(html("p", {}, language.message("explorer-place", { place: control.origin })));
  }
  if (control.note) {
    paragraphs.push(html("p", { lang: language.foreign(control.note) }, language.translate(control.note)));
  }
  if (!control.written) return html("p", { class: "origin" }, language.message("explorer-not-written"));
  return html(
    "details",
    { class: "origin" },
    html("summary", {}, language.message("explorer-published", { written: published(language, control) }), " ", badge),
    ...paragraphs,
  );
}
