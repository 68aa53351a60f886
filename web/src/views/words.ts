/** Words in pictures: SVG breaks no lines by itself. */

import { svg, type Attributes } from "../dom";

/** Lines of at most so many letters, broken at spaces; not at those that hold a number and its unit together. */
export function wrap(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/[ \n]+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A text at a place. */
export function label(x: number, y: number, text: string, attributes: Attributes = {}): SVGTextElement {
  return svg("text", { x: x.toFixed(1), y: y.toFixed(1), ...attributes }, text);
}

/** A picture of so many pixels that is described by words for those who do not see it. */
export function drawing(width: number, height: number, words: string): SVGSVGElement {
  return svg("svg", {
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: "img",
    "aria-label": words,
    class: "drawing",
  });
}

/** Room that a text takes at most, in pixels. */
export function room(text: string): number {
  return text.length * 9.2;
}

let pen: CanvasRenderingContext2D | null | undefined;

/** Width of a text in a picture, in pixels: of numbers, or of names. */
export function width(text: string, kind: "number" | "name" | "tick" = "number"): number {
  pen ??= document.createElement("canvas").getContext("2d");
  if (!pen) return room(text);
  const font = { number: "650 14px", name: "600 15px", tick: "400 13px" }[kind];
  pen.font = `${font} ${getComputedStyle(document.documentElement).getPropertyValue("--font")}`;
  return pen.measureText(text).width;
}

/** Lines of a text that are no wider than so many pixels, as far as words allow. */
export function fit(text: string, most: number, kind: "name" | "tick" = "name"): string[] {
  const lines: string[] = [];
  for (const word of text.split(/[ \n]+/)) {
    const longer = `${lines.at(-1) ?? ""} ${word}`;
    if (lines.length > 0 && width(longer, kind) <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
