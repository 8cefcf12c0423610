// Exact numbers: ratios of whole numbers without a bound, rounded only when shown.

class Exact {
  constructor(num, den = 1n) {
    const sign = den < 0n ? -1n : 1n, shared = commonDivisor(num, den) || 1n;
    this.num = (sign * num) / shared;
    this.den = (sign * den) / shared;
  }

  /** A decimal, or a ratio such as `1/3`; a fault where it is neither. */
  static read(text) {
    need(Exact.isNumber(text), "number", { value: text });
    const [num, den] = String(text).split("/");
    if (den !== undefined) return new Exact(BigInt(num), BigInt(den));
    const [whole, decimals = ""] = num.split(".");
    return new Exact(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
  }

  static isNumber(text) { return /^-?\d+(\.\d+|\/0*[1-9]\d*)?$/.test(String(text)); }

  plus(other) { return new Exact(this.num * other.den + other.num * this.den, this.den * other.den); }
  less(other) { return this.plus(new Exact(-other.num, other.den)); }
  times(other) { return new Exact(this.num * other.num, this.den * other.den); }
  over(other) { return other.isZero() ? null : new Exact(this.num * other.den, this.den * other.num); }
  is(other) { return other !== null && this.num === other.num && this.den === other.den; }
  isZero() { return this.num === 0n; }
  isBelow(other) { return this.num * other.den < other.num * this.den; }

  /** With so many decimals, half away from zero. */
  round(decimals) {
    const size = this.num < 0n ? -this.num : this.num;
    const units = (2n * size * 10n ** BigInt(decimals) + this.den) / (2n * this.den);
    const digits = units.toString().padStart(decimals + 1, "0");
    const cut = digits.length - decimals;
    const text = decimals ? `${digits.slice(0, cut)}.${digits.slice(cut)}` : digits;
    return this.num < 0n && units > 0n ? `-${text}` : text;
  }

  /** With six decimals at most, and none that say nothing. */
  plain() { return this.round(6).replace(/\.?0+$/, ""); }
}

const ZERO = new Exact(0n);
const ONE = new Exact(1n);

function commonDivisor(one, other) {
  let [a, b] = [one < 0n ? -one : one, other < 0n ? -other : other];
  while (b > 0n) [a, b] = [b, a % b];
  return a;
}

const sumOf = numbers => numbers.reduce((sum, number) => sum.plus(number), ZERO);

/** The number that a field or a total states; in an indicator's currency where it has one. */
function numberOf(value, currency) {
  if (value === null || value === undefined || typeof value === "boolean") return null;
  if (typeof value !== "object") return Exact.read(value);
  if ("amount" in value) {
    const money = value.currency === currency ? value : value.converted;
    return money?.currency === currency ? Exact.read(money.amount) : null;
  }
  return numberOf(value.value);
}
