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
  stricter: number;
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
      const points = this.points(scene, order);
      const loosest = points.at(-1)?.marginShare ?? 0;
      if (margin / 10 > loosest) return [];
      const title = scene.language.translate(order.title);
      const now = order.recallShare;
      const stricter = recall(points, margin / 10);
      return [
        { title, margin, stricter, now, looser: margin * 10 > 1.001 * loosest ? null : recall(points, margin * 10) },
      ];
    });
    return steps.sort((a, b) => (b.looser ?? b.now) - b.stricter - ((a.looser ?? a.now) - a.stricter))[0] ?? null;
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
      note: this.empty(scene) ? "" : language.message("explorer-curve-note", { reading }),
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

  private describe(language: Language, step: Step): string {
    const said = {
      order: step.title,
      margin: language.share(step.margin),
      stricter: language.share(step.stricter),
      now: language.share(step.now),
    };
    return step.looser === null
      ? language.message("explorer-curve-stricter", said)
      : language.message("explorer-curve-sentence", { ...said, looser: language.share(step.looser) });
  }

  /** Whether no order can meet any of the margins: then there is nothing to draw. */
  private empty(scene: Scene): boolean {
    return !scene.theory.orders.some((order) => this.points(scene, order).some((p) => p.recallShare));
  }

  private none(scene: Scene): string {
    const { language } = scene;
    const margins = scene.theory.orders.flatMap((order) => this.points(scene, order).map((p) => p.marginShare));
    return this.empty(scene) && margins.length > 0
      ? language.message("explorer-curve-empty", { margin: language.share(Math.max(...margins)) })
      : language.message("explorer-curve-none");
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
    const marks: Mark[] = orders.flatMap((order, n) => {
      const margin = marginOf(scene, order);
      if (margin === null || margin > (margins.at(-1) ?? 0)) return [];
      return [{ x: margin, y: recall(this.points(scene, order), margin), colour: series(n) }];
    });
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
    this.chart.show({ signature, options }, [margins, ...lines], marks, this.width, this.say(scene).sentence);
  }
}

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-9;

/** Recall at a margin, between the points of a curve; 0 where no threshold meets the margin. */
export function recall(points: CurvePoint[], margin: number): number {
  const above = points.findIndex((p) => p.marginShare >= margin);
  const b = points[above === -1 ? points.length - 1 : above];
  const a = points[Math.max(0, above - 1)] ?? b;
  if (!a || !b) return 0;
  const [low, high] = [a.recallShare ?? 0, b.recallShare ?? 0];
  if (above <= 0 || a === b) return high;
  const between = Math.log(margin / a.marginShare) / Math.log(b.marginShare / a.marginShare);
  return low + between * (high - low);
}
