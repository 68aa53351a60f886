/** What each margin leaves of detection, and where the sliders stand. */

import type uPlot from "uplot";
import { html } from "../dom";
import type { Language } from "../language";
import type { CurvePoint, TheoryOrder } from "../protocol";
import { marginOf, type Scene } from "../scene";
import { decades } from "../scale";
import { axis, Chart, series, type Mark } from "./chart";
import { View, type Said } from "./view";

/** What an order flags of what is read: at its margin, at a tenth, and at ten times as far as that can be computed. */
interface Step {
  title: string;
  margin: number;
  /** At a tenth of the margin; `null` where no threshold meets that. */
  stricter: number | null;
  now: number;
  looser: number | null;
}

export class CurveView extends View {
  private readonly key = html("ul", { class: "key" });
  private readonly chart = new Chart(this.picture, 300);

  private lines: { name: string; colour: string }[] = [];

  constructor() {
    super("curve");
    this.above(this.key);
  }

  override get names(): { name: string; colour: string }[] {
    return this.lines;
  }

  private points(scene: Scene, order: TheoryOrder): CurvePoint[] {
    return [...order.curves[scene.settings.reading]].sort((a, b) => a.marginShare - b.marginShare);
  }

  /** The order whose detection changes most when its margin changes. */
  private steepest(scene: Scene): Step | null {
    const steps = scene.theory.orders.flatMap((order) => {
      const margin = marginOf(scene, order);
      if (margin === null) return [];
      const title = scene.language.translate(order.title);
      const { tenthRecallShare: stricter, tenfoldRecallShare: looser } = order.steps ?? {
        tenthRecallShare: null,
        tenfoldRecallShare: null,
      };
      return [{ title, margin, stricter, now: order.recallShare, looser }];
    });
    const rise = (step: Step): number => (step.looser ?? step.now) - (step.stricter ?? 0);
    return steps.sort((a, b) => rise(b) - rise(a))[0] ?? null;
  }

  protected say(scene: Scene): Said {
    const { language } = scene;
    const step = this.steepest(scene);
    const reading =
      scene.settings.reading === "fdr" ? language.message("explorer-fdr") : language.message("explorer-fpr");
    const first = scene.theory.orders[0];
    const margins = first ? this.points(scene, first).filter((p) => isWhole(Math.log10(p.marginShare))) : [];
    return {
      name: language.message("explorer-curve"),
      sentence: step ? this.describe(language, step) : this.none(scene),
      note: this.explain(scene, reading),
      numbers: {
        columns: [reading, ...scene.theory.orders.map((o) => language.translate(o.title))],
        rows: margins.map((point) => [
          language.share(point.marginShare),
          ...scene.theory.orders.map((o) => {
            const share = this.points(scene, o).find((p) => p.marginShare === point.marginShare)?.recallShare;
            return share == null ? "–" : language.brief(share);
          }),
        ]),
      },
    };
  }

  private explain(scene: Scene, reading: string): string {
    const { language } = scene;
    if (this.empty(scene)) return "";
    return [
      language.message("explorer-curve-note", { reading }),
      ...(this.marks(scene).length > 0 ? [language.message("explorer-curve-dots")] : []),
      language.message("explorer-curve-computed"),
    ].join(" ");
  }

  private describe(language: Language, step: Step): string {
    const { order, margin, now } = {
      order: step.title,
      margin: language.share(step.margin),
      now: language.share(step.now),
    };
    const clauses = [
      language.message("explorer-curve-sentence", { order, margin, now }),
      step.stricter === null
        ? language.message("explorer-curve-unmet")
        : language.message("explorer-curve-stricter", { share: language.share(step.stricter) }),
      ...(step.looser === null
        ? []
        : [language.message("explorer-curve-looser", { share: language.share(step.looser) })]),
    ];
    return `${clauses.join("; ")}.`;
  }

  /** Whether no order can meet any of the margins: then there is nothing to draw. */
  private empty(scene: Scene): boolean {
    return !scene.theory.orders.some((order) => this.points(scene, order).some((p) => p.recallShare));
  }

  private none(scene: Scene): string {
    const { language, theory } = scene;
    if (theory.orders.length === 0) return language.message("explorer-vessels-none");
    const margins = theory.orders.flatMap((order) => this.points(scene, order).map((p) => p.marginShare));
    if (this.empty(scene) && margins.length > 0) {
      return language.message("explorer-curve-empty", { margin: language.share(Math.max(...margins)) });
    }
    const titles = theory.orders.map((o) => language.translate(o.title));
    const shares = theory.orders.map((o, n) => `${titles[n] ?? ""} ${language.share(o.recallShare)}`);
    const list = shares.join(titles.some((t) => t.includes(",")) ? "; " : ", ");
    return language.message("explorer-curve-own", { shares: list });
  }

  /** Where the margins stand, as far as the axis goes. */
  private marks(scene: Scene): Mark[] {
    return scene.theory.orders.flatMap((order, n) => {
      const margin = marginOf(scene, order);
      const margins = this.points(scene, order).map((p) => p.marginShare);
      if (margin === null || margin < 0.999 * (margins[0] ?? 1) || margin > 1.001 * (margins.at(-1) ?? 0)) return [];
      return [{ x: margin, y: order.recallShare, colour: series(n) }];
    });
  }

  protected draw(scene: Scene): void {
    const { language } = scene;
    const orders = scene.theory.orders;
    this.lines = orders.map((order, n) => ({ name: language.translate(order.title), colour: series(n) }));
    this.key.replaceChildren(
      ...orders.map((order, n) => {
        const swatch = html("span", { class: "swatch", "aria-hidden": "true" });
        swatch.style.background = series(n);
        return html("li", {}, swatch, language.translate(order.title));
      }),
    );
    const first = orders[0];
    this.picture.hidden = this.key.hidden = this.empty(scene);
    if (!first) return;
    const margins = this.points(scene, first).map((p) => p.marginShare);
    const lines = orders.map((o) => this.points(scene, o).map((p) => p.recallShare));
    const names = orders.map((o) => o.name).join(" ");
    const powers = decades(margins[0] ?? 1, margins.at(-1) ?? 1);
    const every = this.width < 560 ? 4 : 2;
    const options = (): Omit<uPlot.Options, "width" | "height"> => ({
      cursor: { drag: { x: false, y: false }, points: { size: 8 } },
      scales: { x: { time: false, distr: 3 }, y: { range: [0, 1] } },
      axes: [
        axis({
          label: language.message("explorer-axis-margin", { reading: scene.settings.reading.toUpperCase() }),
          splits: () => powers,
          filter: (_plot, splits) => splits,
          values: (_plot, splits) =>
            splits.map((v) => (Math.round(Math.log10(v)) % every === 0 ? language.percent(v) : "")),
        }),
        axis({
          label: language.message("explorer-axis-recall"),
          size: 62,
          values: (_plot, splits) => splits.map((v) => language.percent(v)),
        }),
      ],
      series: [
        {},
        ...orders.map((o, n) => ({ label: o.title, stroke: series(n), width: 2.5, points: { show: false } })),
      ],
    });
    const signature = `${language.tag} ${names} ${scene.settings.reading} ${every}`;
    this.chart.show(
      { signature, options },
      [margins, ...lines],
      this.marks(scene),
      this.width,
      this.say(scene).sentence,
    );
  }
}

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-9;
