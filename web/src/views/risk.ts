/** The risk of somebody who uses the services to be flagged for nothing. */

import { svg } from "../dom";
import type { Language } from "../language";
import type { UserRisk } from "../protocol";
import { interval, simulated, type Scene } from "../scene";
import { decades, place } from "../scale";
import { aboutInterval, View, type Said } from "./view";
import { drawing, label } from "./words";

const ROW = 62;

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
    const often = (share: number): string => (share > 0.5 ? language.percent(share) : language.oneIn(share));
    return {
      name: language.message("explorer-risk"),
      sentence: median
        ? language.message("explorer-risk-sentence", {
            year: often(median.perYearShare),
            ten: often(median.perTenYearsShare),
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
    powers.reverse().forEach((power, n) => {
      picture.append(svg("line", { x1: x(power), x2: x(power), y1: 4, y2: height - 24, class: "grid" }));
      if (n % every) return;
      const text = power === 1 ? language.message("explorer-everyone") : language.oneIn(power);
      const anchor = power === 1 ? "end" : power === low ? "start" : "middle";
      const at = power === 1 ? this.width - 2 : x(power);
      picture.append(label(at, height - 6, text, { class: "tick", "text-anchor": anchor }));
    });
    risks.forEach((risk, n) => picture.append(this.row(scene, risk, n * ROW, x)));
    this.picture.replaceChildren(picture);
  }

  private row(scene: Scene, risk: UserRisk, top: number, x: (share: number) => number): SVGGElement {
    const { language } = scene;
    const group = svg("g");
    const y = top + 40;
    const [year, ten] = [x(risk.perYearShare), x(risk.perTenYearsShare)];
    const short = (share: number): string => (share > 0.5 ? language.percent(share) : language.oneIn(share));
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
    const left = year > 90;
    const end = ten > this.width - 80;
    group.append(
      label(left ? year - 12 : year + 2, left ? y + 5 : y - 12, short(risk.perYearShare), {
        class: "level",
        "text-anchor": left ? "end" : "start",
      }),
      label(end ? this.width - 4 : ten + 12, end ? y - 12 : y + 5, short(risk.perTenYearsShare), {
        class: "level",
        "text-anchor": end ? "end" : "start",
      }),
    );
    return group;
  }
}
