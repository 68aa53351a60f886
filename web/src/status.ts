/** What on the page is computed, and what is simulated. */

import { html } from "./dom";
import type { Scene } from "./scene";

export class Status {
  private readonly theory = html("p");
  private readonly run = html("p");
  /** For those who do not see the page: not at every step. */
  private readonly aloud = html("p", { class: "aloud", role: "status", "aria-live": "polite" });
  private timer: ReturnType<typeof setTimeout> | undefined;
  readonly element = html("footer", { class: "status" }, this.theory, this.run, this.aloud);

  update(scene: Scene): void {
    const { language, opened, run } = scene;
    const left = language.list(opened.mechanisms.map((m) => language.translate(m.title)));
    this.theory.textContent = left
      ? language.message("explorer-status-theory-without", { mechanisms: left })
      : language.message("explorer-status-theory");
    const numbers = {
      done: language.thousands(run?.replications ?? 0),
      all: language.thousands(opened.replications),
      days: language.thousands(opened.days),
      seed: String(opened.seed),
    };
    this.run.textContent = run
      ? language.message("explorer-status-run", numbers)
      : language.message("explorer-status-none-yet", numbers);
    this.element.dataset["scenario"] = scene.scenario;
    this.element.dataset["replications"] = String(run?.replications ?? 0);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.aloud.textContent = this.summary(scene)), 900);
  }

  private summary(scene: Scene): string {
    const { language, theory } = scene;
    return language.message("explorer-aloud", {
      flags: language.number(theory.total.flagsPerDay),
      wrong: language.share(1 - (theory.total.precisionShare ?? NaN)),
    });
  }
}
