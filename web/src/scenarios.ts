/** The scenarios that can be chosen: those of the engine, and those that whoever made the page put into it. */

import type { CatalogueEntry, Subject } from "./protocol";

/** A scenario that came with the page. */
export interface Own {
  /** Unlike that of any scenario of the engine. */
  name: string;
  title: string;
  /** The whole scenario as TOML. */
  text: string;
}

/** What the page begins with says which. */
export function own(): Own[] {
  const text = document.getElementById("vessels-start")?.textContent ?? "{}";
  return (JSON.parse(text) as { own?: Own[] }).own ?? [];
}

export class Scenarios {
  constructor(
    readonly bundled: CatalogueEntry[],
    readonly own: Own[],
  ) {}

  /** What the engine is asked about; a name that the page does not know is left to the engine to refuse. */
  subject(scenario: string, set: string[]): Subject {
    const text = this.own.find((o) => o.name === scenario)?.text;
    return text === undefined ? { scenario, set } : { scenario, text, set };
  }
}
