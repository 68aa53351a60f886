/** Between a number and a place: on sliders and in pictures. */

/** Where a value lies between two ends, 0 to 1; beyond them it stays at the end. */
export function place(value: number, low: number, high: number, scale: "log" | "linear"): number {
  const at = scale === "log" ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  return Number.isNaN(at) ? 0 : Math.min(1, Math.max(0, at));
}

/** The value at a place, 0 to 1. */
export function at(place: number, low: number, high: number, scale: "log" | "linear"): number {
  return scale === "log" ? low * (high / low) ** place : low + (high - low) * place;
}

/** A value with so many significant digits, so that a setting reads like one. */
export function rounded(value: number, digits: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(digits));
}

/** A value of two significant digits between two ends; at an end more of them where two would lie beyond it. */
export function within(value: number, low: number, high: number): number {
  for (let digits = 2; digits < 15; digits++) {
    const short = rounded(value, digits);
    if (short >= low && short <= high) return short;
  }
  return Math.min(high, Math.max(low, value));
}

/** Powers of ten from `low` to `high`, both within. */
export function decades(low: number, high: number): number[] {
  const powers: number[] = [];
  for (let p = Math.ceil(Math.log10(low) - 1e-9); p <= Math.log10(high) + 1e-9; p++) powers.push(10 ** p);
  return powers;
}
