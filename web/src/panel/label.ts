/** What a control is called. */

import type { Language } from "../language";
import type { Control } from "../protocol";

export function labelOf(language: Language, control: Control): string {
  const of = language.translate(control.title);
  switch (control.kind) {
    case "margin":
      return language.message("explorer-label-margin", { of });
    case "prevalence":
      return control.service === null
        ? language.message("explorer-label-prevalence", { of })
        : language.message("explorer-label-prevalence-on", { of, service: language.translate(control.service) });
    case "volume":
      return language.message("explorer-label-volume", { of, modality: language.translate(control.modality ?? "") });
    case "separation":
      return language.message("explorer-label-separation", { of });
    case "people":
      return language.message("explorer-label-people", { of });
  }
}
