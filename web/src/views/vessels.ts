/** The communicating vessels: for each order a pair of glasses joined at the bottom. */

import { svg } from "../dom";
import { aboutOrders, hasMargin, marginOf, interval, sharesClass, simulated, type Scene } from "../scene";
import { decades, place } from "../scale";
import type { RunRow, TheoryOrder } from "../protocol";
import { aboutInterval, View, type Said } from "./view";
import { drawing, fit, label, width } from "./words";

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
  /** The margin that is set; `null` where the rule is another. */
  margin: number | null;
  /** Level on the left: the margin, or what follows where there is none. */
  level: number;
  /** Share of what circulates that it would flag by itself; `null` where nothing circulates of what it detects. */
  found: number | null;
  /** Where no other order detects the same. */
  simulated: RunRow | null;
}

function pairs(scene: Scene): Pair[] {
  return scene.theory.orders.map((order) => {
    const classes = scene.opened.orders.find((o) => o.name === order.name)?.classes ?? [];
    const only = classes.length === 1 && !sharesClass(scene, order) ? classes[0] : undefined;
    const follows = scene.settings.reading === "fdr" ? order.fdrFieldShare : order.fprFieldShare;
    const margin = marginOf(scene, order);
    return {
      order,
      title: scene.language.translate(order.title),
      margin,
      level: Math.abs(margin ?? follows ?? 0),
      found: order.foundAloneShare,
      simulated: only === undefined ? null : simulated(scene, "detected-share", { class: only }),
    };
  });
}

/** What each order flags of what circulates. */
export function foundSentence(scene: Scene): string {
  const { language } = scene;
  const all = pairs(scene);
  if (all.length === 0) return language.message("explorer-vessels-none");
  const between = all.some((p) => p.title.includes(",")) ? "; " : ", ";
  const shares = all.flatMap((p) => (p.found === null ? [] : [`${p.title} ${language.share(p.found)}`])).join(between);
  if (!shares) return language.message("explorer-vessels-nothing");
  const isAlone = !scene.theory.orders.some((o) => sharesClass(scene, o));
  if (isAlone) {
    return hasMargin(scene)
      ? language.message("explorer-vessels-sentence", { shares })
      : language.message("explorer-vessels-sentence-own", { shares });
  }
  return hasMargin(scene)
    ? language.message("explorer-vessels-sentence-each", { shares })
    : language.message("explorer-vessels-sentence-own-each", { shares });
}

export class VesselsView extends View {
  constructor() {
    super("vessels");
  }

  protected say(scene: Scene): Said {
    const { language } = scene;
    const brief = (share: number | null): string => (share === null ? "–" : language.brief(share));
    return {
      name: language.message("explorer-vessels"),
      sentence: foundSentence(scene),
      note: scene.theory.orders.length > 0 ? this.explain(scene) : "",
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
        rows: pairs(scene).map((p) => [
          p.title,
          p.margin === null ? "–" : language.rate(p.margin),
          language.rate(Math.abs(p.order.fprFieldShare)),
          brief(p.order.fdrFieldShare),
          language.share(p.order.recallShare),
          p.found === null ? "–" : language.share(p.found),
          interval(scene, p.simulated, (v) => language.share(v)),
        ]),
      },
    };
  }

  private explain(scene: Scene): string {
    const { language, theory } = scene;
    return [
      this.reading(scene),
      ...(theory.orders.some((o) => marginOf(scene, o) === null) ? [language.message("explorer-vessels-follows")] : []),
      language.message("explorer-vessels-note"),
      ...(theory.orders.some((o) => sharesClass(scene, o)) ? [language.message("explorer-vessels-alone")] : []),
      aboutOrders(scene),
      aboutInterval(language, scene),
    ].join(" ");
  }

  private reading(scene: Scene): string {
    return scene.settings.reading === "fdr"
      ? scene.language.message("explorer-vessels-fdr")
      : scene.language.message("explorer-vessels-fpr");
  }

  protected draw(scene: Scene): void {
    const all = pairs(scene);
    this.picture.hidden = all.length === 0;
    const whole = this.width - this.left - RIGHT;
    const columns = Math.max(1, Math.min(all.length, Math.floor(whole / (this.roomy ? 120 : 108))));
    const cell = whole / columns;
    const lines = Math.max(1, ...all.map((p) => fit(p.title, cell - 10).length));
    const isNarrow = all.some((p) => numbers(scene, p).some((text) => width(text) > cell / 2 - 6));
    const top = 12 + lines * LINE + (isNarrow ? 2 : 1) * LINE + 16;
    const row = top + HEIGHT + 22 + 2 * LINE + 14;
    const rows = Math.ceil(all.length / columns);
    const picture = drawing(this.width, rows * row, this.say(scene).sentence);
    for (let r = 0; r < rows; r++) {
      const strip = svg("g", { transform: `translate(0 ${r * row})` });
      strip.append(...this.scales(scene, top));
      all.slice(r * columns, (r + 1) * columns).forEach((pair, n) => {
        strip.append(this.pair(scene, pair, this.left + n * cell, cell, top, isNarrow));
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

  private pair(scene: Scene, pair: Pair, left: number, cell: number, top: number, isNarrow: boolean): SVGGElement {
    const { language } = scene;
    const wide = Math.min(54, cell * 0.3);
    const gap = Math.min(22, cell * 0.14);
    const middle = left + cell / 2;
    const bottom = top + HEIGHT;
    const a = middle - gap / 2 - wide;
    const b = middle + gap / 2;
    const margin = place(pair.level, STRICTEST, LOOSEST, "log") * HEIGHT;
    const found = (pair.found ?? 0) * HEIGHT;
    const group = svg("g");
    fit(pair.title, cell - 10).forEach((line, n) => {
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
    // Above the glasses, where no level and no scale can be in the way; one above the other where they are long.
    const [margined, flagged] = numbers(scene, pair);
    const [one, other] = isNarrow ? [left + 4, left + cell - 4] : [middle - 4, middle + 4];
    group.append(
      label(one, top - (isNarrow ? LINE : 0) - 14, margined, {
        class: "level false",
        "text-anchor": isNarrow ? "start" : "end",
      }),
      label(other, top - 14, flagged, { class: "level true", "text-anchor": isNarrow ? "end" : "start" }),
    );
    const below = bottom + pipe + 20;
    const fpr = language.message("explorer-short-fpr", { share: language.brief(Math.abs(pair.order.fprFieldShare)) });
    const { fdrFieldShare } = pair.order;
    const fdr = language.message("explorer-short-fdr", {
      share: fdrFieldShare === null ? "–" : language.brief(Math.abs(fdrFieldShare)),
    });
    group.append(
      label(middle, below, fpr, { class: "follows", "text-anchor": "middle" }),
      label(middle, below + LINE, fdr, { class: "follows", "text-anchor": "middle" }),
    );
    return group;
  }
}

/** What stands above the two glasses. */
function numbers(scene: Scene, pair: Pair): [string, string] {
  return [scene.language.brief(pair.level), pair.found === null ? "–" : scene.language.brief(pair.found)];
}
