/** What waits at a desk, day by day. */

import type uPlot from "uplot";
import type { DailySeries } from "../protocol";
import { deskOf, inReplications, interval, simulated, unitOf, type Scene } from "../scene";
import { axis, Chart, ink, type Mark } from "./chart";
import { aboutInterval, View, type Said } from "./view";
import { room } from "./words";

const YEAR = 365;

export class BacklogView extends View {
  private readonly chart = new Chart(this.picture, 280);

  constructor() {
    super("backlog");
  }

  private days(scene: Scene, desk: string): DailySeries | undefined {
    return scene.run?.daily.find((d) => d.series === "backlog" && d.desk === desk && d.class === "");
  }

  protected say(scene: Scene): Said {
    const { language } = scene;
    return {
      name: language.message("explorer-backlog"),
      sentence: this.describe(scene),
      note: (deskOf(scene) === undefined
        ? []
        : [
            language.message("explorer-backlog-note"),
            ...(this.marks(scene).length > 0 ? [language.message("explorer-backlog-dots")] : []),
            aboutInterval(language, scene),
          ]
      ).join(" "),
      numbers: {
        columns: [
          language.message("explorer-desk"),
          language.message("explorer-after-a-year"),
          language.message("explorer-at-end"),
          language.message("explorer-band-at-end"),
        ],
        rows: scene.theory.desks.map((d) => {
          const number = (v: number | null | undefined): string => (v == null ? "–" : language.number(v));
          const end = simulated(scene, "backlog", { desk: d.name });
          return [
            `${language.translate(d.title)} (${unitOf(language, d)})`,
            number(d.backlogAfter365Days ?? this.days(scene, d.name)?.p50[YEAR - 1]),
            number(d.backlogAtEnd ?? end?.p50),
            interval(scene, end, number),
          ];
        }),
      },
    };
  }

  private describe(scene: Scene): string {
    const { language } = scene;
    const desk = deskOf(scene);
    if (!desk) return language.message("explorer-desks-none");
    const unit = { desk: language.translate(desk.title), unit: unitOf(language, desk) };
    const days = this.days(scene, scene.desk);
    const waiting = desk.backlogAfter365Days ?? days?.p50[YEAR - 1] ?? null;
    const day = waiting === null ? scene.opened.days : YEAR;
    const last = waiting ?? desk.backlogAtEnd ?? days?.p50.at(-1) ?? null;
    if (last === null) return language.message("explorer-backlog-unknown", unit);
    const said = { ...unit, days: language.thousands(day) };
    const sentence =
      last < 0.5
        ? language.message("explorer-backlog-nothing", said)
        : language.message("explorer-backlog-sentence", { ...said, waiting: language.number(last) });
    return `${sentence}${this.band(scene, day - 1)}`;
  }

  /** The interval on a day, counted from 0; nothing where nothing has been simulated. */
  private band(scene: Scene, day: number): string {
    const days = this.days(scene, scene.desk);
    return inReplications(scene.language, days?.p05[day], days?.p95[day]);
  }

  /** The fluid limit, where it is known. */
  private marks(scene: Scene): Mark[] {
    const desk = deskOf(scene);
    const length = scene.opened.days;
    const marks: Mark[] = [];
    const mark = (day: number, waiting: number | null | undefined): void => {
      if (waiting != null) marks.push({ x: day, y: waiting, colour: ink("true") });
    };
    if (length > YEAR) mark(YEAR, desk?.backlogAfter365Days);
    mark(length, desk?.backlogAtEnd);
    return marks;
  }

  protected draw(scene: Scene): void {
    const { language } = scene;
    this.picture.hidden = deskOf(scene) === undefined;
    const days = this.days(scene, scene.desk);
    const length = scene.opened.days;
    const x = Array.from({ length }, (_, n) => n + 1);
    const none = x.map(() => null);
    const data: uPlot.AlignedData = [x, days?.p05 ?? none, days?.p95 ?? none, days?.p50 ?? none];
    const marks = this.marks(scene);
    const top = Math.max(1, ...marks.map((m) => m.y));
    const line = { stroke: ink("true"), points: { show: false } };
    const desk = deskOf(scene);
    const unit = desk ? unitOf(language, desk) : "";
    const options = (): Omit<uPlot.Options, "width" | "height"> => ({
      cursor: { drag: { x: false, y: false } },
      padding: [12, 14, 0, 0],
      scales: {
        x: { time: false, range: [0, length] },
        y: { range: (_plot, _low, high) => [0, 1.08 * Math.max(this.top, high ?? 0)] },
      },
      axes: [
        axis({
          label: language.message("explorer-axis-days"),
          space: 60,
          values: (_plot, splits) => splits.map((v) => language.number(v)),
        }),
        axis({
          label: language.message("explorer-axis-waiting", { unit }),
          size: (_plot, labels) => 16 + Math.max(40, ...(labels ?? []).map(room)),
          space: 40,
          values: (_plot, splits) => splits.map((v) => language.number(v)),
        }),
      ],
      series: [{}, { ...line, width: 0 }, { ...line, width: 0 }, { ...line, width: 2.5 }],
      bands: [{ series: [2, 1], fill: ink("band") }],
    });
    this.top = top;
    this.chart.show(
      { signature: `${language.tag} ${length} ${unit}`, options },
      data,
      marks,
      this.width,
      this.describe(scene),
    );
  }

  /** Greatest of the marks, so that they are seen. */
  private top = 1;
}
