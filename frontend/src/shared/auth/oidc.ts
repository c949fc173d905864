import { type User, UserManager, WebStorageStateStore } from "oidc-client-ts";
import { loadConfig } from "./config";
import { endSession, keepSession, readSession } from "./session";

/** Where the provider sends the browser back to; must be registered there. */
const SIGNED_IN_PATH = "/signed-in";
const SIGNED_OUT_PATH = "/signed-out";

async function manager(): Promise<UserManager> {
  const { signIn } = await loadConfig();
  return new UserManager({
    authority: signIn.authority,
    client_id: signIn.clientId,
    scope: signIn.scope,
    extraQueryParams: signIn.extra,
    redirect_uri: window.location.origin + SIGNED_IN_PATH,
    post_logout_redirect_uri: window.location.origin + SIGNED_OUT_PATH,
    response_type: "code",
    automaticSilentRenew: false,
    monitorSession: false,
    stateStore: new WebStorageStateStore({ store: sessionStorage, prefix: "csms.oidc." }),
    userStore: new WebStorageStateStore({ store: sessionStorage, prefix: "csms.oidc." }),
  });
}

/** Leaves for the provider's page; `to` is where the person wanted to go. */
export async function signIn(to: string): Promise<void> {
  await (await manager()).signinRedirect({ state: { to } });
}

/** Completes a sign-in at SIGNED_IN_PATH; returns where the person wanted to go. */
export async function completeSignIn(): Promise<string> {
  const oidc = await manager();
  const user = await oidc.signinRedirectCallback();
  await keep(user);
  await oidc.removeUser();
  const state: unknown = user.state;
  const to = typeof state === "object" && state !== null && "to" in state ? state.to : "/";
  return typeof to === "string" ? to : "/";
}

/** A new token without leaving the page; false when the provider wants the person again. */
export async function renew(): Promise<boolean> {
  const session = readSession();
  if (!session?.refreshToken) return false;
  const oidc = await manager();
  const form = new URLSearchParams({
    grant_type: "refresh_token",
    client_id: oidc.settings.client_id,
    refresh_token: session.refreshToken,
  });
  const endpoint = await oidc.metadataService.getTokenEndpoint();
  if (!endpoint) return false;
  const response = await fetch(endpoint, { method: "POST", body: form });
  if (!response.ok) return false;
  const given: { access_token?: string; id_token?: string; refresh_token?: string } =
    await response.json();
  const { signIn: settings } = await loadConfig();
  const token = given[settings.token];
  if (!token) return false;
  keepSession({
    ...session,
    token,
    idToken: given.id_token ?? session.idToken,
    refreshToken: given.refresh_token ?? session.refreshToken,
  });
  return true;
}

/** Forgets the session here, and ends it at the provider where it can. */
export async function signOut(): Promise<void> {
  const idToken = readSession()?.idToken ?? undefined;
  endSession("signed-out");
  const oidc = await manager();
  if (await oidc.metadataService.getEndSessionEndpoint()) {
    await oidc.signoutRedirect({ id_token_hint: idToken });
  } else {
    window.location.assign(SIGNED_OUT_PATH);
  }
}

async function keep(user: User): Promise<void> {
  const { signIn: settings } = await loadConfig();
  const token = settings.token === "id_token" ? user.id_token : user.access_token;
  if (!token) throw new Error(`the provider gave no ${settings.token}`);
  keepSession({
    token,
    idToken: user.id_token ?? null,
    refreshToken: user.refresh_token ?? null,
    subject: user.profile.sub,
  });
}
