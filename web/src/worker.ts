/** The engine in a thread of its own: first its bytes, then one question after another. */

import { Engine } from "./engine";
import type { Answer, Failure, Request } from "./protocol";

export interface Question {
  number: number;
  request: Request;
}

export interface Reply {
  number: number;
  answer: Answer | Failure;
}

let engine: Promise<Engine> | undefined;

addEventListener("message", async ({ data }: MessageEvent<ArrayBuffer | Question>) => {
  if (data instanceof ArrayBuffer) {
    engine = Engine.from(data);
    return;
  }
  let answer: Answer | Failure;
  try {
    if (!engine) throw new Error("the engine has not arrived");
    answer = (await engine).ask(data.request);
  } catch (error) {
    answer = { error: { message: String(error) } };
  }
  const reply: Reply = { number: data.number, answer };
  postMessage(reply);
});
