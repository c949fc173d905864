import type { Client } from "openapi-fetch";
import { send } from "./send";

type Query = Record<string, unknown>;

interface Options {
  params?: { path?: Query; query?: Query; header?: Query };
  /** Sent as JSON, unless the headers name another type: then it is a text. */
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  parseAs?: "text";
}

/** A client of one API: openapi-fetch's types over the little of it that our two APIs need. */
export function createClient<Paths extends {}>() {
  const ask = (method: string) => (path: string, options?: Options) => call(method, path, options);
  const client: unknown = {
    GET: ask("GET"),
    POST: ask("POST"),
    PUT: ask("PUT"),
    PATCH: ask("PATCH"),
    DELETE: ask("DELETE"),
  };
  return client as Pick<Client<Paths>, "GET" | "POST" | "PUT" | "PATCH" | "DELETE">;
}

async function call(method: string, path: string, { params, ...options }: Options = {}) {
  const headers = new Headers(options.headers);
  for (const [name, value] of given(params?.header)) headers.set(name, value);
  const isText = headers.has("Content-Type");
  const body =
    options.body === undefined ? null : isText ? `${options.body}` : JSON.stringify(options.body);
  if (body !== null && !isText) headers.set("Content-Type", "application/json");
  const url = addressOf(path, params?.path, params?.query);
  const response = await send(
    new Request(url, { method, headers, body, signal: options.signal ?? null }),
  );
  const text = await response.text();
  if (!response.ok) return { error: parsed(text), response };
  const data = options.parseAs === "text" ? text : text === "" ? undefined : JSON.parse(text);
  return { data, response };
}

/** The address with its `{names}` filled in; what is undefined or null is not asked for. */
export function addressOf(path: string, names?: Query, query?: Query): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(String(names?.[name] ?? "")),
  );
  const url = new URL(filled, window.location.origin);
  for (const [name, value] of given(query)) url.searchParams.append(name, value);
  return url.href;
}

function given(parameters: Query = {}): [string, string][] {
  return Object.entries(parameters).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((one) => one !== undefined && one !== null)
      .map((one): [string, string] => [name, String(one)]),
  );
}

/** A refusal is JSON, or whatever a proxy answered. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
