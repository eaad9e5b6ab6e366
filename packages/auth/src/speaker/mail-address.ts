const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** What would end a URL's host, or make it another one. */
const NOT_OF_A_DOMAIN = /[\s/?#\\:@%[\]<>]/;

/**
 * An address as it was typed, or pasted with brackets or "mailto:", as mail goes to it: its domain in ASCII, because SES
 * takes no other. Not as an `<input type="email">` makes it, where some browsers take "straße.de" for "strasse.de", but as
 * URLs have it (UTS 46, not transitional). What is no address stays as it is.
 *
 * @see https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_Destination.html
 */
export function mailAddress(typed: string): string {
  const address = typed
    .replace(INVISIBLE, "")
    .replace("＠", "@")
    .trim()
    .replace(/^<?(?:mailto:)?([^<>]*)>?$/i, "$1");
  const at = address.lastIndexOf("@") + 1;
  const domain = address.slice(at);
  return at === 0 || !/[^ -~]/.test(domain) || NOT_OF_A_DOMAIN.test(domain)
    ? address
    : address.slice(0, at) + (asciiDomain(domain) ?? domain);
}

function asciiDomain(domain: string): string | null {
  try {
    return new URL(`https://${domain}`).hostname;
  } catch {
    return null;
  }
}

/** An address as people write it, with its domain's own letters; as it is where mail would not go to the same one. */
export function readableAddress(address: string): string {
  const at = address.lastIndexOf("@") + 1;
  const labels = address.slice(at).split(".");
  const readable = labels.map((label) =>
    label.startsWith("xn--") ? (decodePunycode(label.slice(4)) ?? label) : label,
  );
  const whole = address.slice(0, at) + readable.join(".");
  return mailAddress(whole) === address ? whole : address;
}

const BASE = 36;
const FIRST_THRESHOLD = 1;
const LAST_THRESHOLD = 26;
const DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";

/** RFC 3492, section 6.2; null: it is none. */
function decodePunycode(label: string): string | null {
  const hyphen = label.lastIndexOf("-");
  const output = [...label.slice(0, Math.max(0, hyphen))].map((letter) => letter.codePointAt(0) ?? 0);
  let [codePoint, index, bias, at] = [0x80, 0, 72, hyphen + 1];
  while (at < label.length) {
    const before = index;
    let weight = 1;
    for (let k = BASE; ; k += BASE) {
      const digit = DIGITS.indexOf(label.charAt(at++).toLowerCase() || "?");
      if (digit < 0) return null;
      index += digit * weight;
      const threshold = Math.min(Math.max(k - bias, FIRST_THRESHOLD), LAST_THRESHOLD);
      if (digit < threshold) break;
      weight *= BASE - threshold;
    }
    const length = output.length + 1;
    bias = adapt(index - before, length, before === 0);
    codePoint += Math.floor(index / length);
    if (codePoint > 0x10_ff_ff) return null;
    index %= length;
    output.splice(index++, 0, codePoint);
  }
  return String.fromCodePoint(...output);
}

/** RFC 3492, section 6.1. */
function adapt(difference: number, length: number, first: boolean): number {
  let delta = Math.floor(difference / (first ? 700 : 2));
  delta += Math.floor(delta / length);
  let k = 0;
  for (; delta > ((BASE - FIRST_THRESHOLD) * LAST_THRESHOLD) / 2; k += BASE) {
    delta = Math.floor(delta / (BASE - FIRST_THRESHOLD));
  }
  return k + Math.floor(((BASE - FIRST_THRESHOLD + 1) * delta) / (delta + 38));
}
