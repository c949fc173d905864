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
  const stored = localStorage.getItem(KEY);
  if (stored === null) return null;
  try {
    const session: Session = JSON.parse(stored);
    return typeof session.token === "string" ? session : null;
  } catch {
    return null;
  }
}

export function accessToken(): string | null {
  return readSession()?.token ?? null;
}

export function keepSession(session: Session): void {
  localStorage.setItem(KEY, JSON.stringify(session));
  for (const listener of listeners) listener(null);
}

/** Forgets the session; the pages hear why. */
export function endSession(why: Ended): void {
  if (localStorage.getItem(KEY) === null) return;
  localStorage.removeItem(KEY);
  for (const listener of listeners) listener(why);
}

/** Calls back when a session begins (null) or ends, here or in another tab. */
export function onSessionChange(listener: Listener): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key === KEY) listener(event.newValue === null ? "signed-out" : null);
  };
  listeners.add(listener);
  window.addEventListener("storage", onStorage);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", onStorage);
  };
}

/** Gets a new token, once for however many requests found the old one expired. */
export function renewSession(): Promise<boolean> {
  renewing ??= import("./oidc")
    .then(({ renew }) => renew())
    .catch(() => false)
    .finally(() => {
      renewing = null;
    });
  return renewing;
}
