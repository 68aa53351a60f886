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

let bytes: ArrayBuffer | undefined;
let engine: Promise<Engine> | undefined;

addEventListener("message", async ({ data }: MessageEvent<ArrayBuffer | Question>) => {
  if (data instanceof ArrayBuffer) {
    bytes = data;
    engine = Engine.from(bytes);
    return;
  }
  let answer: Answer | Failure;
  try {
    if (!engine) throw new Error("the engine has not arrived");
    answer = (await engine).ask(data.request);
  } catch (error) {
    answer = { error: { message: String(error) } };
    // A module that ran out of memory is of no more use.
    if (bytes) engine = Engine.from(bytes);
  }
  const reply: Reply = { number: data.number, answer };
  postMessage(reply);
});
