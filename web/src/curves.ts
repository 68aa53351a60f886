/** Curves are most of the work of a closed form, and no margin changes them: they are kept while only margins move. */

import type { Theory, TheoryOrder } from "./protocol";
import type { Settings } from "./settings";

/** Points in a factor of ten of the margin. */
const POINTS = 4;

export class Curves {
  private key = "";
  private kept = new Map<string, TheoryOrder["curves"]>();

  /** How many points to ask for: none where the curves are there already. */
  points(scenario: string, settings: Settings): number {
    return this.key === keyOf(scenario, settings) ? 0 : POINTS;
  }

  /** An answer with curves as fine as any; `key` and `points` are those with which it was asked. */
  complete(theory: Theory, key: string, points: number): Theory {
    if (points === POINTS) {
      this.key = key;
      this.kept = new Map(theory.orders.map((o) => [o.name, o.curves]));
      return theory;
    }
    return { ...theory, orders: theory.orders.map((o) => ({ ...o, curves: this.kept.get(o.name) ?? o.curves })) };
  }
}

/** All that curves depend on. */
export function keyOf(scenario: string, settings: Settings): string {
  const margins = new Set(settings.margins.flatMap((c) => Object.values(c.readings ?? {})));
  const others = settings.list.filter((s) => !margins.has(s.slice(0, s.indexOf("="))));
  return JSON.stringify([scenario, settings.reading, others]);
}
