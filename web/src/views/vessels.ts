/** The communicating vessels: for each order a pair of glasses joined at the bottom. */

import { svg } from "../dom";
import { marginOf, interval, simulated, type Scene } from "../scene";
import { decades, place } from "../scale";
import type { RunRow, TheoryOrder } from "../protocol";
import { aboutInterval, View, type Said } from "./view";
import { drawing, label, room, wrap } from "./words";

/** Ends of the scale of the margin. */
const STRICTEST = 1e-9;
const LOOSEST = 1;
const RIGHT = 58;
const HEIGHT = 210;
const LINE = 17;

/** An order and what its vessels stand at. */
interface Pair {
  order: TheoryOrder;
  title: string;
  /** Level on the left: the margin, or what follows where the rule is another. */
  level: number;
  /** Share of what circulates that is flagged. */
  found: number;
  simulated: RunRow | null;
}

export class VesselsView extends View {
  constructor() {
    super("vessels");
  }

  private pairs(scene: Scene): Pair[] {
    return scene.theory.orders.map((order) => {
      const names = scene.opened.orders.find((o) => o.name === order.name)?.classes ?? [];
      const classes = scene.theory.classes.filter((c) => names.includes(c.name));
      const circulating = classes.reduce((sum, c) => sum + c.circulatingPerDay, 0);
      const flagged = classes.reduce((sum, c) => sum + c.flaggedPerDay, 0);
      const only = classes.length === 1 ? classes[0] : undefined;
      const follows = scene.settings.reading === "fdr" ? order.fdrFieldShare : order.fprFieldShare;
      return {
        order,
        title: scene.language.translate(order.title),
        level: marginOf(scene, order) ?? follows ?? 0,
        found: only?.detectedShare ?? (circulating > 0 ? flagged / circulating : order.recallShare),
        simulated: only ? simulated(scene, "detected-share", { class: only.name }) : null,
      };
    });
  }

  protected say(scene: Scene): Said {
    const { language } = scene;
    const pairs = this.pairs(scene);
    const between = pairs.some((p) => p.title.includes(",")) ? "; " : ", ";
    const share = pairs.map((p) => `${p.title} ${language.share(p.found)}`).join(between);
    return {
      name: language.message("explorer-vessels"),
      sentence:
        pairs.length > 0
          ? language.message("explorer-vessels-sentence", { shares: share })
          : language.message("explorer-vessels-none"),
      note: `${this.reading(scene)} ${language.message("explorer-vessels-note")} ${aboutInterval(language, scene)}`,
      numbers: {
        columns: [
          language.message("explorer-order"),
          language.message("explorer-margin"),
          language.message("explorer-fpr"),
          language.message("explorer-fdr"),
          language.message("explorer-recall"),
          language.message("explorer-found"),
          language.message("explorer-band"),
        ],
        rows: pairs.map((p) => [
          p.title,
          language.rate(p.level),
          language.rate(p.order.fprFieldShare),
          language.brief(p.order.fdrFieldShare),
          language.share(p.order.recallShare),
          language.share(p.found),
          interval(scene, p.simulated, (v) => language.share(v)),
        ]),
      },
    };
  }

  private reading(scene: Scene): string {
    return scene.settings.reading === "fdr"
      ? scene.language.message("explorer-vessels-fdr")
      : scene.language.message("explorer-vessels-fpr");
  }

  protected draw(scene: Scene): void {
    const pairs = this.pairs(scene);
    const whole = this.width - this.left - RIGHT;
    const columns = Math.max(1, Math.min(pairs.length, Math.floor(whole / 108)));
    const cell = whole / columns;
    const lines = Math.max(1, ...pairs.map((p) => wrap(p.title, cell / 8.8).length));
    const top = 12 + lines * LINE + 14;
    const row = top + HEIGHT + 22 + 2 * LINE + 14;
    const rows = Math.ceil(pairs.length / columns);
    const picture = drawing(this.width, rows * row, this.say(scene).sentence);
    for (let r = 0; r < rows; r++) {
      const strip = svg("g", { transform: `translate(0 ${r * row})` });
      strip.append(...this.scales(scene, top));
      pairs.slice(r * columns, (r + 1) * columns).forEach((pair, n) => {
        strip.append(this.pair(scene, pair, this.left + n * cell, cell, top));
      });
      picture.append(strip);
    }
    this.picture.replaceChildren(picture);
  }

  private get roomy(): boolean {
    return this.width >= 560;
  }

  /** Room for the scale of the margin, which is shorter where there is little. */
  private get left(): number {
    return this.roomy ? 92 : 72;
  }

  /** Margin on the left, share found on the right, with faint lines across. */
  private scales(scene: Scene, top: number): SVGElement[] {
    const { language } = scene;
    const { left } = this;
    const right = this.width - RIGHT;
    const marks: SVGElement[] = [];
    decades(this.roomy ? 1e-8 : 1e-6, 1).forEach((margin, n) => {
      if (n % 2) return;
      const y = top + HEIGHT * (1 - place(margin, STRICTEST, LOOSEST, "log"));
      marks.push(label(left - 8, y + 4, language.percent(margin), { class: "tick false", "text-anchor": "end" }));
    });
    for (const share of [0, 0.25, 0.5, 0.75, 1]) {
      const y = top + HEIGHT * (1 - share);
      marks.push(svg("line", { x1: left, x2: right, y1: y, y2: y, class: "grid" }));
      marks.push(label(right + 8, y + 4, language.percent(share), { class: "tick true" }));
    }
    return marks;
  }

  private pair(scene: Scene, pair: Pair, left: number, cell: number, top: number): SVGGElement {
    const { language } = scene;
    const wide = Math.min(54, cell * 0.3);
    const gap = Math.min(22, cell * 0.14);
    const middle = left + cell / 2;
    const bottom = top + HEIGHT;
    const a = middle - gap / 2 - wide;
    const b = middle + gap / 2;
    const margin = place(pair.level, STRICTEST, LOOSEST, "log") * HEIGHT;
    const found = pair.found * HEIGHT;
    const group = svg("g");
    wrap(pair.title, cell / 8.8).forEach((line, n) => {
      group.append(label(middle, 14 + n * LINE, line, { class: "name", "text-anchor": "middle" }));
    });
    const pipe = 16;
    group.append(
      svg("rect", { x: a, y: bottom - margin, width: wide, height: margin, class: "fluid false" }),
      svg("rect", { x: b, y: bottom - found, width: wide, height: found, class: "fluid true" }),
      svg("path", {
        d: `M${a} ${bottom}H${middle}V${bottom + pipe}H${a + 8}Q${a} ${bottom + pipe} ${a} ${bottom + 8}Z`,
        class: "fluid false",
      }),
      svg("path", {
        d: `M${b + wide} ${bottom}H${middle}V${bottom + pipe}H${b + wide - 8}Q${b + wide} ${bottom + pipe} ${b + wide} ${bottom + 8}Z`,
        class: "fluid true",
      }),
      svg("path", {
        d: `M${a} ${top - 6}V${bottom + 8}Q${a} ${bottom + pipe} ${a + 8} ${bottom + pipe}H${b + wide - 8}Q${b + wide} ${bottom + pipe} ${b + wide} ${bottom + 8}V${top - 6}M${a + wide} ${top - 6}V${bottom}H${b}V${top - 6}`,
        class: "glass",
      }),
    );
    const { p05, p95 } = pair.simulated ?? { p05: null, p95: null };
    if (p05 !== null && p95 !== null) {
      const x = b + wide / 2;
      const [low, high] = [bottom - p05 * HEIGHT, bottom - p95 * HEIGHT];
      group.append(svg("path", { d: `M${x - 6} ${high}h12M${x} ${high}V${low}M${x - 6} ${low}h12`, class: "whisker" }));
    }
    const text = language.brief(pair.found);
    const top95 = Math.max(found, (p95 ?? 0) * HEIGHT);
    const inside = top95 > HEIGHT - 22;
    const low95 = Math.min(found, p05 === null ? found : p05 * HEIGHT);
    group.append(
      label(a + wide, Math.max(top + 4, bottom - margin - 6), language.brief(pair.level), {
        class: "level false",
        "text-anchor": "end",
      }),
      inside && room(text) > wide
        ? label(b + wide / 2, top - 11, text, { class: "level true", "text-anchor": "middle" })
        : inside
          ? label(b + wide / 2, bottom - low95 + 20, text, { class: "level on-true", "text-anchor": "middle" })
          : label(b, bottom - top95 - 6, text, { class: "level true" }),
    );
    const below = bottom + pipe + 20;
    const fpr = language.message("explorer-short-fpr", { share: language.brief(pair.order.fprFieldShare) });
    const fdr = language.message("explorer-short-fdr", { share: language.brief(pair.order.fdrFieldShare) });
    group.append(
      label(middle, below, fpr, { class: "follows", "text-anchor": "middle" }),
      label(middle, below + LINE, fdr, { class: "follows", "text-anchor": "middle" }),
    );
    return group;
  }
}
