const MOST_KEPT = 200;

interface Kept {
  etag: string;
  body: string;
  type: string;
}

/** The last good answer per address, so that a poll which finds nothing new costs no body. */
export class Etags {
  private readonly kept = new Map<string, Kept>();

  /** Asks with the validator of the answer we have. */
  offer(request: Request): void {
    const known = this.kept.get(keyOf(request));
    if (known) request.headers.set("If-None-Match", known.etag);
  }

  /** Keeps a 200, and turns a 304 into the answer we have. */
  async settle(request: Request, response: Response): Promise<Response> {
    const key = keyOf(request);
    if (response.status === 304) {
      const known = this.kept.get(key);
      if (!known) return response;
      const headers = new Headers(response.headers);
      headers.set("content-type", known.type);
      // A 304 has no body and may say so; what is handed on has one.
      headers.delete("content-length");
      return new Response(known.body, { status: 200, headers });
    }
    const etag = response.headers.get("etag");
    if (response.status !== 200 || !etag) return response;
    this.kept.delete(key);
    this.kept.set(key, {
      etag,
      body: await response.clone().text(),
      type: response.headers.get("content-type") ?? "application/json",
    });
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST_KEPT) break;
      this.kept.delete(oldest);
    }
    return response;
  }

  /** Forgets everything: another person signed in. */
  clear(): void {
    this.kept.clear();
  }
}

function keyOf(request: Request): string {
  return request.url;
}
