/** Charts of uPlot in the colours of the page. */

import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";

/** A value of a colour of the page. */
export function ink(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

export const FONT = '13px system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif';

/** A place to be marked: a point that the sliders stand at. */
export interface Mark {
  x: number;
  y: number;
  colour: string;
}

/** What two drawings must have in common for one to be turned into the other by new data alone. */
export interface Kind {
  /** Changes with language, names of series and scales. */
  signature: string;
  options: () => Omit<uPlot.Options, "width" | "height">;
}

export class Chart {
  private plot: uPlot | undefined;
  private signature = "";
  private marks: Mark[] = [];

  constructor(
    private readonly into: HTMLElement,
    private readonly height: number,
  ) {}

  show(kind: Kind, data: uPlot.AlignedData, marks: Mark[], width: number, words: string): void {
    this.marks = marks;
    const signature = `${kind.signature} ${ink("paper")}`;
    if (!this.plot || signature !== this.signature) {
      this.plot?.destroy();
      const options = kind.options();
      this.signature = signature;
      this.plot = new uPlot(
        {
          ...options,
          width,
          height: this.height,
          legend: { show: false },
          hooks: { ...options.hooks, draw: [(plot) => this.drawMarks(plot)] },
        },
        data,
        this.into,
      );
    } else {
      if (this.plot.width !== width) this.plot.setSize({ width, height: this.height });
      this.plot.setData(data);
    }
    const canvas = this.into.querySelector("canvas");
    canvas?.setAttribute("role", "img");
    canvas?.setAttribute("aria-label", words);
  }

  private drawMarks(plot: uPlot): void {
    const { ctx } = plot;
    const ratio = devicePixelRatio;
    ctx.save();
    for (const mark of this.marks) {
      const x = plot.valToPos(mark.x, "x", true);
      const y = plot.valToPos(mark.y, "y", true);
      ctx.beginPath();
      ctx.arc(x, y, 7 * ratio, 0, 2 * Math.PI);
      ctx.fillStyle = mark.colour;
      ctx.strokeStyle = ink("paper");
      ctx.lineWidth = 2 * ratio;
      ctx.fill();
      ctx.stroke();
    }
    ctx.restore();
  }
}

/** An axis in the colours of the page. */
export function axis(more: uPlot.Axis): uPlot.Axis {
  const grid = { stroke: ink("grid"), width: 1 };
  return { stroke: ink("soft"), font: FONT, labelFont: FONT, labelSize: 22, labelGap: 2, grid, ticks: grid, ...more };
}

/** Colour of the nth of several lines; the first three differ most. */
export function series(n: number): string {
  return ink(["line-1", "line-2", "line-3", "line-4", "line-5", "line-6"][n % 6] ?? "line-1");
}
