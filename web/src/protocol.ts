/**
 * What the page and the engine say to each other.
 *
 * `engine.wasm` has three exports. A request is one JSON object, written as UTF-8 into memory that `alloc` gave; the
 * answer is one JSON object at the pointer that `call` returns:
 *
 *     alloc(length: number): number                 // place for a request
 *     call(pointer: number, length: number): bigint // answer: pointer · 2³² + length; frees the request
 *     dealloc(pointer: number, length: number)      // frees an answer
 *
 * `web/src/engine.ts` does that. Names carry their units: `PerDay` per day, `Share` 0 to 1, `Days` days. A number that
 * is undefined or infinite is `null`. An answer is either what the request asks for, or `{ error }`; `isFailure` tells.
 *
 * The engine keeps the scenario that it read last, and the run of it that it did last, so the second question about the
 * same `(scenario, text, set)` costs no reading, and `run` goes on where it was.
 */

/** Which scenario a request is about. */
export interface Subject {
  /** Name of a bundled scenario, such as `commission-2022`. With `text` it is only the name of the text in messages. */
  scenario: string;
  /** A scenario as TOML in place of a bundled one; its `world` may be a bundled one (`worlds/eu-2024.toml`). */
  text?: string;
  /** Settings laid over it, exactly as `--set` of the command line: `run.days=365`, `policy.orders.new.rule.fdr=0.01`. */
  set?: string[];
}

// ---------------------------------------------------------------------------------------------------------- requests

export interface CatalogueRequest {
  ask: "catalogue";
}

export interface OpenRequest extends Subject {
  ask: "open";
}

export interface TheoryRequest extends Subject {
  ask: "theory";
  /**
   * Points of a tradeoff curve in each factor of ten of the margin, 0 (no curves: the fastest) to 20; 2 when left out.
   * Curves do not depend on margins, and are most of the time: leave them out while a margin is being moved.
   */
  pointsPerDecade?: number;
  /** The reading under which curves are wanted; both when left out. Those under the other are empty. */
  reading?: "fpr" | "fdr";
}

export interface RunRequest extends Subject {
  ask: "run";
  /** So many replications in all, counted from the first: 8, then 16, then 400 goes on where it was. At least 1. */
  replications: number;
  /** Series of `daily` that are wanted, by their names in `daily.csv`; `["flags", "arrivals", "backlog"]` when left out. */
  series?: string[];
}

export interface TableRequest extends Subject {
  ask: "table";
  /** As for `run`; what was run already is not run again. */
  replications: number;
}

export interface TomlRequest extends Subject {
  ask: "toml";
}

export type Request = CatalogueRequest | OpenRequest | TheoryRequest | RunRequest | TableRequest | TomlRequest;

// ----------------------------------------------------------------------------------------------------------- answers

export interface Catalogue {
  /** Version of the engine, such as `0.1.0`. */
  version: string;
  /** In the order of `vessels list`: by group, then by name. */
  scenarios: CatalogueEntry[];
}

export interface CatalogueEntry {
  /** What `scenario` of a request names. */
  name: string;
  title: string;
  question: string | null;
  /** The document or debate that it belongs to; `Other` when it names none. */
  group: string;
}

export interface Opened {
  title: string;
  question: string | null;
  lookAt: string | null;
  group: string | null;
  proponents: string | null;
  critics: string | null;
  decidedBy: string | null;
  /** Equal digests mean equal results: that of `run.json` for the scenario's own number of replications. */
  digest: string;
  /** Horizon. */
  days: number;
  /** Replications that the scenario asks for. */
  replications: number;
  seed: number;
  /** Whether `run` answers with series by day. */
  daily: boolean;
  /** Whether uncertain numbers are drawn; otherwise chance alone makes replications differ. */
  draws: boolean;
  /** The mechanisms that are switched on; `theory` leaves them out. */
  mechanisms: Named[];
  orders: OpenedOrder[];
  /** Desks in the order in which reports pass them. */
  desks: OpenedDesk[];
  /** Classes of abuse material. */
  classes: Named[];
  services: Named[];
  controls: Control[];
  /** Warnings; the scenario can be run all the same. */
  warnings: Diagnostic[];
}

export interface Named {
  /** Key, as in `summary.csv`. */
  name: string;
  title: string;
}

/** What fixes the threshold of an order. */
export type Rule = "fpr" | "fdr" | "recall" | "threshold" | "flags-per-day" | "desk" | "cost" | "own";

export interface OpenedOrder extends Named {
  detector: Named;
  /** Classes of abuse material that the detector detects. */
  classes: string[];
  /** Services that it reads. */
  services: string[];
  rule: Rule;
  /** The margin, a share of innocent items (`fpr`) or of flags (`fdr`); `null` for every other rule. */
  marginShare: number | null;
  /** Whether the threshold is fixed once, in advance, or anew in every state of the world. */
  solved: "pre-set" | "attained";
  /** On which mixture a margin is met. */
  calibration: "field" | "bench";
}

export interface OpenedDesk extends Named {
  reads: "flags" | "reports" | "cases";
  /** One desk for each member state. */
  split: boolean;
}

/** What a control moves. */
export type ControlKind = "margin" | "prevalence" | "volume" | "separation" | "people";

/** One number that the page may move. */
export interface Control {
  kind: ControlKind;
  /** Key of what it belongs to: of an order (margin), a class (prevalence), a service (volume), a detector (separation), or a desk (people). */
  of: string;
  /** Title of what it belongs to. */
  title: string;
  /** Title of the service, where a prevalence is that on one service. */
  service: string | null;
  /** What is sent, such as `image`, where it is a volume. */
  modality: string | null;
  /** The path of `--set`. For a margin it is the path under the present reading; see `readings`. */
  path: string;
  /** Only margins: the path under either reading. Setting one replaces whatever rule there was. */
  readings: { fpr: string; fdr: string } | null;
  /** Only margins: the least that its detector can meet under either reading, and where the slider begins; `null` else. */
  least: { fpr: number; fdr: number } | null;
  /** A setting is `path + "=" + template` with `{}` replaced by the number, such as `"{}/day"` with its quotes, or `{}`. */
  template: string;
  /** Unit of `value`, `low` and `high`: `share`, `items/day`, `items/day per account`, `standard deviations`, `people`. */
  unit: string;
  /** The number as the scenario has it under the present settings: itself, or the median of its distribution. */
  value: number;
  /** Ends of the slider; `value` always lies between them. */
  low: number;
  high: number;
  scale: "log" | "linear";
  /** Whether only whole numbers make sense. */
  whole: boolean;
  /** 5 % and 95 % quantile where the number is drawn in every replication. A setting replaces the distribution by one number. */
  uncertain: { p05: number; p95: number } | null;
  /** As somebody wrote it: `0.05 to 5 per million`. */
  written: string;
  /** Publication, or `null`. */
  source: string | null;
  /** How far it can be trusted; `null` for a value without such a word, such as one that was set. */
  status: "primary" | "secondary" | "derived" | "assumption" | "unverified" | null;
  note: string | null;
  /** `file:line:column`, `--set:1:…`, or `default`. */
  origin: string;
}

/** Closed forms at central values, without mechanisms. Takes milliseconds: ask for it at every movement of a slider. */
export interface Theory {
  orders: TheoryOrder[];
  total: TheoryTotal;
  classes: TheoryClass[];
  desks: TheoryDesk[];
  risks: UserRisk[];
}

export interface TheoryOrder extends Named {
  /** A score in standard deviations of ordinary items, or the radius of a hash in bits; `null` for a fixed detector. */
  threshold: number | null;
  thresholdUnit: "score" | "bits" | null;
  /** Share of readable abuse that is flagged. */
  recallShare: number;
  /** Share of innocent items that is flagged, of what the order really reads. */
  fprFieldShare: number;
  /** The same on the mixture that the authority tested on. */
  fprBenchShare: number;
  /** Share of its flags that are innocent; `null` when nothing is flagged. */
  fdrFieldShare: number | null;
  /** Items that it reads. */
  itemsPerDay: number;
  trueFlagsPerDay: number;
  falseFlagsPerDay: number;
  /** Beyond the measured points of its detector. */
  extrapolated: boolean;
  /**
   * Share of all that circulates of the classes that its detector detects, on every service and over the horizon, that it
   * would flag if it were the only order; `null` where nothing of them circulates.
   */
  foundAloneShare: number | null;
  /** Days of the horizon on which it is in force. */
  daysInForce: number;
  /**
   * Recall at a tenth and at ten times of its margin, under the reading in which that is set. `null` where another rule fixes
   * its threshold; each is `null` where no threshold meets that margin, and the second also where it would be 1 or more.
   */
  steps: { tenthRecallShare: number | null; tenfoldRecallShare: number | null } | null;
  /** The vessels under either reading: what each margin leaves, from 0.1 down to 1e-9. */
  curves: { fpr: CurvePoint[]; fdr: CurvePoint[] };
}

/** What one margin leaves of an order; the four numbers are `null` together, where no threshold meets the margin. */
export interface CurvePoint {
  marginShare: number;
  recallShare: number | null;
  trueFlagsPerDay: number | null;
  falseFlagsPerDay: number | null;
  /** Share of its flags that are right; also `null` when nothing is flagged. */
  precisionShare: number | null;
}

/** Averages over the horizon; an item flagged by several orders counts once. */
export interface TheoryTotal {
  itemsPerDay: number;
  flagsPerDay: number;
  trueFlagsPerDay: number;
  falseFlagsPerDay: number;
  /** Share of flags that are abuse; `null` when nothing is flagged. */
  precisionShare: number | null;
}

/** A class of abuse material, over the horizon. */
export interface TheoryClass extends Named {
  /** Items of the class that circulate. */
  circulatingPerDay: number;
  /** Share that is flagged: `metric detected-share`. */
  detectedShare: number;
  flaggedPerDay: number;
  /** Circulating and not flagged. */
  missedPerDay: number;
}

export interface TheoryDesk extends Named {
  /** What a unit is. */
  unit: "flags" | "reports" | "cases";
  /** Units that arrive, copies included, averaged over the horizon. */
  arrivalsPerDay: number;
  /** Share of them that is abuse; `null` when nothing arrives. */
  precisionShare: number | null;
  /** Units that arrive and are no copies: what has to be read. */
  toReadPerDay: number;
  /** Units that can be read, averaged over the week; `null` without limit. */
  capacityPerDay: number | null;
  /** `toReadPerDay / capacityPerDay`; above 1 the backlog grows. */
  utilisation: number | null;
  /** Units waiting at the end of the horizon, in the fluid limit; `null` where units expire. */
  backlogAtEnd: number | null;
  /** Units waiting after 365 days; `null` where units expire or the horizon is shorter. */
  backlogAfter365Days: number | null;
}

/** Risk of a scanned account to be flagged (with an account threshold: reported) for nothing at least once, bursts aside, by use. */
export interface UserRisk {
  /** 10 %, 50 % and 90 % quantile of activity. */
  user: "light" | "median" | "heavy";
  perYearShare: number;
  perTenYearsShare: number;
}

/** Monte Carlo results of the first `replications` replications: the same numbers as `vessels run`. */
export interface Run {
  /** Replications so far; fewer than asked for when the scenario's own rule ended the run. */
  replications: number;
  /** The scenario's rule (`run.stop`) has ended the run: asking for more gives the same. */
  precise: boolean;
  /** Digest of a run of so many replications, as in its `run.json`; `null` where the scenario allows no such run. */
  digest: string | null;
  rows: RunRow[];
  /** Empty where the scenario asks for totals only. */
  daily: DailySeries[];
}

/** One line of `summary.csv`; an empty name means all, and the numbers are `null` together where the metric is undefined. */
export interface RunRow {
  /** `vessels explain METRIC` says what it is. */
  metric: string;
  unit: string;
  /** `chain`, `investigation`, `fundamental-rights`, `economy` or `online-safety`. */
  interest: string;
  service: string;
  desk: string;
  /** Name of a class, an order, a group or a user. */
  class: string;
  mean: number | null;
  /** Monte Carlo standard error of the mean. */
  mcse: number | null;
  p05: number | null;
  p50: number | null;
  p95: number | null;
}

/** Quantiles over replications, one number for each day; relative error at most 1/128. */
export interface DailySeries {
  /** Name in `daily.csv`: `flags`, `arrivals`, `backlog`, … */
  series: string;
  unit: string;
  /** Empty before any desk. */
  desk: string;
  class: string;
  p05: (number | null)[];
  p50: (number | null)[];
  p95: (number | null)[];
}

export interface Table {
  replications: number;
  /** `summary.csv`, byte for byte as `vessels run` writes it. */
  csv: string;
}

export interface Toml {
  /** One scenario in one file, world and settings merged: `vessels run FILE` gives the same results and digest. */
  toml: string;
  /** What it would be called. */
  fileName: string;
}

/** Something that is wrong with a scenario, or suspicious about it; `vessels explain CODE` says more. */
export interface Diagnostic {
  /** `S005` */
  code: string;
  severity: "error" | "warning";
  /** What is wrong, with the value shown. */
  title: string;
  /** `file:line:column`; `--set:1:30` for a setting; `null` when it is in no text. */
  place: string | null;
  /** What the mark at that place says; may be empty. */
  mark: string;
  notes: string[];
  /** What to write instead. */
  help: string | null;
}

export interface Failure {
  error: { diagnostics: Diagnostic[] } | { message: string };
}

export type Answer = Catalogue | Opened | Theory | Run | Table | Toml;

/** The answer that belongs to a request. */
export type AnswerTo<R extends Request> = R extends CatalogueRequest
  ? Catalogue
  : R extends OpenRequest
    ? Opened
    : R extends TheoryRequest
      ? Theory
      : R extends RunRequest
        ? Run
        : R extends TableRequest
          ? Table
          : Toml;

export function isFailure(answer: object): answer is Failure {
  return "error" in answer;
}
