/**
 * Who is signed in, as this browser knows it. Kept in localStorage: it outlives a reload, and two
 * tabs share it. Only sign-in, renewal and sign-out load the OpenID Connect library.
 */
const KEY = "csms.session";

export interface Session {
  token: string;
  /** For the provider's end of session. */
  idToken: string | null;
  refreshToken: string | null;
  subject: string;
}

export type Ended = "expired" | "signed-out";
type Listener = (ended: Ended | null) => void;

const listeners = new Set<Listener>();
let renewing: Promise<boolean> | null = null;

export function readSession(): Session | null {
  return parse(localStorage.getItem(KEY));
}

function parse(stored: string | null): Session | null {
  if (stored === null) return null;
  try {
    const session: Session = JSON.parse(stored);
    return typeof session.token === "string" ? session : null;
  } catch {
    return null;
  }
}

/** A renewed token is no news for the pages: the person stays, and so does what they see. */
function isSamePerson(before: string | null, after: string | null): boolean {
  const person = parse(before)?.subject;
  return person !== undefined && person === parse(after)?.subject;
}

export function accessToken(): string | null {
  return readSession()?.token ?? null;
}

export function keepSession(session: Session): void {
  const before = localStorage.getItem(KEY);
  const after = JSON.stringify(session);
  localStorage.setItem(KEY, after);
  if (isSamePerson(before, after)) return;
  for (const listener of listeners) listener(null);
}

/** Forgets the session; the pages hear why. */
export function endSession(why: Ended): void {
  if (localStorage.getItem(KEY) === null) return;
  localStorage.removeItem(KEY);
  for (const listener of listeners) listener(why);
}

/** Calls back when somebody's session begins (null) or ends, here or in another tab. */
export function onSessionChange(listener: Listener): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key !== KEY || isSamePerson(event.oldValue, event.newValue)) return;
    listener(event.newValue === null ? "signed-out" : null);
  };
  listeners.add(listener);
  window.addEventListener("storage", onStorage);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", onStorage);
  };
}

/** Gets a new token in place of `expired`, once for however many requests and tabs found it so. */
export function renewSession(expired: string): Promise<boolean> {
  // A refresh token is good once: a second tab that used it would end the session of both.
  renewing ??= navigator.locks
    .request("csms.renewal", async () => {
      const current = accessToken();
      if (current !== expired) return current !== null;
      const { renew } = await import("./oidc");
      return renew();
    })
    .catch(() => false)
    .finally(() => {
      renewing = null;
    });
  return renewing;
}
