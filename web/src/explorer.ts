/** The page: a scenario, its controls, its views, and the link that says all of it. */

import type { Client } from "./client";
import { Curves, keyOf } from "./curves";
import { html } from "./dom";
import { Exports } from "./export/exports";
import { failureBox } from "./failure";
import { Header } from "./header";
import { Language } from "./language";
import { Panel } from "./panel/panel";
import { isFailure, type Failure, type Run, type Theory } from "./protocol";
import type { Scenarios } from "./scenarios";
import type { Scene } from "./scene";
import { Settings } from "./settings";
import { Simulation } from "./simulation";
import { isState, read, start, write, type State } from "./state";
import { Status } from "./status";
import { Tiles } from "./tiles";
import { DeskChoice } from "./views/desk-choice";
import type { View } from "./views/view";
import { BacklogView } from "./views/backlog";
import { CurveView } from "./views/curve";
import { DesksView } from "./views/desks";
import { IconsView } from "./views/icons";
import { RiskView } from "./views/risk";
import { VesselsView } from "./views/vessels";

export class Explorer {
  private language: Language;
  private settings: Settings | undefined;
  private panel: Panel | undefined;
  private theory: Theory | null = null;
  private run: Run | null = null;
  private busy = false;
  private again = false;
  /** When the oldest movement came that is not drawn yet, for `measures`. */
  private moved = 0;

  private readonly views: View[] = [
    new VesselsView(),
    new CurveView(),
    new IconsView(),
    new DesksView(),
    new BacklogView(),
    new RiskView(),
  ];
  private readonly curves = new Curves();
  private readonly tiles = new Tiles();
  private readonly status = new Status();
  private readonly side = html("div", { class: "side" });
  private readonly sideSummary = html("summary");
  private readonly failures = html("div");
  /** What a link asked for and cannot have, until something else is chosen. */
  private readonly refused = html("div");
  private readonly header: Header;
  private readonly desks: DeskChoice;
  private readonly exports: Exports;
  private readonly simulation: Simulation;

  constructor(
    root: HTMLElement,
    private readonly scenarios: Scenarios,
    version: string,
    private readonly quick: Client,
    slow: Client,
    private state: State,
  ) {
    this.language = Language.find(state.lang || navigator.language.slice(0, 2));
    this.simulation = new Simulation(slow, (answer, since) => this.simulated(answer, since));
    this.header = new Header(scenarios, {
      scenario: (name) => void this.open({ ...this.state, scenario: name, set: [] }),
      language: (tag) => this.speak(tag),
      reset: () => {
        this.refused.replaceChildren();
        this.settings?.resetAll();
        this.panel?.show();
        this.changed();
      },
    });
    this.desks = new DeskChoice((desk) => {
      this.state = { ...this.state, desk };
      this.keep();
      this.draw();
    });
    this.exports = new Exports(slow, scenarios, this.views, () => this.scene(), version);
    const controls = html("details", { class: "controls", open: true }, this.sideSummary, this.side);
    const shown = html("div", { class: "views" }, this.tiles.element);
    for (const view of this.views) {
      if (view.id === "icons") shown.append(this.desks.element);
      shown.append(view.element);
    }
    root.replaceChildren(
      this.header.element,
      this.refused,
      this.failures,
      html("div", { class: "columns" }, controls, shown),
      this.status.element,
      this.exports.element,
    );
    new ResizeObserver(() => this.draw()).observe(shown);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.draw());
    addEventListener("hashchange", () => {
      if (isState(location.hash)) void this.open(read(location.hash, this.state));
    });
  }

  /** Shows a state; what is on the page stays until it is there. */
  async open(state: State): Promise<void> {
    this.refused.replaceChildren();
    const subject = (set: string[]) => this.scenarios.subject(state.scenario, set);
    const base = await this.quick.ask({ ask: "open", ...subject([]) });
    if (isFailure(base)) return this.refuse(base, { ...start(), lang: state.lang }, state);
    const present = state.set.length > 0 ? await this.quick.ask({ ask: "open", ...subject(state.set) }) : base;
    if (isFailure(present)) return this.refuse(present, { ...state, set: [] }, state);
    this.language = Language.find(state.lang || this.language.tag);
    if (state.scenario !== this.state.scenario) this.theory = null;
    this.state = state;
    this.settings = new Settings(base, present, state.set);
    this.show();
    this.changed();
    const { dropped } = this.settings;
    if (dropped.length > 0) {
      const said = this.language.message("explorer-two-readings", { settings: dropped.join(", ") });
      this.refused.replaceChildren(html("div", { class: "failure", role: "alert" }, html("p", {}, said)));
    }
  }

  /** A link that does not fit this page: shows what can be shown of it, and says what is left out. */
  private async refuse(failure: Failure, instead: State, asked: State): Promise<void> {
    if (write(instead) === write(asked)) return this.fail(failure);
    await this.open(instead);
    const said = html("p", {}, this.language.message("explorer-link-refused"));
    const box = failureBox(failure);
    box.prepend(said);
    this.refused.replaceChildren(box);
  }

  private speak(tag: string): void {
    this.language = Language.find(tag);
    this.state = { ...this.state, lang: tag };
    this.keep();
    this.show();
    this.draw();
  }

  /** All words of the frame, and new controls. */
  private show(): void {
    if (!this.settings) return;
    const { language, settings } = this;
    document.documentElement.lang = language.tag;
    this.header.show(language, settings.base, this.state.scenario);
    this.sideSummary.textContent = language.message("explorer-controls");
    this.panel = new Panel(language, settings, () => {
      this.refused.replaceChildren();
      this.changed();
    });
    this.side.replaceChildren(this.panel.element);
    this.desks.show(language, settings.base.desks, this.desk());
    this.exports.show(language);
  }

  /** The desk that is looked at: the first that is there. */
  private desk(): string {
    const desks = this.settings?.base.desks ?? [];
    return (desks.find((d) => d.name === this.state.desk) ?? desks[0])?.name ?? "";
  }

  private scene(): Scene | null {
    if (!this.settings || !this.theory) return null;
    const { language, settings, theory, run } = this;
    return { language, scenario: this.state.scenario, opened: settings.base, settings, theory, run, desk: this.desk() };
  }

  /** A control was moved. */
  private changed(): void {
    const { settings } = this;
    if (!settings) return;
    this.moved ||= performance.now();
    this.run = null;
    this.state = { ...this.state, set: settings.list };
    this.keep();
    void this.ask();
    this.simulation.ask(this.scenarios.subject(this.state.scenario, this.state.set), settings.base.replications);
  }

  private keep(): void {
    history.replaceState(null, "", `#${write(this.state)}`);
  }

  /** At most one question is under way; the last movement is what counts. */
  private async ask(): Promise<void> {
    if (this.busy) {
      this.again = true;
      return;
    }
    this.busy = true;
    do {
      this.again = false;
      const since = this.moved;
      this.moved = 0;
      const { scenario, set } = this.state;
      const { settings } = this;
      if (!settings) break;
      const [key, pointsPerDecade] = [keyOf(scenario, settings), this.curves.points(scenario, settings)];
      const subject = this.scenarios.subject(scenario, set);
      const { reading } = settings;
      const answer = await this.quick.ask({ ask: "theory", ...subject, pointsPerDecade, reading });
      if (isFailure(answer)) this.fail(answer);
      else if (scenario === this.state.scenario) {
        this.failures.replaceChildren();
        this.theory = this.curves.complete(answer, key, pointsPerDecade);
        this.draw();
        performance.measure("closed form", { start: since, end: performance.now() });
      }
    } while (this.again);
    this.busy = false;
  }

  private simulated(answer: Run | Failure, since: number): void {
    if (isFailure(answer)) return this.fail(answer);
    this.run = answer;
    this.draw();
    performance.measure("simulation", { start: since, end: performance.now() });
  }

  private fail(failure: Failure): void {
    this.failures.replaceChildren(failureBox(failure));
  }

  private draw(): void {
    const scene = this.scene();
    if (!scene) return;
    this.tiles.update(scene);
    for (const view of this.views) view.update(scene);
    this.status.update(scene);
    this.header.canReset(scene.settings.any);
  }
}
