/** What one build learns about the stage it is served by, from /config.json. */
export interface Config {
  /** The operator's name, in the header and on receipts. */
  name: string;
  signIn: {
    authority: string;
    clientId: string;
    scope: string;
    /** Which token the API checks: most providers give the access token its audience. */
    token: "access_token" | "id_token";
    /** Added to the sign-in request, as Auth0's `audience`. */
    extra: Record<string, string>;
  };
  /** Map tiles; an empty url shows the bundled outline only. */
  tiles: { url: string; attribution: string };
}

let loading: Promise<Config> | null = null;

/** Reads /config.json once; a failed read is tried again the next time. */
export function loadConfig(): Promise<Config> {
  loading ??= read().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function read(): Promise<Config> {
  const response = await fetch("/config.json", { cache: "no-cache" });
  if (!response.ok) throw new Error(`config.json: ${response.status}`);
  const given: Partial<Config> = await response.json();
  return {
    name: given.name ?? "Ampere",
    signIn: {
      authority: given.signIn?.authority ?? "",
      clientId: given.signIn?.clientId ?? "",
      scope: given.signIn?.scope ?? "openid profile email offline_access",
      token: given.signIn?.token ?? "access_token",
      extra: given.signIn?.extra ?? {},
    },
    tiles: given.tiles ?? { url: "", attribution: "" },
  };
}
