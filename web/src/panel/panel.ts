/** The controls of a scenario, in groups. */

import { html } from "../dom";
import type { Language } from "../language";
import type { Control, ControlKind } from "../protocol";
import type { Reading, Settings } from "../settings";
import { labelOf } from "./label";
import { origin } from "./origin";
import { Slider, type Shown } from "./slider";

const KINDS: ControlKind[] = ["margin", "prevalence", "volume", "separation", "people"];

function titleOf(language: Language, kind: ControlKind): string {
  const names = {
    margin: language.message("explorer-kind-margin"),
    prevalence: language.message("explorer-kind-prevalence"),
    volume: language.message("explorer-kind-volume"),
    separation: language.message("explorer-kind-separation"),
    people: language.message("explorer-kind-people"),
  };
  return names[kind];
}

export class Panel {
  private readonly shows: (() => void)[] = [];
  readonly element: HTMLDivElement;

  constructor(
    private readonly language: Language,
    private readonly settings: Settings,
    private readonly changed: () => void,
  ) {
    this.element = html("div", { class: "panel" });
    if (settings.others.length > 0) {
      const said = language.message("explorer-others", { settings: settings.others.join("   ") });
      this.element.append(html("p", { class: "others" }, said));
    }
    for (const kind of KINDS) {
      const controls = settings.controls.filter((c) => c.kind === kind);
      if (controls.length > 0) this.element.append(this.group(kind, controls));
    }
  }

  /** Which groups of controls are open in a place. */
  static groups(place: HTMLElement): Map<string, boolean> {
    const groups = place.querySelectorAll<HTMLDetailsElement>("details[data-group]");
    return new Map([...groups].map((group) => [group.dataset["group"] ?? "", group.open]));
  }

  /** Opens and closes the groups in a place as they were. */
  static regroup(place: HTMLElement, open: Map<string, boolean>): void {
    for (const group of place.querySelectorAll<HTMLDetailsElement>("details[data-group]")) {
      group.open = open.get(group.dataset["group"] ?? "") ?? group.open;
    }
  }

  /** All sliders, as the settings are now. */
  show(): void {
    for (const show of this.shows) show();
  }

  private group(kind: ControlKind, controls: Control[]): HTMLElement {
    const summary = html("summary", {}, titleOf(this.language, kind));
    const group = html("details", { class: "group", "data-group": kind }, summary);
    group.open = kind === "margin";
    if (kind === "margin") {
      if (controls.length > 1) group.append(this.together(controls));
      group.append(this.readings());
    }
    const sliders = controls.map((c, n) => this.slider(c, `${kind}-${n}`));
    if (kind === "margin" && controls.length > 1) {
      const each = html(
        "details",
        { class: "each", "data-group": "each" },
        html("summary", {}, this.language.message("explorer-each-order")),
      );
      each.append(...sliders);
      group.append(each);
    } else group.append(...sliders);
    return group;
  }

  private slider(control: Control, id: string): HTMLElement {
    const { settings } = this;
    const state = (): Shown => ({
      label: labelOf(this.language, control),
      value: settings.value(control),
      moved: settings.isMoved(control),
      ...settings.ends(control),
    });
    const slider = new Slider(this.language, control, id, state(), {
      move: (value) => this.change(() => settings.move(control, value)),
      reset: () => this.change(() => settings.reset(control)),
    });
    this.shows.push(() => slider.show(state()));
    slider.element.append(origin(this.language, control));
    return slider.element;
  }

  /** One slider for the margins of all orders. */
  private together(controls: Control[]): HTMLElement {
    const { settings, language } = this;
    const first = controls[0] as Control;
    const between = (a: number, b: number): string =>
      language.message("explorer-from-to", { low: language.share(a), high: language.share(b) });
    const state = (): Shown => {
      const values = controls.map((c) => settings.value(c));
      const logs = values.reduce((sum, v) => sum + Math.log(v), 0) / values.length;
      const same = values.every((v) => v === values[0]);
      return {
        label: language.message("explorer-all-orders"),
        value: same ? (values[0] ?? 0) : Math.exp(logs),
        ...(same ? {} : { text: between(Math.min(...values), Math.max(...values)) }),
        moved: controls.some((c) => settings.isMoved(c)),
        // A margin for all is one that all can meet.
        low: Math.max(...controls.map((c) => settings.ends(c).low)),
        high: Math.max(...controls.map((c) => settings.ends(c).high)),
      };
    };
    const all: Control = { ...first, of: "*", uncertain: null };
    const slider = new Slider(language, all, "margin-all", state(), {
      move: (value) => this.change(() => controls.forEach((c) => settings.move(c, value))),
      reset: () => this.change(() => controls.forEach((c) => settings.reset(c))),
    });
    this.shows.push(() => slider.show(state()));
    return slider.element;
  }

  /** The two readings of a margin. */
  private readings(): HTMLElement {
    const { settings, language } = this;
    const choice = (reading: Reading, text: string): HTMLElement => {
      const input = html("input", { type: "radio", name: "reading", value: reading });
      input.addEventListener("change", () => this.change(() => settings.read(reading)));
      this.shows.push(() => (input.checked = settings.reading === reading));
      input.checked = settings.reading === reading;
      return html("label", {}, input, html("span", {}, text));
    };
    return html(
      "fieldset",
      { class: "readings" },
      html("legend", {}, language.message("explorer-reading")),
      choice("fpr", language.message("explorer-reading-fpr")),
      choice("fdr", language.message("explorer-reading-fdr")),
    );
  }

  private change(act: () => void): void {
    act();
    this.show();
    this.changed();
  }
}
