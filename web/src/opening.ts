/** A scenario under the settings of a link, as far as they fit it. */

import { isFailure, type Failure, type Opened } from "./protocol";
import { Settings, without } from "./settings";

export interface Opening {
  settings: Settings;
  /** Settings that do not fit, and why. */
  refused: { setting: string; failure: Failure }[];
}

type Open = (set: string[]) => Promise<Opened | Failure>;

/** Fails where the scenario itself cannot be opened. */
export async function opening(open: Open, set: string[]): Promise<Opening | Failure> {
  const base = await open([]);
  if (isFailure(base)) return base;
  if (set.length === 0) return { settings: new Settings(base, base, []), refused: [] };
  const { kept, present, refused } = await fitting(open, base, set);
  const opened = await around(open, base, present, kept);
  return { settings: new Settings(opened, present, kept), refused };
}

/** The settings that fit: all of them, or else each that fits with those before it. */
async function fitting(open: Open, base: Opened, set: string[]) {
  const refused: Opening["refused"] = [];
  const all = await open(set);
  if (!isFailure(all)) return { kept: set, present: all, refused };
  let [kept, present]: [string[], Opened] = [[], base];
  for (const setting of set) {
    const more = await open([...kept, setting]);
    if (isFailure(more)) refused.push({ setting, failure: more });
    else [kept, present] = [[...kept, setting], more];
  }
  return { kept, present, refused };
}

/** The scenario under the settings that no control stands for; they may give it other controls. */
async function around(open: Open, base: Opened, present: Opened, kept: string[]): Promise<Opened> {
  let [opened, others] = [base, [] as string[]];
  for (let n = 0; n < 2; n++) {
    const now = without(opened.controls, kept);
    if (now.join("\n") === others.join("\n")) return opened;
    const answer = await open(now);
    // They may need what a control stands for, such as a margin that another detector can meet.
    if (isFailure(answer)) return present;
    [opened, others] = [answer, now];
  }
  return opened;
}
