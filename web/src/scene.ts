/** Everything that the views show at one moment. */

import type { Language } from "./language";
import type { Opened, Run, RunRow, Theory, TheoryDesk, TheoryOrder } from "./protocol";
import type { Settings } from "./settings";

export interface Scene {
  language: Language;
  /** Name of the scenario. */
  scenario: string;
  /** The scenario under the settings that no control stands for. */
  opened: Opened;
  /** What the controls stood at when `theory` was asked for. */
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
  return between(scene.language, row.p05, row.p95, write);
}

/** An interval in words; ends that are written alike are written once. */
export function between(language: Language, p05: number, p95: number, write: (value: number) => string): string {
  if (p05 === p95) return language.message("explorer-no-spread");
  const [low, high] = [write(p05), write(p95)];
  return low === high ? low : language.message("explorer-from-to", { low, high });
}

/** ` In 90 % of replications: 12 to 15.`; nothing where nothing has been simulated, or all agree. */
export function inReplications(
  language: Language,
  p05: number | null | undefined,
  p95: number | null | undefined,
  write: (value: number) => string = (value) => language.number(value),
  message = "explorer-in-replications",
): string {
  if (p05 == null || p95 == null) return "";
  const [low, high] = [write(p05), write(p95)];
  return low === high ? "" : ` ${language.message(message, { low, high })}`;
}

/** Whether a mechanism is switched on, by its key in the scenario. */
export const has = (scene: Scene, mechanism: string): boolean =>
  scene.opened.mechanisms.some((m) => m.name === mechanism);

/** What a computed number is a mean of. */
export function aboutDays({ language, opened }: Scene): string {
  return language.message("explorer-days", { days: language.thousands(opened.days) });
}

/** The same, and which orders are in force on a part of these days only. */
export function aboutOrders(scene: Scene): string {
  const { language, theory } = scene;
  const days = language.thousands(scene.opened.days);
  const part = theory.orders.filter((o) => o.daysInForce < scene.opened.days);
  if (part.length === 0) return aboutDays(scene);
  const orders = part.map((o) =>
    language.message("explorer-days-order", {
      order: language.translate(o.title),
      in: language.thousands(o.daysInForce),
    }),
  );
  return language.message("explorer-days-part", { days, orders: orders.join("; ") });
}

/** What arrives at a desk in a day. */
export interface Arrivals {
  all: number;
  /** Of these, abuse material. */
  right: number;
  /** Medians of the simulation: all that arrives comes from a mechanism. */
  isSimulated: boolean;
}

export function arrivalsAt(scene: Scene, desk: TheoryDesk): Arrivals {
  const median = simulated(scene, "arrivals", { desk: desk.name })?.p50 ?? 0;
  if (desk.arrivalsPerDay > 0 || median === 0) {
    return { all: desk.arrivalsPerDay, right: desk.arrivalsPerDay * (desk.precisionShare ?? 0), isSimulated: false };
  }
  const right = simulated(scene, "true-arrivals", { desk: desk.name })?.p50 ?? 0;
  return { all: median, right, isSimulated: true };
}

/** Whether a margin is set for any order. */
export const hasMargin = (scene: Scene): boolean => scene.theory.orders.some((o) => marginOf(scene, o) !== null);

/** Whether another order detects a class that this one detects. */
export function sharesClass(scene: Scene, order: TheoryOrder): boolean {
  const classes = scene.opened.orders.find((o) => o.name === order.name)?.classes ?? [];
  return scene.opened.orders.some((o) => o.name !== order.name && o.classes.some((c) => classes.includes(c)));
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
