/** Everything that the views show at one moment. */

import type { Language } from "./language";
import type { Opened, Run, RunRow, Theory, TheoryDesk, TheoryOrder } from "./protocol";
import type { Settings } from "./settings";

export interface Scene {
  language: Language;
  /** Name of the scenario. */
  scenario: string;
  opened: Opened;
  settings: Settings;
  theory: Theory;
  /** Simulation of the same settings; `null` while there is none. */
  run: Run | null;
  /** Name of the desk that is looked at; empty where there is no desk. */
  desk: string;
}

/** What a row of `summary.csv` is about; what is left out means all. */
export interface About {
  desk?: string;
  class?: string;
}

/** Results of the simulation; `null` where it has none. */
export function simulated(scene: Scene, metric: string, about: About = {}): RunRow | null {
  const found = scene.run?.rows.find(
    (row) =>
      row.metric === metric &&
      row.service === "" &&
      row.desk === (about.desk ?? "") &&
      row.class === (about.class ?? ""),
  );
  return found?.p50 == null ? null : found;
}

/** `12 to 15`; says so where all replications agree, and nothing where nothing has been simulated. */
export function interval(scene: Scene, row: RunRow | null, write: (value: number) => string): string {
  if (!row || row.p05 === null || row.p95 === null) return "–";
  return between(scene.language, write(row.p05), write(row.p95));
}

/** An interval in words. */
export function between(language: Language, low: string, high: string): string {
  return low === high ? language.message("explorer-no-spread") : language.message("explorer-from-to", { low, high });
}

/** ` In 90 % of replications: 12 to 15.`; nothing where nothing has been simulated, or all agree. */
export function inReplications(
  language: Language,
  p05: number | null | undefined,
  p95: number | null | undefined,
): string {
  if (p05 == null || p95 == null) return "";
  const [low, high] = [language.number(p05), language.number(p95)];
  return low === high ? "" : ` ${language.message("explorer-in-replications", { low, high })}`;
}

/** The margin that is set for an order, under the reading in force; `null` where another rule fixes its threshold. */
export function marginOf(scene: Scene, order: TheoryOrder): number | null {
  const control = scene.settings.margins.find((c) => c.of === order.name);
  if (!control) return null;
  const margin = scene.opened.orders.find((o) => o.name === order.name);
  return margin?.marginShare == null && !scene.settings.isMoved(control) ? null : scene.settings.value(control);
}

export function deskOf(scene: Scene): TheoryDesk | undefined {
  return scene.theory.desks.find((d) => d.name === scene.desk);
}

/** The unit that a desk reads, in the plural. */
export function unitOf(language: Language, desk: TheoryDesk): string {
  const names = {
    flags: language.message("explorer-unit-flags"),
    reports: language.message("explorer-unit-reports"),
    cases: language.message("explorer-unit-cases"),
  };
  return names[desk.unit];
}
