/** What a link to a view says. */
export interface State {
  scenario: string;
  /** Settings as `--set` takes them. */
  set: string[];
  /** Tag of the language; empty: that of the reader. */
  lang: string;
  /** Desk that is looked at; empty: the first. */
  desk: string;
}

const KEYS = { scenario: "s", set: "set", lang: "lang", desk: "desk" } as const;

/** The part of a link after `#`. */
export function write(state: State): string {
  const query = new URLSearchParams();
  query.set(KEYS.scenario, state.scenario);
  for (const setting of state.set) query.append(KEYS.set, setting);
  if (state.desk) query.set(KEYS.desk, state.desk);
  if (state.lang) query.set(KEYS.lang, state.lang);
  return query.toString();
}

/** Whether what follows `#` is a state, and not the name of a place on the page. */
export const isState = (hash: string): boolean => new URLSearchParams(hash.replace(/^#/, "")).has(KEYS.scenario);

/** The state of a link; what it does not say is as in `start`. */
export function read(hash: string, start: State): State {
  const query = new URLSearchParams(hash.replace(/^#/, ""));
  const scenario = query.get(KEYS.scenario);
  return {
    scenario: scenario ?? start.scenario,
    set: scenario === null && !query.has(KEYS.set) ? start.set : query.getAll(KEYS.set),
    lang: query.get(KEYS.lang) ?? start.lang,
    desk: query.get(KEYS.desk) ?? start.desk,
  };
}

/** What the page begins with: written into it by whoever made it. */
export function start(): State {
  const text = document.getElementById("vessels-start")?.textContent ?? "{}";
  const given = JSON.parse(text) as Partial<State>;
  return {
    scenario: given.scenario ?? "commission-2022",
    set: given.set ?? [],
    lang: new URLSearchParams(location.search).get(KEYS.lang) ?? given.lang ?? "",
    desk: given.desk ?? "",
  };
}
