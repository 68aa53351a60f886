/** The glue: requests into the memory of `engine.wasm`, answers out of it. Runs in a worker, in a page and in node. */

import type { AnswerTo, Failure, Request } from "./protocol";

interface Exports {
  memory: WebAssembly.Memory;
  alloc(length: number): number;
  dealloc(pointer: number, length: number): void;
  call(pointer: number, length: number): bigint;
}

export class Engine {
  private constructor(private readonly exports: Exports) {}

  /** The module needs nothing from outside. */
  static async from(bytes: BufferSource): Promise<Engine> {
    const { instance } = await WebAssembly.instantiate(bytes, {});
    return new Engine(instance.exports as unknown as Exports);
  }

  /** Asks and waits: a long run blocks, so ask in a worker. */
  ask<R extends Request>(request: R): AnswerTo<R> | Failure {
    const text = new TextEncoder().encode(JSON.stringify(request));
    const at = this.exports.alloc(text.length);
    new Uint8Array(this.exports.memory.buffer, at, text.length).set(text);
    const packed = BigInt.asUintN(64, this.exports.call(at, text.length));
    const pointer = Number(packed >> 32n);
    const length = Number(packed & 0xffff_ffffn);
    const answer = new TextDecoder().decode(new Uint8Array(this.exports.memory.buffer, pointer, length));
    this.exports.dealloc(pointer, length);
    return JSON.parse(answer) as AnswerTo<R> | Failure;
  }
}
