// What people see: elements made from words, never from text that could be mark-up.

let language = document.documentElement.lang;
const words = JSON.parse(document.getElementById("words").textContent);

/** A sentence with what it names; a dash for what nobody knows. */
function say(id, named = {}) {
  const text = words[language][id] ?? id;
  return text.replace(/\{([a-z]+)\}/g, (_, name) => String(named[name] ?? "–"));
}

/** An element: its name and classes, what it holds, and its properties. */
function make(described, held = [], properties = {}) {
  const [name, ...classes] = described.split("."), element = document.createElement(name);
  element.classList.add(...classes);
  Object.assign(element, properties);
  element.append(...[held].flat().filter(it => it !== null && it !== undefined && it !== ""));
  return element;
}

const locale = () => (language === "fr" ? "fr-CA" : "en-CA");
const inWords = said => (said ? said[language] ?? said.fr ?? "" : "");
const isInstant = date => !Number.isNaN(date.getTime());

/** A day in words; what is none is shown as it is. */
function day(text) {
  const date = new Date(`${text}T00:00:00Z`);
  return isInstant(date) ? new Intl.DateTimeFormat(locale(), { dateStyle: "long", timeZone: "UTC" }).format(date) : String(text);
}

const count = number => new Intl.NumberFormat(locale()).format(number);

/** An exact number with an indicator's decimals and unit. */
function amount(text, indicator) {
  // What is no number is shown as it is: what it is part of has failed.
  if (!Exact.isNumber(text)) return String(text);
  const decimals = indicator.decimals ?? 0, number = Exact.read(text).round(decimals);
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  if (indicator.currency) {
    const style = { style: "currency", currency: indicator.currency, currencyDisplay: "narrowSymbol", ...digits };
    return new Intl.NumberFormat(locale(), style).format(number);
  }
  const plain = new Intl.NumberFormat(locale(), digits).format(number);
  const unit = indicator.rule.kind === "share" ? "%" : inWords(indicator.unit);
  if (unit === "%") return language === "en" ? `${plain}%` : `${plain}\u00a0%`;
  return unit ? `${plain} ${unit}` : plain;
}

/** A value as the table has it. */
function valueOf(claim, indicator) {
  if (indicator.rule.kind === "narrative") return say("pack-in-words", { count: count(claim.contributions.length) });
  if (claim.delivered === null) return say("pack-not-stated");
  const value = amount(claim.delivered, indicator);
  const precise = claim.precision ? say(`precision-${claim.precision}`, { value }) : value;
  if (claim.atleast) return say("pack-at-least", { value: precise });
  // What may become less stands between its bounds.
  if (claim.low === null || claim.high === null) return precise;
  return say("between", { value, low: amount(claim.low, indicator), high: amount(claim.high, indicator) });
}

/** The bounds of a value that is not certain, which are not recomputed here. */
const boundsOf = (claim, indicator) => say("pack-between", {
  low: claim.low === null ? "…" : amount(claim.low, indicator), high: claim.high === null ? "…" : amount(claim.high, indicator),
});

/** How far a value has come to its target, in percent; nothing where it is not certain. */
function percentOf(claim, indicator, target) {
  if (!target || !Exact.isNumber(claim.delivered) || claim.low !== null || claim.atleast) return "";
  const base = indicator.baseline ? Exact.read(indicator.baseline) : ZERO;
  const ratio = Exact.read(claim.delivered).less(base).over(Exact.read(target.value).less(base));
  const decimals = indicator.percentdecimals ?? 0, digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const plain = ratio && new Intl.NumberFormat(locale(), digits).format(ratio.times(new Exact(100n)).round(decimals));
  return ratio ? (language === "fr" ? `${plain}\u00a0%` : `${plain}%`) : "";
}
