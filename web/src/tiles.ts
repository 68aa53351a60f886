/** The numbers that everybody asks for first. */

import { html } from "./dom";
import { aboutOrders, between, interval, simulated, type Scene } from "./scene";

export class Tiles {
  private readonly list = html("dl", { class: "tiles" });
  private readonly note = html("p", { class: "note" });
  readonly element = html("div", { class: "first" }, this.list, this.note);

  update(scene: Scene): void {
    const { language, theory } = scene;
    const { total } = theory;
    const number = (v: number): string => language.few(v);
    const tile = (name: string, value: string, band: string): HTMLElement =>
      html("div", {}, html("dt", {}, name), html("dd", {}, value, html("span", { class: "band" }, band)));
    this.list.replaceChildren(
      tile(
        language.message("explorer-tile-flags"),
        number(total.flagsPerDay),
        interval(scene, simulated(scene, "flags"), number),
      ),
      tile(
        language.message("explorer-tile-true"),
        number(total.trueFlagsPerDay),
        interval(scene, simulated(scene, "true-flags"), number),
      ),
      tile(
        language.message("explorer-tile-false"),
        number(total.falseFlagsPerDay),
        interval(scene, simulated(scene, "false-flags"), number),
      ),
      tile(
        language.message("explorer-tile-wrong"),
        total.precisionShare === null ? "–" : language.brief(1 - total.precisionShare),
        this.wrong(scene),
      ),
    );
    this.note.textContent = this.explain(scene);
  }

  /** The interval of the share of flags that is innocent. */
  private wrong(scene: Scene): string {
    const precision = simulated(scene, "flag-precision");
    if (precision?.p05 == null || precision.p95 == null) return "–";
    return between(scene.language, 1 - precision.p95, 1 - precision.p05, (share) => scene.language.brief(share));
  }

  /** Why a number and its interval need not agree. */
  private explain(scene: Scene): string {
    const { language, opened } = scene;
    const said = `${language.message("explorer-tiles-note")} ${aboutOrders(scene)}`;
    // What an account threshold keeps back was flagged all the same.
    const left = opened.mechanisms.filter((m) => m.name !== "accounts");
    if (left.length === 0) return said;
    const mechanisms = language.list(left.map((m) => language.translate(m.title)));
    return `${said} ${language.message("explorer-tiles-without", { mechanisms })}`;
  }
}
