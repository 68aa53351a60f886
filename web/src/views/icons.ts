/** Precision as 1,000 reports, one sign each. */

import { svg } from "../dom";
import type { Language } from "../language";
import type { RunRow, TheoryDesk } from "../protocol";
import { deskOf, inReplications, interval, simulated, unitOf, type Scene } from "../scene";
import { aboutInterval, View, type Said } from "./view";
import { drawing } from "./words";

const REPORTS = 1000;

export class IconsView extends View {
  constructor() {
    super("icons");
  }

  protected say(scene: Scene): Said {
    const { language } = scene;
    const desk = deskOf(scene);
    const name = desk ? language.translate(desk.title) : language.message("explorer-all-services");
    const unit = desk ? unitOf(language, desk) : language.message("explorer-unit-flags");
    const precision = this.precision(scene);
    const row = this.simulated(scene);
    return {
      name: language.message("explorer-icons"),
      sentence: this.describe(scene, precision, unit, name),
      note: precision === null ? "" : this.explain(scene),
      numbers: {
        columns: [
          language.message("explorer-desk"),
          language.message("explorer-right-of-thousand"),
          language.message("explorer-precision"),
          language.message("explorer-band"),
        ],
        rows: (scene.theory.desks.length ? scene.theory.desks : []).map((d) => [
          language.translate(d.title),
          ...this.shares(scene, d),
          interval(scene, d === desk ? row : simulated(scene, "precision", { desk: d.name }), (v) => language.brief(v)),
        ]),
      },
    };
  }

  /** How many of 1,000 are right, and as a share; those of the simulation where only it has them. */
  private shares(scene: Scene, desk: TheoryDesk): [string, string] {
    const { language } = scene;
    const share = desk.precisionShare ?? simulated(scene, "precision", { desk: desk.name })?.p50 ?? null;
    return share === null ? ["–", "–"] : [language.number(share * REPORTS), language.brief(share)];
  }

  private explain(scene: Scene): string {
    const { language, theory } = scene;
    const computed = deskOf(scene)?.precisionShare ?? (theory.desks.length === 0 ? theory.total.precisionShare : null);
    return [
      language.message("explorer-icons-note"),
      ...(computed === null ? [language.message("explorer-medians")] : []),
      aboutInterval(language, scene),
    ].join(" ");
  }

  /** Of the desk, or of flags where there is no desk; simulated where all that arrives comes from a mechanism. */
  private precision(scene: Scene): number | null {
    const desk = deskOf(scene);
    const computed = desk ? desk.precisionShare : scene.theory.total.precisionShare;
    return computed ?? this.simulated(scene)?.p50 ?? null;
  }

  private simulated(scene: Scene): RunRow | null {
    const desk = deskOf(scene);
    return desk ? simulated(scene, "precision", { desk: desk.name }) : simulated(scene, "flag-precision");
  }

  private describe(scene: Scene, precision: number | null, unit: string, desk: string): string {
    const { language } = scene;
    if (precision === null) return language.message("explorer-icons-none", { desk });
    const row = scene.opened.mechanisms.length > 0 ? this.simulated(scene) : null;
    const [p05, p95] = row?.p05 == null || row.p95 == null ? [null, null] : [1 - row.p95, 1 - row.p05];
    const brief = (share: number): string => language.brief(share);
    const band = inReplications(language, p05, p95, brief, "explorer-icons-in-replications");
    return `${this.central(language, precision, unit, desk)}${band}`;
  }

  private central(language: Language, precision: number, unit: string, desk: string): string {
    const right = Math.round(precision * REPORTS);
    const wrong = language.thousands(REPORTS - right);
    if (right === 0 && precision > 0) {
      return language.message("explorer-icons-rare", { unit, desk, one: language.oneIn(precision) });
    }
    if (right === REPORTS && precision < 1) {
      return language.message("explorer-icons-nearly", { unit, desk, one: language.oneIn(1 - precision) });
    }
    return language.message("explorer-icons-sentence", { unit, desk, wrong, right: language.thousands(right) });
  }

  protected draw(scene: Scene): void {
    const precision = this.precision(scene);
    this.picture.hidden = precision === null;
    const columns = this.width < 480 ? 40 : 50;
    const step = this.width / columns;
    const rows = REPORTS / columns;
    const picture = drawing(this.width, Math.ceil(rows * step), this.say(scene).sentence);
    if (precision !== null) {
      const right = Math.round(precision * REPORTS);
      let [circles, squares] = ["", ""];
      const r = step * 0.42;
      const side = step * 0.62;
      for (let n = 0; n < REPORTS; n++) {
        const x = ((n % columns) + 0.5) * step;
        const y = (Math.floor(n / columns) + 0.5) * step;
        if (n < right) {
          circles += `M${(x - r).toFixed(1)} ${y.toFixed(1)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
        } else squares += `M${(x - side / 2).toFixed(1)} ${(y - side / 2).toFixed(1)}h${side}v${side}h${-side}z`;
      }
      picture.append(
        svg("path", { d: circles, class: "fluid true" }),
        svg("path", { d: squares, class: "fluid false" }),
      );
    }
    this.picture.replaceChildren(picture);
  }
}
