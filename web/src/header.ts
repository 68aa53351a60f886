/** Title, choice of a scenario, and language. */

import { embedded, heading, html } from "./dom";
import { Language } from "./language";
import type { Opened } from "./protocol";
import type { Scenarios } from "./scenarios";
import type { Scene } from "./scene";

export class Header {
  private readonly brand = html("p", { class: "brand" });
  private readonly title = heading(1, { class: "title" });
  private readonly question = html("p", { class: "question" });
  private readonly sides = html("div", { class: "sides" });
  private readonly sidesSummary = html("summary");
  /** Open where there is room for it. */
  private readonly more = html(
    "details",
    { class: "more", open: matchMedia("(min-width: 52rem)").matches },
    this.sidesSummary,
    this.sides,
  );
  private readonly label = html("label", { for: "scenario" });
  private readonly chooser = html("select", { id: "scenario" });
  private readonly languageLabel = html("label", { for: "language" });
  private readonly languages = html("select", { id: "language" });
  private readonly reset = html("button", { type: "button", id: "reset" });
  /** On paper, where there are no controls. */
  private readonly changed = html("p", { class: "printed" });
  readonly element: HTMLElement;

  constructor(
    private readonly scenarios: Scenarios,
    on: { scenario: (name: string) => void; language: (tag: string) => void; reset: () => void },
  ) {
    this.chooser.addEventListener("change", () => on.scenario(this.chooser.value));
    this.languages.addEventListener("change", () => on.language(this.languages.value));
    this.reset.addEventListener("click", () => {
      if (this.reset.getAttribute("aria-disabled") !== "true") on.reset();
    });
    this.languages.append(...Language.all().map((l) => html("option", { value: l.tag, lang: l.tag }, l.name)));
    this.element = html(
      "header",
      {},
      html("div", { class: "bar" }, this.brand, html("div", {}, this.languageLabel, this.languages)),
      html("div", { class: "chooser" }, this.label, this.chooser, this.reset),
      this.title,
      this.changed,
      this.question,
      this.more,
    );
  }

  show(language: Language, opened: Opened, scenario: string): void {
    if (!embedded) document.title = `${language.translate(opened.title)} – vessels`;
    this.brand.textContent = language.message("explorer-brand");
    this.title.textContent = language.translate(opened.title);
    this.question.textContent = language.translate(opened.question ?? "");
    this.label.textContent = language.message("explorer-scenario");
    this.languageLabel.textContent = language.message("explorer-language");
    this.languages.value = language.tag;
    this.reset.textContent = language.message("explorer-reset");
    const sides: [string, string | null][] = [
      [language.message("explorer-proponents"), opened.proponents],
      [language.message("explorer-critics"), opened.critics],
    ];
    this.sidesSummary.textContent = language.message("explorer-sides");
    this.more.hidden = !sides.some(([, text]) => text);
    this.sides.replaceChildren(
      ...sides.flatMap(([name, text]) =>
        text ? [html("p", {}, html("strong", {}, name), ` ${language.translate(text)}`)] : [],
      ),
    );
    this.fill(language, scenario);
  }

  /** A button that is disabled would lose the focus of whoever has just pressed it. */
  canReset(any: boolean): void {
    this.reset.setAttribute("aria-disabled", String(!any));
  }

  /** What differs from the scenario that the title names. */
  tell({ language, settings }: Scene): void {
    const said = language.message("explorer-changed", { settings: settings.list.join("   ") });
    this.changed.textContent = settings.any ? said : "";
  }

  /** Scenarios that came with the page, then all others by the document that they belong to. */
  private fill(language: Language, scenario: string): void {
    const groups = new Map<string, HTMLOptGroupElement>();
    if (this.scenarios.own.length > 0) {
      const here = this.scenarios.own.map((o) => html("option", { value: o.name }, language.translate(o.title)));
      groups.set("", html("optgroup", { label: language.message("explorer-own") }, ...here));
    }
    for (const entry of this.scenarios.bundled) {
      let group = groups.get(entry.group);
      if (!group) groups.set(entry.group, (group = html("optgroup", { label: language.translate(entry.group) })));
      group.append(html("option", { value: entry.name }, language.translate(entry.title)));
    }
    this.chooser.replaceChildren(...groups.values());
    this.chooser.value = scenario;
  }
}
