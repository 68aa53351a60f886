/** The page: a scenario, its controls, its views, and the link that says all of it. */

import type { Client } from "./client";
import { Curves, keyOf } from "./curves";
import { embedded, html } from "./dom";
import { Exports } from "./export/exports";
import { box, reasons } from "./failure";
import { Header } from "./header";
import { Language } from "./language";
import { opening, type Opening } from "./opening";
import { Panel } from "./panel/panel";
import { isFailure, type Failure, type Run, type Theory } from "./protocol";
import type { Scenarios } from "./scenarios";
import type { Scene } from "./scene";
import type { Settings } from "./settings";
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
  /** What the controls stand at. */
  private settings: Settings | undefined;
  private panel: Panel | undefined;
  /** The last answer, with what was asked: views show nothing else. */
  private answered: { scenario: string; settings: Settings; theory: Theory } | null = null;
  private run: Run | null = null;
  private busy = false;
  private again = false;
  /** Links and choices so far: an earlier one that is still being opened no longer counts. */
  private round = 0;
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
  /** Why there are no numbers for what the controls stand at. */
  private readonly failures = html("div", { class: "failures" });
  private readonly shown = html("div", { class: "views" }, this.tiles.element);
  /** What a link asked for and cannot have, until something else is chosen. */
  private readonly refused = html("div");
  private readonly header: Header;
  private readonly desks: DeskChoice;
  private readonly exports: Exports;
  private readonly simulation: Simulation;

  constructor(
    private readonly root: HTMLElement,
    private readonly scenarios: Scenarios,
    version: string,
    private readonly quick: Client,
    slow: Client,
    private state: State,
  ) {
    this.language = Language.choose(state.lang);
    this.simulation = new Simulation(slow, (answer, since) => this.simulated(answer, since));
    this.header = new Header(scenarios, {
      scenario: (name) => void this.open({ ...this.state, scenario: name, set: [] }),
      language: (tag) => this.speak(tag),
      reset: () => this.reset(),
    });
    this.desks = new DeskChoice((desk) => {
      this.state = { ...this.state, desk };
      this.keep();
      this.draw();
    });
    this.exports = new Exports(slow, scenarios, this.views, () => this.scene(), version);
    const controls = html("details", { class: "controls", open: true }, this.sideSummary, this.side);
    for (const view of this.views) {
      if (view.id === "icons") this.shown.append(this.desks.element);
      this.shown.append(view.element);
    }
    root.replaceChildren(
      this.header.element,
      this.refused,
      html("div", { class: "columns" }, controls, html("div", {}, this.failures, this.shown)),
      this.status.element,
      this.exports.element,
    );
    new ResizeObserver(() => this.draw()).observe(this.shown);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.draw());
    addEventListener("beforeprint", () => this.print(true));
    addEventListener("afterprint", () => this.print(false));
    addEventListener("hashchange", () => {
      if (isState(location.hash)) void this.open(read(location.hash, this.state));
    });
  }

  /** Shows a state as far as it can be had, and says what is left out; what is on the page stays until it is there. */
  async open(state: State): Promise<void> {
    const round = ++this.round;
    const subject = (set: string[]) => this.scenarios.subject(state.scenario, set);
    const opened = await opening((set) => this.quick.ask({ ask: "open", ...subject(set) }), state.set);
    if (round !== this.round) return;
    this.refused.replaceChildren();
    if (isFailure(opened)) return this.refuse(opened, state);
    if (state.lang) this.language = Language.choose(state.lang);
    if (state.scenario !== this.state.scenario) this.answered = null;
    this.state = state;
    this.settings = opened.settings;
    this.show();
    this.changed();
    this.leaveOut(opened);
  }

  /** A link to a scenario that cannot be opened: shows that of the page, and says why. */
  private async refuse(failure: Failure, asked: State): Promise<void> {
    const instead = { ...start(), lang: asked.lang };
    if (write(instead) === write(asked)) return this.fail(failure);
    await this.open(instead);
    const said = html("p", {}, this.language.message("explorer-link-refused"));
    this.refused.replaceChildren(box(said, ...reasons(failure, this.language, true)));
  }

  /** Says which settings of a link are not shown. */
  private leaveOut({ refused, settings }: Opening): void {
    const { language } = this;
    if (refused.length > 0) {
      const said = html("p", {}, language.message("explorer-link-refused"));
      const list = refused.flatMap(({ setting, failure }) => [
        html("p", {}, html("code", {}, setting)),
        ...reasons(failure, language, true),
      ]);
      this.refused.append(box(said, ...list));
    }
    if (settings.dropped.length > 0) {
      const said = language.message("explorer-two-readings", { settings: settings.dropped.join(", ") });
      this.refused.append(box(html("p", {}, said)));
    }
  }

  /** Back to the scenario as it is. */
  private reset(): void {
    if (!this.settings) return;
    if (this.settings.others.length > 0) return void this.open({ ...this.state, set: [] });
    this.refused.replaceChildren();
    this.settings.resetAll();
    this.panel?.show();
    this.changed();
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
    const { language, settings } = this;
    if (!settings) return;
    // A report around the explorer keeps its own language.
    (embedded ? this.root : document.documentElement).lang = language.tag;
    this.header.show(language, settings.opened, this.state.scenario);
    this.sideSummary.textContent = language.message("explorer-controls");
    const open = Panel.groups(this.side);
    this.panel = new Panel(language, settings, () => {
      this.refused.replaceChildren();
      this.changed();
    });
    this.side.replaceChildren(this.panel.element);
    Panel.regroup(this.side, open);
    this.desks.show(language, settings.opened.desks, this.desk(settings));
    this.exports.show(language);
  }

  /** The desk that is looked at: the first that is there. */
  private desk(settings: Settings): string {
    const { desks } = settings.opened;
    return (desks.find((d) => d.name === this.state.desk) ?? desks[0])?.name ?? "";
  }

  private scene(): Scene | null {
    if (!this.answered) return null;
    const { language, run } = this;
    const { scenario, settings, theory } = this.answered;
    return { language, scenario, opened: settings.opened, settings, theory, run, desk: this.desk(settings) };
  }

  /** A control was moved. */
  private changed(): void {
    const { settings } = this;
    if (!settings) return;
    this.moved ||= performance.now();
    this.run = null;
    this.state = { ...this.state, set: settings.list };
    this.keep();
    this.header.canReset(settings.any);
    void this.ask();
    this.simulation.ask(this.scenarios.subject(this.state.scenario, this.state.set), settings.opened.replications);
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
      const settings = this.settings?.copy();
      if (!settings) break;
      const [key, pointsPerDecade] = [keyOf(scenario, settings), this.curves.points(scenario, settings)];
      const subject = this.scenarios.subject(scenario, set);
      const { reading } = settings;
      const theory = await this.quick.ask({ ask: "theory", ...subject, pointsPerDecade, reading });
      if (isFailure(theory)) this.fail(theory);
      else if (scenario === this.state.scenario) {
        this.answer(scenario, settings, this.curves.complete(theory, key, pointsPerDecade));
        performance.measure("closed form", { start: since, end: performance.now() });
      }
    } while (this.again);
    this.busy = false;
  }

  private answer(scenario: string, settings: Settings, theory: Theory): void {
    this.answered = { scenario, settings, theory };
    this.failures.replaceChildren();
    this.empty(false);
    this.draw();
    const scene = this.scene();
    if (scene) this.status.announce(scene);
  }

  private simulated(answer: Run | Failure, since: number): void {
    if (isFailure(answer)) return this.fail(answer);
    this.run = answer;
    this.draw();
    performance.measure("simulation", { start: since, end: performance.now() });
  }

  /** There are no numbers for what the controls stand at: no others may stand beside them. */
  private fail(failure: Failure): void {
    const said = html("p", {}, this.language.message("explorer-no-numbers"));
    this.failures.replaceChildren(box(said, ...reasons(failure, this.language)));
    this.empty(true);
    this.status.silence();
  }

  private empty(isEmpty: boolean): void {
    this.shown.classList.toggle("empty", isEmpty);
    this.exports.allow(!isEmpty);
  }

  private draw(): void {
    const scene = this.scene();
    if (!scene) return;
    this.tiles.update(scene);
    for (const view of this.views) view.update(scene);
    this.status.update(scene);
    this.header.tell(scene);
  }

  /** Paper is light whatever the screen is; charts are pixels and are drawn anew. */
  private print(isPrinting: boolean): void {
    document.documentElement.toggleAttribute("data-print", isPrinting);
    this.draw();
  }
}
