/** All views in one picture, with what they are of. */

import type { Scene } from "../scene";
import { ink } from "../views/chart";
import type { View } from "../views/view";
import { wrap } from "../views/words";

const FAMILY = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif';
/** Picture points for one pixel of the page. */
const RATIO = 2;
const COLUMN = 640;
const GAP = 40;
const EDGE = 40;
const HEAD = 116;
/** Height of a line of settings. */
const SETTING = 20;
const LEADING = 24;
/** Height of a key of lines. */
const KEY = 26;

/** What of a style a picture of its own has to carry along. */
const CARRIED = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linejoin",
  "stroke-linecap",
  "paint-order",
  "font-size",
  "font-weight",
  "font-family",
  "opacity",
];

/** A picture that looks the same without the styles of the page. */
function alone(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const originals = drawing.querySelectorAll<SVGElement>("*");
  copy.querySelectorAll<SVGElement>("*").forEach((element, n) => {
    const original = originals[n];
    if (!original) return;
    const style = getComputedStyle(original);
    for (const name of CARRIED) element.style.setProperty(name, style.getPropertyValue(name));
  });
  return new XMLSerializer().serializeToString(copy);
}

async function imageOf(drawing: SVGSVGElement | HTMLCanvasElement): Promise<CanvasImageSource> {
  if (drawing instanceof HTMLCanvasElement) return drawing;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(alone(drawing))}`;
  await image.decode();
  return image;
}

interface Placed {
  image: CanvasImageSource;
  lines: string[];
  names: { name: string; colour: string }[];
  width: number;
  height: number;
}

async function place(view: View): Promise<Placed | null> {
  const { drawing, words } = view;
  if (!drawing || !words) return null;
  const box = drawing.getBoundingClientRect();
  if (box.width === 0) return null;
  const width = Math.min(COLUMN, 1.15 * box.width);
  const lines = wrap(words.sentence, 58);
  return { image: await imageOf(drawing), lines, names: view.names, width, height: (box.height * width) / box.width };
}

export async function picture(scene: Scene, views: View[], version: string): Promise<Blob | null> {
  const placed = (await Promise.all(views.map(place))).filter((p) => p !== null);
  const columns = [EDGE, EDGE + COLUMN + GAP];
  const settings = lined(scene.settings.list);
  const head = HEAD + settings.length * SETTING;
  const bottoms = [head, head];
  const spots = placed.map((p) => {
    const n = (bottoms[0] ?? 0) <= (bottoms[1] ?? 0) ? 0 : 1;
    const spot = { x: columns[n] ?? 0, y: bottoms[n] ?? 0 };
    bottoms[n] = spot.y + above(p) + p.height + GAP;
    return spot;
  });
  const canvas = document.createElement("canvas");
  const width = 2 * EDGE + 2 * COLUMN + GAP;
  const height = Math.max(...bottoms) + EDGE;
  canvas.width = width * RATIO;
  canvas.height = height * RATIO;
  const pen = canvas.getContext("2d");
  if (!pen) return null;
  pen.scale(RATIO, RATIO);
  pen.fillStyle = ink("paper");
  pen.fillRect(0, 0, width, height);
  heading(pen, scene, settings, version, width);
  placed.forEach((p, n) => {
    const { x, y } = spots[n] ?? { x: 0, y: 0 };
    pen.fillStyle = ink("ink");
    pen.font = `600 18px ${FAMILY}`;
    p.lines.forEach((line, l) => pen.fillText(line, x, y + 18 + l * LEADING));
    key(pen, p, x, y + p.lines.length * LEADING + 22);
    pen.drawImage(p.image, x, y + above(p), p.width, p.height);
  });
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

/** Height of the words above a picture. */
function above(placed: Placed): number {
  return placed.lines.length * LEADING + 16 + (placed.names.length > 0 ? KEY : 0);
}

/** Names of lines, each after a stroke of its colour. */
function key(pen: CanvasRenderingContext2D, placed: Placed, left: number, y: number): void {
  pen.font = `15px ${FAMILY}`;
  let x = left;
  for (const { name, colour } of placed.names) {
    pen.fillStyle = colour;
    pen.fillRect(x, y - 7, 22, 4);
    pen.fillStyle = ink("ink");
    pen.fillText(name, x + 30, y);
    x += 30 + pen.measureText(name).width + 24;
  }
}

/** Title, settings, version, seed and how much was simulated. */
function heading(
  pen: CanvasRenderingContext2D,
  scene: Scene,
  settings: string[],
  version: string,
  width: number,
): void {
  const { language, opened, run } = scene;
  pen.fillStyle = ink("ink");
  pen.font = `600 30px ${FAMILY}`;
  pen.fillText(language.translate(opened.title), EDGE, EDGE + 24, width - 2 * EDGE);
  pen.fillStyle = ink("soft");
  pen.font = `15px ${FAMILY}`;
  const made = language.message("explorer-made", {
    version,
    seed: String(opened.seed),
    replications: language.thousands(run?.replications ?? 0),
    days: language.thousands(opened.days),
  });
  pen.fillText(made, EDGE, EDGE + 52, width - 2 * EDGE);
  settings.forEach((line, n) => pen.fillText(line, EDGE, EDGE + 74 + n * SETTING, width - 2 * EDGE));
}

/** Settings in lines that need not be squeezed, as many in each as fit. */
function lined(settings: string[]): string[] {
  const most = 150;
  const lines: string[] = [];
  for (const setting of settings) {
    const longer = `${lines.at(-1) ?? ""}   ${setting}`;
    if (lines.length > 0 && longer.length <= most) lines[lines.length - 1] = longer;
    else lines.push(setting);
  }
  return lines;
}
