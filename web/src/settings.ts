/** What the controls stand at, and the settings that this amounts to. */

import type { Control, Opened } from "./protocol";

export type Reading = "fpr" | "fdr";

const pathOf = (setting: string): string => setting.slice(0, setting.indexOf("=")).trim();

/** The control that stands for a setting. */
function controlOf(controls: Control[], setting: string): Control | undefined {
  const path = pathOf(setting);
  return controls.find((c) => c.path === path || Object.values(c.readings ?? {}).includes(path));
}

/** Settings that no control stands for. */
export const without = (controls: Control[], set: string[]): string[] =>
  set.filter((setting) => controlOf(controls, setting) === undefined);

/** A control in the list of its scenario; a margin is the same under either reading. */
export const keyOf = (control: Control): string => (control.readings ? `${control.kind} ${control.of}` : control.path);

export class Settings {
  /** Numbers that differ from those of the scenario. */
  private readonly moved = new Map<string, number>();
  /** Settings of a link that no control stands for; they are kept. */
  readonly others: string[] = [];
  /** Margins of a link under another reading than its first: the page has one reading at a time. */
  readonly dropped: string[] = [];
  reading: Reading;
  private readonly published: Reading;

  /** `opened` is the scenario under those settings of a link that no control stands for, `present` under all of them. */
  constructor(
    readonly opened: Opened,
    present: Opened,
    set: string[],
  ) {
    this.published = opened.orders.some((o) => o.rule === "fdr") ? "fdr" : "fpr";
    this.reading = set.map((s) => this.readingOf(s)).find((r) => r !== undefined) ?? this.published;
    for (const setting of set) {
      const reading = this.readingOf(setting);
      if (reading !== undefined && reading !== this.reading) {
        this.dropped.push(setting);
        continue;
      }
      const control = controlOf(opened.controls, setting);
      const value =
        control && (written(control, setting) ?? present.controls.find((c) => keyOf(c) === keyOf(control))?.value);
      if (control && value !== undefined) {
        this.moved.set(keyOf(control), value);
      } else this.others.push(setting);
    }
  }

  /** The reading under which a setting says a margin. */
  private readingOf(setting: string): Reading | undefined {
    const path = pathOf(setting);
    const readings = this.opened.controls.map((c) => c.readings).find((r) => r?.fpr === path || r?.fdr === path);
    if (!readings) return undefined;
    return readings.fdr === path ? "fdr" : "fpr";
  }

  get controls(): Control[] {
    return this.opened.controls;
  }

  get margins(): Control[] {
    return this.controls.filter((c) => c.kind === "margin");
  }

  /** These settings as they are now, whatever is moved afterwards. */
  copy(): Settings {
    const copy = new Settings(this.opened, this.opened, []);
    copy.reading = this.reading;
    copy.others.push(...this.others);
    for (const [key, value] of this.moved) copy.moved.set(key, value);
    return copy;
  }

  /** Ends of the slider of a control; a margin begins with the least that its detector can meet. */
  ends(control: Control): { low: number; high: number } {
    const { low, high } = control;
    const least = control.least?.[this.reading];
    return least === undefined ? { low, high } : { low: least, high: least < high ? high : 1 };
  }

  value(control: Control): number {
    return this.moved.get(keyOf(control)) ?? control.value;
  }

  isMoved(control: Control): boolean {
    return this.moved.has(keyOf(control));
  }

  /** Whether anything differs from the scenario. */
  get any(): boolean {
    return this.moved.size + this.others.length > 0;
  }

  move(control: Control, value: number): void {
    this.moved.set(keyOf(control), value);
  }

  /** Back to what the scenario says; a margin only under the reading of the scenario. */
  reset(control: Control): void {
    this.moved.delete(keyOf(control));
    if (control.kind === "margin" && this.reading !== this.published) this.move(control, control.value);
  }

  /** Back to what the controls stand for without a setting; those that no control stands for stay. */
  resetAll(): void {
    this.moved.clear();
    this.reading = this.published;
  }

  /** The same numbers under the other reading; orders that another rule governs are left alone. */
  read(reading: Reading): void {
    this.reading = reading;
    for (const control of this.margins) {
      const rule = this.opened.orders.find((o) => o.name === control.of)?.rule;
      if (rule !== "fpr" && rule !== "fdr" && !this.isMoved(control)) continue;
      const value = this.value(control);
      if (reading === this.published && value === control.value) this.moved.delete(keyOf(control));
      else this.move(control, value);
    }
  }

  /** As `--set` takes them. */
  get list(): string[] {
    const moved = this.controls
      .filter((c) => this.isMoved(c))
      .map((c) => {
        const path = c.readings?.[this.reading] ?? c.path;
        return `${path}=${c.template.replace("{}", String(this.value(c)))}`;
      });
    return [...this.others, ...moved];
  }
}

/** The number of a setting that a control wrote; nothing where somebody wrote it in another way. */
function written(control: Control, setting: string): number | undefined {
  const [before = "", after = ""] = control.template.split("{}");
  const text = setting.slice(setting.indexOf("=") + 1);
  if (!text.startsWith(before) || !text.endsWith(after)) return undefined;
  const number = text.slice(before.length, text.length - after.length);
  return number.trim() === "" || Number.isNaN(Number(number)) ? undefined : Number(number);
}
