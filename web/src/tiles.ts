/** The numbers that everybody asks for first. */

import { html } from "./dom";
import { interval, simulated, type Scene } from "./scene";

export class Tiles {
  readonly element = html("dl", { class: "tiles" });

  update(scene: Scene): void {
    const { language, theory } = scene;
    const { total } = theory;
    const wrong = total.precisionShare === null ? null : 1 - total.precisionShare;
    const number = (v: number): string => language.number(v);
    const precision = simulated(scene, "flag-precision");
    const tile = (name: string, value: string, band: string): HTMLElement =>
      html("div", {}, html("dt", {}, name), html("dd", {}, value, html("span", { class: "band" }, band)));
    this.element.replaceChildren(
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
        language.percent(wrong),
        precision?.p05 != null && precision.p95 != null
          ? language.message("explorer-from-to", {
              low: language.percent(1 - precision.p95),
              high: language.percent(1 - precision.p05),
            })
          : "–",
      ),
    );
  }
}
