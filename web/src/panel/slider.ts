/** One control: a slider, its number, and where the number of the scenario comes from. */

import { html } from "../dom";
import type { Language } from "../language";
import type { Control } from "../protocol";
import { at, place, rounded, within } from "../scale";

/** Places of a slider from end to end; an arrow key moves by one. */
const STEPS = 200;

/** A number with its unit. */
export function written(language: Language, value: number, unit: string): string {
  if (unit === "share") return language.rate(value);
  const units: Record<string, string> = {
    "items/day": language.message("explorer-unit-items-per-day", { value: language.number(value) }),
    "items/day per account": language.message("explorer-unit-items-per-account", { value: language.number(value) }),
    "standard deviations": language.message("explorer-unit-deviations", { value: language.number(value) }),
    people: language.message("explorer-unit-people", { value: language.number(value), count: value }),
  };
  return units[unit] ?? `${language.number(value)} ${unit}`;
}

export interface Shown {
  /** Name for people. */
  label: string;
  value: number;
  /** What stands for the number where it is of several that differ. */
  text?: string;
  moved: boolean;
  /** Ends of the slider: what is possible. */
  low: number;
  high: number;
}

export class Slider {
  private readonly input: HTMLInputElement;
  private readonly output: HTMLOutputElement;
  private readonly name: HTMLLabelElement;
  private readonly reset: HTMLButtonElement;
  readonly element: HTMLDivElement;

  constructor(
    private readonly language: Language,
    private readonly control: Control,
    id: string,
    private shown: Shown,
    on: { move: (value: number) => void; reset: () => void },
  ) {
    this.input = html("input", { type: "range", id, min: 0, max: STEPS, step: 1 });
    this.output = html("output", { for: id });
    this.name = html("label", { for: id }, shown.label);
    const say = language.message("explorer-reset-one", { control: shown.label });
    this.reset = html("button", { type: "button", class: "reset", title: say, "aria-label": say }, "↺");
    this.input.addEventListener("input", () => on.move(this.value()));
    this.reset.addEventListener("click", () => {
      on.reset();
      this.input.focus();
    });
    const track = html("div", { class: "track" }, this.input);
    const { uncertain } = control;
    if (uncertain) {
      track.classList.add("uncertain");
      track.style.setProperty("--from", String(this.placeOf(uncertain.p05)));
      track.style.setProperty("--to", String(this.placeOf(uncertain.p95)));
    }
    const head = html("div", { class: "control-head" }, this.name, this.output, this.reset);
    this.element = html("div", { class: "control", "data-kind": control.kind, "data-of": control.of }, head, track);
    this.show(shown);
  }

  private placeOf(value: number): number {
    return place(value, this.shown.low, this.shown.high, this.control.scale);
  }

  private value(): number {
    const { scale, whole } = this.control;
    const { low, high } = this.shown;
    const value = at(Number(this.input.value) / STEPS, low, high, scale);
    return whole ? Math.max(Math.ceil(low), Math.round(rounded(value, 3))) : within(value, low, high);
  }

  show(shown: Shown): void {
    this.shown = shown;
    const text = shown.text ?? written(this.language, shown.value, this.control.unit);
    const position = String(Math.round(this.placeOf(shown.value) * STEPS));
    if (document.activeElement !== this.input || !shown.moved) this.input.value = position;
    this.input.setAttribute("aria-valuetext", text);
    this.output.textContent = text;
    this.reset.hidden = !shown.moved;
    this.element.classList.toggle("moved", shown.moved);
  }
}
