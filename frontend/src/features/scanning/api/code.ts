/** What a scanned or typed text turned out to be. */
export type Scanned =
  | { kind: "connector"; charger: string; connector: string }
  /** A code of somebody else: `where` is its host, or its beginning. */
  | { kind: "foreign"; where: string };

const LONGEST_SHOWN = 40;
const LONGEST_ID = 48;

/** Reads the text of a QR code. origin: of this app; only its own addresses are followed. */
export function readCode(text: string, origin: string): Scanned {
  const url = URL.parse(text.trim());
  if (!url) return { kind: "foreign", where: text.trim().slice(0, LONGEST_SHOWN) };
  const [, prefix, charger = "", connector = "", ...rest] = url.pathname.split("/");
  const isOurs = url.origin === origin && prefix === "c" && rest.length === 0;
  const id = decoded(charger);
  if (!isOurs || id === null || !/^\d{1,4}$/.test(connector)) {
    return { kind: "foreign", where: (url.host || url.protocol).slice(0, LONGEST_SHOWN) };
  }
  return { kind: "connector", charger: id, connector };
}

function decoded(segment: string): string | null {
  try {
    const id = decodeURIComponent(segment);
    return id !== "" && id.length <= LONGEST_ID ? id : null;
  } catch {
    return null;
  }
}
