/** Questions to an engine in a worker. */

import type { AnswerTo, Failure, Request } from "./protocol";
import type { Question, Reply } from "./worker";
import EngineWorker from "./worker?worker&inline";

export class Client {
  private readonly worker = new EngineWorker();
  private readonly waiting = new Map<number, (reply: Reply) => void>();
  private asked = 0;

  constructor(wasm: ArrayBuffer) {
    this.worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
      this.waiting.get(data.number)?.(data);
      this.waiting.delete(data.number);
    });
    this.worker.postMessage(wasm);
  }

  ask<R extends Request>(request: R): Promise<AnswerTo<R> | Failure> {
    const question: Question = { number: ++this.asked, request };
    return new Promise((resolve) => {
      this.waiting.set(question.number, (reply) => resolve(reply.answer as AnswerTo<R> | Failure));
      this.worker.postMessage(question);
    });
  }
}
