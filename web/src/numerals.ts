/** Numbers for people, exactly as `src/language/numerals.rs` writes them. */

/** How a language writes numbers. */
export interface Numerals {
  decimal: string;
  group: string;
  million: string;
  billion: string;
  trillion: string;
  undefined: string;
  unlimited: string;
}

/** A number with three or four significant digits: `12`, `1,230`, `3.45 million`, `0.0012`, `1.20e-9`. */
export function number(numerals: Numerals, value: number): string {
  if (Number.isNaN(value)) return numerals.undefined;
  if (!Number.isFinite(value)) return numerals.unlimited;
  const size = Math.abs(value);
  const scales: [number, number, string][] = [
    [999.5e9, 1e12, numerals.trillion],
    [999.5e6, 1e9, numerals.billion],
    [999_950, 1e6, numerals.million],
  ];
  for (const [limit, scale, word] of scales) {
    if (size < limit) continue;
    const scaled = value / scale;
    return Math.abs(scaled) >= 999_950
      ? digits(numerals, value.toExponential(2).replace("e+", "e"))
      : `${plain(numerals, scaled)} ${word}`;
  }
  return plain(numerals, value);
}

function plain(numerals: Numerals, value: number): string {
  const size = Math.abs(value);
  if (size === 0) return "0";
  if (size >= 9_999.5) {
    const step = 10 ** (Math.floor(Math.log10(size)) - 3);
    return thousands(numerals, Math.round(value / step) * step);
  }
  if (size >= 99.95) return thousands(numerals, value);
  if (size >= 9.995) return trimmed(numerals, value, 1);
  if (size >= 0.9995) return trimmed(numerals, value, 2);
  if (size >= 1e-4) return trimmed(numerals, value, 2 - Math.floor(Math.log10(size)));
  return digits(numerals, value.toExponential(2));
}

/** At most so many decimals, without zeros at the end. */
export function trimmed(numerals: Numerals, value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  return text.includes(".") ? digits(numerals, text.replace(/\.?0+$/, "")) : text;
}

const digits = (numerals: Numerals, text: string): string => text.replace(".", numerals.decimal);

/** A whole number with its groups of three digits set apart. */
export function thousands(numerals: Numerals, value: number): string {
  const text = Math.abs(value)
    .toFixed(0)
    .replace(/\B(?=(\d{3})+$)/g, () => numerals.group);
  return value < 0 ? `−${text}` : text;
}

/** Most decimals of a percentage just below 100. */
const NINES = 8;

/** A percentage just below 100, which never reads like it. */
function nearly(numerals: Numerals, value: number): string {
  const nines = -Math.floor(Math.log10(100 - value));
  if (nines > NINES) return `> ${digits(numerals, (100 - 10 ** -NINES).toFixed(NINES))}`;
  return trimmed(numerals, value, Math.max(nines, 4));
}

/** A share as a percentage: `58.4 %`, `0.01 %`, `99.99999 %`; only the whole is `100 %`. */
export function percent(numerals: Numerals, share: number): string {
  if (Number.isNaN(share)) return numerals.undefined;
  const value = 100 * share;
  if (value > 99.95 && value < 100) return `${nearly(numerals, value)} %`;
  if (value >= 1e-6 && value < 1e-4) return `${trimmed(numerals, value, 2 - Math.floor(Math.log10(value)))} %`;
  return `${number(numerals, value)} %`;
}
