/** The desk that the pictures of reports and of waiting are about. */

import { html } from "../dom";
import type { Language } from "../language";
import type { OpenedDesk } from "../protocol";

export class DeskChoice {
  private readonly label = html("label", { for: "desk" });
  private readonly select = html("select", { id: "desk" });
  readonly element = html("div", { class: "desk-choice" }, this.label, this.select);

  constructor(chosen: (desk: string) => void) {
    this.select.addEventListener("change", () => chosen(this.select.value));
  }

  show(language: Language, desks: OpenedDesk[], desk: string): void {
    this.label.textContent = language.message("explorer-desk-choice");
    this.select.replaceChildren(...desks.map((d) => html("option", { value: d.name }, language.translate(d.title))));
    this.select.value = desk;
    this.element.hidden = desks.length < 2;
  }
}
