import { accessToken, endSession, renewSession } from "#/shared/auth/session";
import { noteServerTime } from "#/shared/live/serverClock";
import { Etags } from "./etags";

export const etags = new Etags();

/**
 * The `fetch` of both API clients: bearer token, ETags, the server's clock, and one renewal after
 * a 401. A second 401 ends the session; the pages then offer to sign in again and come back.
 */
export async function send(request: Request): Promise<Response> {
  const retry = request.clone();
  const token = accessToken();
  const response = await sendOnce(request);
  if (response.status !== 401 || token === null) return response;
  if (!(await renewSession(token))) {
    endSession("expired");
    return response;
  }
  const again = await sendOnce(retry);
  if (again.status === 401) endSession("expired");
  return again;
}

async function sendOnce(request: Request): Promise<Response> {
  const token = accessToken();
  if (token !== null) request.headers.set("Authorization", `Bearer ${token}`);
  const isRead = request.method === "GET";
  if (isRead) etags.offer(request);
  const response = await fetch(request, { cache: "no-store" });
  noteServerTime(response.headers.get("date"));
  return isRead ? etags.settle(request, response) : response;
}
