/** A view to take along: link, scenario, table, picture. */

import type { Client } from "../client";
import { heading, html } from "../dom";
import type { Language } from "../language";
import { isFailure, type Failure, type Subject } from "../protocol";
import type { Scenarios } from "../scenarios";
import type { Scene } from "../scene";
import { box, reasons } from "../failure";
import type { View } from "../views/view";
import { download } from "./download";
import { picture } from "./picture";

export class Exports {
  private readonly title = heading(2);
  private readonly buttons = {
    link: html("button", { type: "button", id: "copy-link" }),
    toml: html("button", { type: "button", id: "export-toml" }),
    csv: html("button", { type: "button", id: "export-csv" }),
    png: html("button", { type: "button", id: "export-png" }),
  };
  private readonly said = html("p", { role: "status" });
  private readonly private_ = html("p", { class: "note" });
  private language: Language | undefined;
  readonly element: HTMLElement;

  constructor(
    private readonly client: Client,
    private readonly scenarios: Scenarios,
    private readonly views: View[],
    private readonly scene: () => Scene | null,
    private readonly version: string,
  ) {
    const row = html("div", { class: "buttons" }, ...Object.values(this.buttons));
    this.element = html("section", { class: "exports" }, this.title, row, this.said, this.private_);
    this.buttons.link.addEventListener("click", () => void this.copyLink());
    this.buttons.toml.addEventListener("click", () => void this.toml());
    this.buttons.csv.addEventListener("click", () => void this.csv());
    this.buttons.png.addEventListener("click", () => void this.png());
  }

  show(language: Language): void {
    this.language = language;
    this.title.textContent = language.message("explorer-take");
    this.buttons.link.textContent = language.message("explorer-copy-link");
    this.buttons.toml.textContent = language.message("explorer-export-toml");
    this.buttons.csv.textContent = language.message("explorer-export-csv");
    this.buttons.png.textContent = language.message("explorer-export-png");
    this.private_.textContent = language.message("explorer-private");
    this.said.textContent = "";
  }

  /** Whether there are numbers to be taken along; the link is there all the same. */
  allow(isAllowed: boolean): void {
    const { link, ...others } = this.buttons;
    for (const button of Object.values(others)) button.disabled = !isAllowed;
  }

  private async copyLink(): Promise<void> {
    try {
      await navigator.clipboard.writeText(location.href);
      this.said.textContent = this.language?.message("explorer-copied") ?? "";
    } catch {
      this.said.textContent = location.href;
    }
  }

  private subject(scene: Scene): Subject {
    return this.scenarios.subject(scene.scenario, scene.settings.list);
  }

  private async toml(): Promise<void> {
    const scene = this.scene();
    if (!scene) return;
    const answer = await this.client.ask({ ask: "toml", ...this.subject(scene) });
    if (isFailure(answer)) return this.fail(answer);
    download(answer.fileName, new Blob([answer.toml], { type: "application/toml" }));
  }

  /** The table of as many replications as are on the page. */
  private async csv(): Promise<void> {
    const scene = this.scene();
    if (!scene) return;
    const subject = this.subject(scene);
    const replications = Math.max(8, scene.run?.replications ?? 0);
    const answer = await this.client.ask({ ask: "table", ...subject, replications });
    if (isFailure(answer)) return this.fail(answer);
    download(`${subject.scenario}-${answer.replications}.csv`, new Blob([answer.csv], { type: "text/csv" }));
  }

  private async png(): Promise<void> {
    const scene = this.scene();
    if (!scene) return;
    const blob = await picture(scene, this.views, this.version);
    if (blob) download(`${this.subject(scene).scenario}.png`, blob);
  }

  private fail(failure: Failure): void {
    this.said.replaceChildren(box(...reasons(failure, this.language)));
  }
}
