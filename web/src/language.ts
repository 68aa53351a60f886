/** Languages: the messages of `locales/*.ftl`, and numbers as each language writes them. */

import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import texts from "virtual:locales";
import { rounded } from "./scale";
import { number, percent, thousands, type Numerals } from "./numerals";

/** The language that all others are translated from. */
const ENGLISH = "en";

export type Arguments = Record<string, FluentVariable>;

export class Language {
  private readonly numerals: Numerals;

  private constructor(
    readonly tag: string,
    private readonly bundle: FluentBundle,
  ) {
    this.numerals = {
      decimal: this.message("numerals-decimal"),
      group: this.message("numerals-group"),
      million: this.message("numerals-million"),
      billion: this.message("numerals-billion"),
      trillion: this.message("numerals-trillion"),
      undefined: this.message("numerals-undefined"),
      unlimited: this.message("numerals-unlimited"),
    };
  }

  private static read(tag: string): Language {
    const bundle = new FluentBundle(tag, { useIsolating: false });
    bundle.addResource(new FluentResource(texts[tag] ?? ""));
    return new Language(tag, bundle);
  }

  private static readonly known = new Map<string, Language>();

  /** The language of a tag such as `nl`; English when there is none. */
  static find(tag: string): Language {
    const found = Object.hasOwn(texts, tag) ? tag : ENGLISH;
    const language = Language.known.get(found) ?? Language.read(found);
    Language.known.set(found, language);
    return language;
  }

  /** The language that a link asks for; that of the reader where it asks for none, or for one that is not there. */
  static choose(tag: string): Language {
    return Object.hasOwn(texts, tag) ? Language.find(tag) : Language.ofReader();
  }

  /** The first language of the reader's browser that is there; English when none is. */
  private static ofReader(): Language {
    const tags = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
    return Language.find(tags.find((tag) => Object.hasOwn(texts, tag)) ?? ENGLISH);
  }

  /** All languages, English first. */
  static all(): Language[] {
    const tags = Object.keys(texts).sort((a, b) => Number(b === ENGLISH) - Number(a === ENGLISH) || (a < b ? -1 : 1));
    return tags.map((tag) => Language.find(tag));
  }

  /** Its name for people, in itself. */
  get name(): string {
    return this.message("language-name");
  }

  /** A message with its arguments filled in; the English one where this language has none, and else its name. */
  message(id: string, args: Arguments = {}): string {
    const pattern = this.bundle.getMessage(id)?.value;
    if (pattern) return this.bundle.formatPattern(pattern, args, []).replace(/(\d) %/g, "$1\u00a0%");
    return this.tag === ENGLISH ? id : Language.find(ENGLISH).message(id, args);
  }

  /** An English text of a scenario in this language; as it is where there is no translation of it. Code is quoted. */
  translate(text: string): string {
    const pattern = this.tag === ENGLISH ? null : this.bundle.getMessage(textId(text))?.value;
    const said = pattern ? this.bundle.formatPattern(pattern, {}, []) : text;
    return said.replace(/`([^`]*)`/g, "‘$1’");
  }

  /** The language in which `translate` says an English text, where it is not this one. */
  foreign(text: string): string | undefined {
    return this.tag === ENGLISH || this.bundle.hasMessage(textId(text)) ? undefined : ENGLISH;
  }

  /** A list of things that all hold: `a, b and c`. */
  list(parts: string[]): string {
    const last = parts.at(-1) ?? "";
    const first = parts.slice(0, -1).join(", ");
    return first ? `${first} ${this.message("list-and")} ${last}` : last;
  }

  /** `12`, `1,230`, `3.45 million`, `0.0012`. */
  number(value: number | null): string {
    return together(number(this.numerals, value ?? NaN));
  }

  /** A number where there is little room: what is next to nothing is only said to be that. */
  few(value: number): string {
    return value > 0 && value < FEWEST ? together(`< ${this.number(FEWEST)}`) : this.number(value);
  }

  /** `58.4 %`, `0.01 %`. */
  percent(share: number | null): string {
    return together(percent(this.numerals, share ?? NaN));
  }

  /**
   * A share in a sentence, as the command line writes it: `58.4 %`, `1 in 190 million`, `all but 1 in 190 million`; only
   * nothing is `0 %`, and only the whole is `100 %`.
   */
  share(share: number): string {
    const rest = 1 - share;
    if (share > 0 && share < RARE) return this.frequency(share);
    if (rest > 0 && rest < RARE) return this.message("share-all-but", { frequency: this.frequency(rest) });
    return this.percent(share);
  }

  /** A share where there is little room: a percentage that is never long. */
  brief(share: number | null): string {
    if (share === null) return this.percent(null);
    if (share > 0 && share < BRIEFEST) return together(`≈ ${this.percent(0)}`);
    if (share < 1 && share > 1 - BRIEF) return together(`> ${this.percent(1 - BRIEF)}`);
    return this.percent(share);
  }

  private frequency(share: number): string {
    return share < LEAST ? this.message("share-least") : this.oneIn(share);
  }

  /** A whole number with its groups of three digits set apart. */
  thousands(value: number): string {
    return thousands(this.numerals, value);
  }

  /** A small rate as a natural frequency: `1 in 10,000`. */
  oneIn(share: number): string {
    const many = 1 / share;
    return together(this.message("one-in", { many: this.number(many < 99.5 ? rounded(many, 2) : many) }));
  }

  /** A rate of any size as a natural frequency; below the least it is only said to be that. */
  seldom(share: number): string {
    return this.frequency(share);
  }

  /** A small rate as a percentage and a natural frequency: `0.01 % (1 in 10,000)`. */
  rate(share: number): string {
    return share >= RAREST && share < 0.05 ? `${this.percent(share)} (${this.oneIn(share)})` : this.share(share);
  }
}

/** A share below the first, or as near to one, is a natural frequency; below the second, without a percentage beside it; below the last, it is only said to be that. */
const RARE = 0.9995e-5;
const RAREST = 0.9995e-6;
const LEAST = 1e-12;

/** Where there is little room, a share below the first is next to nothing, and one as near to the whole as the second is next to all. */
const BRIEFEST = 0.9995e-8;
const BRIEF = 1e-4;

/** The least number that is written out where there is little room. */
const FEWEST = 1e-4;

/** A number and its unit stay on one line. */
const together = (text: string): string => text.replaceAll(" ", "\u00a0");

/** The name of the message that translates an English text, as `language::text_id` makes it. */
export function textId(text: string): string {
  const words = text
    .replace(/[^A-Za-z0-9]/g, " ")
    .trim()
    .split(/\s+/)
    .slice(0, 6)
    .join("-")
    .toLowerCase();
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return `text-${words}-${hash.toString(16).padStart(8, "0")}`;
}
