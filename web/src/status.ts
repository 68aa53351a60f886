/** What on the page is computed, and what is simulated. */

import { html } from "./dom";
import { has, type Scene } from "./scene";
import { foundSentence } from "./views/vessels";

export class Status {
  private readonly theory = html("p");
  private readonly others = html("p");
  private readonly run = html("p");
  /** For those who do not see the page: not at every step. */
  private readonly aloud = html("p", { class: "aloud", role: "status", "aria-live": "polite" });
  private timer: ReturnType<typeof setTimeout> | undefined;
  readonly element = html("footer", { class: "status" }, this.theory, this.run, this.others, this.aloud);

  update(scene: Scene): void {
    const { language, opened, run } = scene;
    const left = language.list(opened.mechanisms.map((m) => language.translate(m.title)));
    const without = left
      ? language.message("explorer-status-theory-without", { mechanisms: left })
      : language.message("explorer-status-theory");
    this.theory.textContent = [without, ...exceptions(scene)].join(" ");
    const { others } = scene.settings;
    this.others.textContent =
      others.length > 0 ? language.message("explorer-others", { settings: others.join("   ") }) : "";
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
  }

  /** Says the numbers when a control has come to rest: once, and whatever is simulated afterwards. */
  announce(scene: Scene): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.aloud.textContent = summary(scene)), 900);
  }

  /** Says nothing of numbers that are no longer there. */
  silence(): void {
    clearTimeout(this.timer);
    this.aloud.textContent = "";
  }
}

/** Mechanisms that a user's risk does not treat as the other numbers do. */
function exceptions(scene: Scene): string[] {
  const { language } = scene;
  return [
    ...(has(scene, "accounts") ? [language.message("explorer-status-accounts")] : []),
    ...(has(scene, "bursts") ? [language.message("explorer-status-bursts")] : []),
  ];
}

function summary(scene: Scene): string {
  const { language, theory } = scene;
  const { flagsPerDay, precisionShare } = theory.total;
  const flags = language.number(flagsPerDay);
  const said =
    precisionShare === null
      ? language.message("explorer-aloud-none", { flags })
      : language.message("explorer-aloud", { flags, wrong: language.share(1 - precisionShare) });
  return `${said} ${foundSentence(scene)}`;
}
