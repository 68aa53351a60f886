/** The risk of somebody who uses the services to be flagged for nothing. */

import { svg } from "../dom";
import type { Language } from "../language";
import type { UserRisk } from "../protocol";
import { interval, simulated, type Scene } from "../scene";
import { decades, place } from "../scale";
import { aboutInterval, View, type Said } from "./view";
import { drawing, label, room } from "./words";

const ROW = 78;

export class RiskView extends View {
  constructor() {
    super("risk");
  }

  private user(language: Language, user: UserRisk["user"]): string {
    const names = {
      light: language.message("explorer-user-light"),
      median: language.message("explorer-user-median"),
      heavy: language.message("explorer-user-heavy"),
    };
    return names[user];
  }

  protected say(scene: Scene): Said {
    const { language } = scene;
    const median = scene.theory.risks.find((r) => r.user === "median");
    return {
      name: language.message("explorer-risk"),
      sentence: median
        ? language.message("explorer-risk-sentence", {
            year: often(language, median.perYearShare),
            ten: often(language, median.perTenYearsShare),
          })
        : language.message("explorer-risk-none"),
      note: `${language.message("explorer-risk-note")} ${aboutInterval(language, scene)}`,
      numbers: {
        columns: [
          language.message("explorer-user"),
          language.message("explorer-in-a-year"),
          language.message("explorer-band"),
          language.message("explorer-in-ten-years"),
        ],
        rows: scene.theory.risks.map((r) => [
          this.user(language, r.user),
          language.rate(r.perYearShare),
          interval(scene, simulated(scene, "report-risk-per-year", { class: r.user }), (v) => language.rate(v)),
          language.rate(r.perTenYearsShare),
        ]),
      },
    };
  }

  protected draw(scene: Scene): void {
    const { language } = scene;
    const risks = scene.theory.risks;
    const least = Math.min(1e-4, ...risks.map((r) => r.perYearShare).filter((v) => v > 0));
    const low = 10 ** Math.max(-12, Math.floor(Math.log10(least)) - 1);
    const wide = this.width - 60;
    const x = (share: number): number => 12 + wide * place(share, low, 1, "log");
    const height = risks.length * ROW + 30;
    const picture = drawing(this.width, height, this.say(scene).sentence);
    const powers = decades(low, 1);
    const every = Math.ceil(powers.length / (this.width / 110));
    let taken = Infinity;
    powers.reverse().forEach((power, n) => {
      picture.append(svg("line", { x1: x(power), x2: x(power), y1: 4, y2: height - 24, class: "grid" }));
      if (n % every) return;
      const text = power === 1 ? language.message("explorer-everyone") : language.oneIn(power);
      const right = Math.min(this.width - 2, x(power) + room(text) / 2);
      const left = right - room(text);
      if (left < 2 || right > taken) return;
      taken = left;
      picture.append(label(right, height - 6, text, { class: "tick", "text-anchor": "end" }));
    });
    risks.forEach((risk, n) => picture.append(this.row(scene, risk, n * ROW, x)));
    this.picture.replaceChildren(picture);
  }

  private row(scene: Scene, risk: UserRisk, top: number, x: (share: number) => number): SVGGElement {
    const { language } = scene;
    const group = svg("g");
    const y = top + 36;
    const [year, ten] = [x(risk.perYearShare), x(risk.perTenYearsShare)];
    const row = simulated(scene, "report-risk-per-year", { class: risk.user });
    group.append(label(12, top + 16, this.user(language, risk.user), { class: "name" }));
    group.append(svg("line", { x1: year, x2: ten, y1: y, y2: y, class: "span" }));
    if (row?.p05 != null && row.p95 != null) {
      const [a, b] = [x(row.p05), x(row.p95)];
      group.append(svg("path", { d: `M${a} ${y - 5}v10M${a} ${y}H${b}M${b} ${y - 5}v10`, class: "whisker" }));
    }
    group.append(
      svg("circle", { cx: year, cy: y, r: 7, class: "dot" }),
      svg("circle", { cx: ten, cy: y, r: 7, class: "dot hollow" }),
    );
    const [a, b] = [often(language, risk.perYearShare), often(language, risk.perTenYearsShare)];
    const [first, second] = this.beside(year, ten, room(a), room(b));
    group.append(label(first, y + 24, a, { class: "level" }), label(second, y + 24, b, { class: "level" }));
    return group;
  }

  /** Where two texts of so much room begin, below two places and apart from each other. */
  private beside(one: number, other: number, oneWide: number, otherWide: number): [number, number] {
    const apart = 14;
    const first = Math.max(12, Math.min(one - oneWide / 2, (one + other - apart) / 2 - oneWide));
    const second = Math.min(Math.max(first + oneWide + apart, other - otherWide / 2), this.width - 2 - otherWide);
    return [Math.max(2, Math.min(first, second - apart - oneWide)), second];
  }
}

/** A risk: a percentage where it is common, and else so many of whom it befalls one. */
function often(language: Language, share: number): string {
  return share === 0 || share >= 0.0995 ? language.brief(share) : language.oneIn(share);
}
