/** What arrives at each desk in a day, and what it can read. */

import { svg } from "../dom";
import type { TheoryDesk } from "../protocol";
import { aboutDays, arrivalsAt, inReplications, interval, simulated, unitOf, type Scene } from "../scene";
import { decades, place } from "../scale";
import { aboutInterval, View, type Said } from "./view";
import { drawing, fit, label, room, width } from "./words";

const ROW = 112;
const BAR = 20;
/** Height of a line of a name. */
const LINE = 18;

export class DesksView extends View {
  constructor() {
    super("desks");
  }

  protected say(scene: Scene): Said {
    const { language } = scene;
    return {
      name: language.message("explorer-desks"),
      sentence: this.describe(scene),
      note: scene.theory.desks.length > 0 ? this.explain(scene) : "",
      numbers: {
        columns: [
          language.message("explorer-desk"),
          language.message("explorer-unit"),
          language.message("explorer-arrivals"),
          language.message("explorer-band"),
          language.message("explorer-right"),
          language.message("explorer-capacity"),
          language.message("explorer-load"),
        ],
        rows: scene.theory.desks.map((d) => [
          language.translate(d.title),
          unitOf(language, d),
          language.number(arrivalsAt(scene, d).all),
          interval(scene, simulated(scene, "arrivals", { desk: d.name }), (v) => language.number(v)),
          language.number(arrivalsAt(scene, d).right),
          d.capacityPerDay === null ? language.message("explorer-no-limit") : language.number(d.capacityPerDay),
          d.utilisation === null ? "–" : language.number(d.utilisation),
        ]),
      },
    };
  }

  private explain(scene: Scene): string {
    const { language, theory } = scene;
    return [
      language.message("explorer-desks-note"),
      aboutDays(scene),
      ...(theory.desks.some((d) => arrivalsAt(scene, d).isSimulated) ? [language.message("explorer-medians")] : []),
      aboutInterval(language, scene),
    ].join(" ");
  }

  /** About the desk with the greatest load for its capacity. */
  private describe(scene: Scene): string {
    const { language } = scene;
    const load = (d: TheoryDesk): number => d.utilisation ?? (d.capacityPerDay === 0 ? Infinity : 0);
    const desks = scene.theory.desks.toSorted((a, b) => (load(a) === load(b) ? 0 : load(b) - load(a)));
    const desk = desks[0];
    if (!desk) return language.message("explorer-desks-none");
    const row = scene.opened.mechanisms.length > 0 ? simulated(scene, "arrivals", { desk: desk.name }) : null;
    const said = {
      desk: language.translate(desk.title),
      unit: unitOf(language, desk),
      arrivals: language.number(arrivalsAt(scene, desk).all),
    };
    const sentence =
      desk.capacityPerDay === null
        ? language.message("explorer-desks-unlimited", said)
        : language.message("explorer-desks-sentence", { ...said, capacity: language.number(desk.capacityPerDay) });
    return `${sentence}${inReplications(language, row?.p05, row?.p95)}`;
  }

  protected draw(scene: Scene): void {
    const { language } = scene;
    const desks = scene.theory.desks;
    this.picture.hidden = desks.length === 0;
    const arrivals = desks.map((d) => arrivalsAt(scene, d));
    const sizes = [...arrivals.flatMap((a) => [a.all, a.right]), ...desks.map((d) => d.capacityPerDay ?? 0)].filter(
      (v) => v > 0,
    );
    const most = desks.map((d) => simulated(scene, "arrivals", { desk: d.name })?.p95 ?? 0);
    const low = 10 ** Math.floor(Math.log10(Math.max(1e-3, Math.min(1, ...sizes))));
    const high = 10 ** Math.ceil(Math.log10(Math.max(100, ...sizes, ...most) * 1.01));
    const wide = this.width - 16;
    const x = (value: number): number => 8 + wide * place(value, low, high, "log");
    const names = desks.map((d) => this.titleOf(scene, d));
    const lines = Math.max(1, ...names.map((n) => n.length));
    const row = ROW + (lines - 1) * LINE;
    const height = desks.length * row + 26;
    const picture = drawing(this.width, height, this.describe(scene));
    const powers = decades(low, high);
    const every = Math.ceil(powers.length / (this.width / 90));
    powers.forEach((power, n) => {
      picture.append(svg("line", { x1: x(power), x2: x(power), y1: 4, y2: height - 22, class: "grid" }));
      if (n % every) return;
      const anchor = n === 0 ? "start" : n === powers.length - 1 ? "end" : "middle";
      picture.append(label(x(power), height - 6, language.number(power), { class: "tick", "text-anchor": anchor }));
    });
    desks.forEach((desk, n) => picture.append(this.row(scene, desk, names[n] ?? [], n * row, lines, x)));
    this.picture.replaceChildren(picture);
  }

  /** Title and unit of a desk, in as many lines as they need. */
  private titleOf(scene: Scene, desk: TheoryDesk): string[] {
    const { language } = scene;
    const unit = language.message("explorer-per-day", { unit: unitOf(language, desk) });
    return fit(`${language.translate(desk.title)} (${unit.replaceAll(" ", "\u00a0")})`, this.width - 16);
  }

  private row(
    scene: Scene,
    desk: TheoryDesk,
    name: string[],
    above: number,
    lines: number,
    x: (value: number) => number,
  ): SVGGElement {
    const { language } = scene;
    const top = above + (lines - 1) * LINE;
    const group = svg("g");
    const words: SVGTextElement[] = [];
    const limit = desk.capacityPerDay === null ? 0 : x(desk.capacityPerDay);
    /** A bar with its number inside, or after it and its whisker where it is short. */
    const bar = (value: number, y: number, kind: string, from: number, to: number): void => {
      const end = x(value);
      group.append(svg("rect", { x: 8, y, width: Math.max(0, end - 8), height: BAR, class: `fluid ${kind}` }));
      const text = language.number(value);
      const long = room(text);
      const clear = (start: number): number => (limit > start - 5 && limit < start + long ? limit + 7 : start);
      const past = clear(Math.max(end, to) + 6);
      const inside = clear(14) + long + 6 < Math.min(end, from || end) || past + long > this.width;
      words.push(
        label(inside ? clear(14) : past, y + 15, text, {
          class: `level ${inside ? `on-${kind}` : ""}`,
        }),
      );
    };
    name.forEach((line, n) => {
      group.append(label(8, top + 18 - (name.length - 1 - n) * LINE, line, { class: "name" }));
    });
    const row = simulated(scene, "arrivals", { desk: desk.name });
    const whisker = row?.p05 != null && row.p95 != null && row.p95 > 0 ? [x(row.p05), x(row.p95)] : [0, 0];
    const [from = 0, to = 0] = whisker;
    const arrivals = arrivalsAt(scene, desk);
    bar(arrivals.all, top + 28, "all", from, to);
    bar(arrivals.right, top + 28 + BAR + 4, "true", 0, 0);
    if (to > 0) {
      const y = top + 28 + BAR / 2;
      group.append(svg("path", { d: `M${from} ${y - 5}v10M${from} ${y}H${to}M${to} ${y - 5}v10`, class: "whisker" }));
    }
    if (desk.capacityPerDay !== null && desk.capacityPerDay > 0) {
      const bottom = top + 28 + 2 * BAR + 9;
      group.append(svg("path", { d: `M${limit} ${top + 23}V${bottom}`, class: "capacity" }));
      const text = language.message("explorer-can-be-read", { capacity: language.number(desk.capacityPerDay) });
      const wide = width(text, "tick");
      const left = Math.min(Math.max(8, limit - wide / 2), this.width - 4 - wide);
      words.push(label(left, bottom + 15, text, { class: "follows" }));
    }
    group.append(...words);
    return group;
  }
}
