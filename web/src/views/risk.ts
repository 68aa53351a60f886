/** The risk of somebody who uses the services to be flagged for nothing. */

import { svg } from "../dom";
import type { Language } from "../language";
import type { UserRisk } from "../protocol";
import { aboutDays, has, inReplications, interval, simulated, type Scene } from "../scene";
import { decades, place } from "../scale";
import { aboutInterval, View, type Said } from "./view";
import { drawing, label, width } from "./words";

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
    const isReported = has(scene, "accounts");
    return {
      name: language.message("explorer-risk"),
      sentence: this.describe(scene),
      note: scene.theory.risks.length > 0 ? this.explain(scene, isReported) : "",
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

  /** With the interval where mechanisms make the simulation another thing, and with bursts, which no user's risk holds. */
  private describe(scene: Scene): string {
    const { language } = scene;
    const median = scene.theory.risks.find((r) => r.user === "median");
    if (!median) return language.message("explorer-risk-none");
    const said = { year: often(language, median.perYearShare), ten: often(language, median.perTenYearsShare) };
    const sentence = has(scene, "accounts")
      ? language.message("explorer-risk-sentence-reported", said)
      : language.message("explorer-risk-sentence", said);
    const write = (share: number): string => often(language, share);
    const message = "explorer-risk-in-replications";
    if (has(scene, "bursts")) {
      const all = simulated(scene, "risk-per-year");
      const band = inReplications(language, all?.p05, all?.p95, write, "explorer-risk-bursts-in-replications");
      return `${sentence} ${language.message("explorer-risk-bursts")}${band}`;
    }
    const row =
      scene.opened.mechanisms.length > 0 ? simulated(scene, "report-risk-per-year", { class: "median" }) : null;
    return `${sentence}${inReplications(language, row?.p05, row?.p95, write, message)}`;
  }

  private explain(scene: Scene, isReported: boolean): string {
    const { language } = scene;
    return [
      isReported ? language.message("explorer-risk-note-reported") : language.message("explorer-risk-note"),
      language.message("explorer-risk-users"),
      aboutDays(scene),
      aboutInterval(language, scene),
    ].join(" ");
  }

  protected draw(scene: Scene): void {
    const { language } = scene;
    const risks = scene.theory.risks;
    this.picture.hidden = risks.length === 0;
    const least = Math.min(1e-4, ...risks.map((r) => r.perYearShare).filter((v) => v > 0));
    const low = 10 ** Math.max(-12, Math.floor(Math.log10(least)) - 1);
    const wide = this.width - 60;
    const x = (share: number): number => 12 + wide * place(share, low, 1, "log");
    const height = risks.length * ROW + 30;
    const picture = drawing(this.width, height, this.say(scene).sentence);
    const powers = decades(low, 1);
    const name = (power: number): string =>
      power === 1 ? language.message("explorer-everyone") : language.oneIn(power);
    const widest = Math.max(...powers.map((power) => width(name(power), "tick")));
    const every = Math.ceil(((widest + 14) * (powers.length - 1)) / wide);
    let taken = Infinity;
    powers.reverse().forEach((power, n) => {
      picture.append(svg("line", { x1: x(power), x2: x(power), y1: 4, y2: height - 24, class: "grid" }));
      if (n % every) return;
      const half = width(name(power), "tick") / 2;
      const at = Math.max(2 + half, Math.min(this.width - 2 - half, x(power)));
      if (at + half + 8 > taken) return;
      taken = at - half;
      picture.append(label(at, height - 6, name(power), { class: "tick", "text-anchor": "middle" }));
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
    const [a, b] = [brief(language, risk.perYearShare), brief(language, risk.perTenYearsShare)];
    const [first, second] = this.beside(year, ten, width(a), width(b));
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

/** A risk where there is little room. */
function brief(language: Language, share: number): string {
  return share < 1e-12 || share >= COMMON ? language.brief(share) : language.seldom(share);
}

/** A risk from which on a percentage says more than so many of whom it befalls one. */
const COMMON = 0.0995;

/** A risk in a sentence. */
function often(language: Language, share: number): string {
  return share === 0 || share >= COMMON ? language.percent(share) : language.seldom(share);
}
