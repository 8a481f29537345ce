/** E-mail addresses out of what somebody typed or pasted; pure. */

export interface Address {
  email: string;
  /** Empty when only the address was given. */
  name: string;
}

export interface Addresses {
  good: Address[];
  /** What looks like no address, as it was typed. */
  bad: string[];
}

const EMAIL = /^[^\s@<>"',;]+@[^\s@<>"',;.]+(\.[^\s@<>"',;.]+)+$/;
const NAMED = /^"?([^"<>]*?)"?\s*<([^<>]*)>$/;

function read(piece: string): Address | null {
  const [, name = "", inside] = NAMED.exec(piece) ?? [];
  const email = (inside ?? piece).trim();
  return EMAIL.test(email) ? { email, name: name.trim() } : null;
}

/** A line with names is taken apart at commas only; a line of bare addresses at spaces too. */
function pieces(line: string): string[] {
  const border = line.includes("<") ? /[,;]/ : /[,;\s]+/;
  return line
    .split(border)
    .map((piece) => piece.trim())
    .filter(Boolean);
}

/** One or many, one per line or with commas between; each once. */
export function readAddresses(typed: string): Addresses {
  const good = new Map<string, Address>();
  const bad: string[] = [];
  for (const piece of typed.split(/\r?\n/).flatMap(pieces)) {
    const address = read(piece);
    if (!address) bad.push(piece);
    else if (!good.has(address.email.toLowerCase())) good.set(address.email.toLowerCase(), address);
  }
  return { good: [...good.values()], bad };
}
