// The service worker: the app opens without a network, and says so. What the API answers - money,
// chargers, sessions - is never kept here. The build fills in the version and the files.
const CACHE = "ampere-__VERSION__";
const SHELL = "/index.html";
const FILES = __FILES__;
// These addresses of the same host belong to the server, not to the app.
const SERVER = /^\/(api|auth|users|webhooks|health|f|ocpp|_identity)(\/|$)/;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([SHELL, ...FILES])));
});

// A new version waits until the tabs of the old one are closed: an open page keeps its own files.
self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name.startsWith("ampere-") && name !== CACHE))
      .then((old) => Promise.all(old.map((name) => caches.delete(name)))),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    // The network first, so that nobody is kept on an old version.
    if (!SERVER.test(pathname)) event.respondWith(fetch(request).catch(() => kept(SHELL)));
  } else if (pathname.startsWith("/assets/")) {
    event.respondWith(asset(request));
  } else if (pathname === "/config.json") {
    event.respondWith(config(request));
  }
});

async function kept(address) {
  return (await caches.match(address)) ?? Response.error();
}

/** Names below /assets/ carry a hash: what was fetched once stays true. */
async function asset(request) {
  const known = await caches.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(CACHE)).put(request, answer.clone());
  return answer;
}

/** The last known settings of the stage, when it does not answer. */
async function config(request) {
  try {
    const answer = await fetch(request);
    if (answer.ok) await (await caches.open(CACHE)).put(request, answer.clone());
    return answer;
  } catch {
    return kept(request);
  }
}
