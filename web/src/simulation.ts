/** Monte Carlo in steps: soon something, then ever more replications. */

import type { Client } from "./client";
import { isFailure, type Failure, type Run, type Subject } from "./protocol";

/** Rest after the last movement, in milliseconds. */
const DEBOUNCE = 80;
/** What one step may take, in milliseconds, so that a new question need not wait long. */
const STEP = 300;
/** Replications of which an interval begins to mean something: nothing is told of fewer. */
const LEAST = 12;
/** Replications of the first step, where it is not known how long one takes. */
const FIRST = 12;

export class Simulation {
  private round = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Milliseconds for one replication of the scenario at hand, as measured. */
  private each = new Map<string, number>();

  constructor(
    private readonly client: Client,
    /** The answer, and when the control came to rest that it answers. */
    private readonly told: (answer: Run | Failure, since: number) => void,
  ) {}

  /** Another question: what is under way is left after its present step. */
  ask(subject: Subject, most: number): void {
    const round = ++this.round;
    clearTimeout(this.timer);
    const since = performance.now();
    this.timer = setTimeout(() => void this.go(round, subject, most, since), DEBOUNCE);
  }

  private async go(round: number, subject: Subject, most: number, since: number): Promise<void> {
    let done = 0;
    while (round === this.round && done < most) {
      const replications = Math.min(most, this.next(subject.scenario, done));
      const before = performance.now();
      const answer = await this.client.ask({ ask: "run", ...subject, replications, series: ["backlog"] });
      if (round !== this.round) return;
      if (isFailure(answer)) {
        this.told(answer, since);
        return;
      }
      this.each.set(subject.scenario, (performance.now() - before) / Math.max(1, answer.replications - done));
      done = answer.replications;
      const isLast = answer.precise || done >= most;
      if (isLast || done >= LEAST) this.told(answer, since);
      if (isLast) return;
      await shown();
    }
  }

  /** Twice as many as there are, as far as they fit in a step. */
  private next(scenario: string, done: number): number {
    const each = this.each.get(scenario);
    const fit = each === undefined ? FIRST : Math.max(1, Math.floor(STEP / each));
    return done + Math.min(Math.max(LEAST - done, done), fit);
  }
}

/** When the page is seen: simulating for nobody is a waste. */
function shown(): Promise<void> {
  if (!document.hidden) return Promise.resolve();
  return new Promise((resolve) => document.addEventListener("visibilitychange", () => resolve(), { once: true }));
}
