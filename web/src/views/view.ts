/** The frame of a view: a sentence, the picture, how to read it, and its numbers as a table. */

import { heading, html, type Child } from "../dom";
import type { Language } from "../language";
import type { Scene } from "../scene";

/** Numbers of a view: names of columns, and rows that begin with their own name. */
export interface Numbers {
  columns: string[];
  rows: string[][];
}

/** What a view says at one moment. */
export interface Said {
  /** What kind of view it is. */
  name: string;
  /** What is seen, in a sentence. */
  sentence: string;
  /** Units, and what the interval is. */
  note: string;
  numbers: Numbers;
}

export abstract class View {
  private readonly name = html("p", { class: "eyebrow" });
  private readonly sentence: HTMLHeadingElement;
  private readonly note = html("p", { class: "note" });
  private readonly summary = html("summary");
  private readonly table = html("table");
  private readonly scroller = html("div", { class: "scroller", tabindex: 0, role: "group" }, this.table);
  private readonly more = html("details", { class: "numbers" }, this.summary, this.scroller);
  /** Where the picture is drawn. */
  protected readonly picture = html("div", { class: "picture" });
  readonly element: HTMLElement;
  private said: Said | undefined;

  constructor(readonly id: string) {
    this.sentence = heading(2, { class: "sentence", id: `${id}-sentence` });
    this.element = html(
      "section",
      { class: `view view-${id}`, id: `view-${id}`, "aria-labelledby": `${id}-sentence` },
      this.name,
      this.sentence,
      this.picture,
      this.note,
      this.more,
    );
  }

  /** Width for the picture, in pixels of the page. */
  protected get width(): number {
    return Math.max(240, Math.floor(this.picture.clientWidth || 320));
  }

  protected abstract say(scene: Scene): Said;
  protected abstract draw(scene: Scene): void;

  update(scene: Scene): void {
    const said = this.say(scene);
    said.sentence = capital(said.sentence);
    this.said = said;
    this.name.textContent = said.name;
    this.sentence.textContent = said.sentence;
    this.note.textContent = said.note;
    this.note.hidden = said.note === "";
    this.summary.textContent = scene.language.message("explorer-numbers");
    this.scroller.setAttribute("aria-label", `${said.name}: ${this.summary.textContent}`);
    this.more.hidden = said.numbers.rows.length === 0;
    this.fillTable(said.numbers);
    this.draw(scene);
  }

  private fillTable(numbers: Numbers): void {
    const head = html("tr", {}, ...numbers.columns.map((name) => html("th", { scope: "col" }, name)));
    const rows = numbers.rows.map(([name = "", ...cells]) =>
      html("tr", {}, html("th", { scope: "row" }, name), ...cells.map((cell) => html("td", {}, cell))),
    );
    this.table.replaceChildren(html("thead", {}, head), html("tbody", {}, ...rows));
  }

  /** Puts what may stand above the picture, such as a choice of a desk. */
  protected above(...children: Child[]): void {
    this.picture.before(...children);
  }

  /** What it says now, for the picture that is exported. */
  get words(): Said | undefined {
    return this.said;
  }

  /** Names and colours of lines, where the picture has a key. */
  get names(): { name: string; colour: string }[] {
    return [];
  }

  /** The drawn picture, for export. */
  get drawing(): SVGSVGElement | HTMLCanvasElement | null {
    return this.picture.querySelector<SVGSVGElement | HTMLCanvasElement>("svg, canvas");
  }
}

/** A sentence begins with a capital, whatever name it begins with. */
function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** The sentence under a picture about its intervals. */
export function aboutInterval(language: Language, scene: Scene): string {
  return scene.run
    ? language.message("explorer-interval", { replications: scene.run.replications })
    : language.message("explorer-no-interval");
}
