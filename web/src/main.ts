import { Client } from "./client";
import { Explorer } from "./explorer";
import { box, reasons } from "./failure";
import { isFailure } from "./protocol";
import { own, Scenarios } from "./scenarios";
import { read, start } from "./state";
import { engineBytes } from "./wasm";
import "./style.css";

async function begin(): Promise<void> {
  const root = document.getElementById("explorer");
  if (!root) throw new Error("the page has no place for the explorer");
  const wasm = await engineBytes();
  // Closed forms must not wait for a simulation.
  const [quick, slow] = [new Client(wasm), new Client(wasm)];
  const catalogue = await quick.ask({ ask: "catalogue" });
  if (isFailure(catalogue)) {
    root.replaceChildren(box(...reasons(catalogue)));
    return;
  }
  const state = read(location.hash, start());
  const scenarios = new Scenarios(catalogue.scenarios, own());
  await new Explorer(root, scenarios, catalogue.version, quick, slow, state).open(state);
}

void begin();
