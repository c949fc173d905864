import { lingui } from "@lingui/vite-plugin";
import babel from "@rolldown/plugin-babel";
import tailwindcss from "@tailwindcss/vite";
import { tanstackRouter, tanstackRouterGenerator } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { serviceWorker } from "./scripts/serviceWorker.ts";
import { sharedChunks } from "./scripts/sharedChunks.ts";
import { words } from "./scripts/words.ts";

// The one-machine system that `npm run dev` talks to.
const SYSTEM = process.env.CSMS_URL ?? "http://127.0.0.1:8080";
const SERVER_PREFIXES = [
  "/api",
  "/auth",
  "/users",
  "/webhooks",
  "/health",
  "/_identity",
  "/config.json",
];

export default defineConfig({
  plugins: [
    tanstackRouter({ target: "react", autoCodeSplitting: true }),
    // The same without the operators' folder: what everybody's browser loads (src/router.ts).
    tanstackRouterGenerator({
      target: "react",
      disableTypes: true,
      routeFileIgnorePattern: "^admin$",
      generatedRouteTree: "./src/everybodysTree.gen.ts",
    }),
    react(),
    babel({ include: /\/src\/.*\.tsx?$/, plugins: ["@lingui/babel-plugin-lingui-macro"] }),
    lingui(),
    words(),
    tailwindcss(),
    sharedChunks(),
    serviceWorker(),
  ],
  resolve: {
    alias: {
      "#": new URL("./src", import.meta.url).pathname,
      // React has this itself; the router brings a copy for those that do not.
      "use-sync-external-store/shim/with-selector": "use-sync-external-store/with-selector",
    },
  },
  build: {
    target: "es2023",
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    manifest: true,
    modulePreload: { polyfill: false },
    // Which plugin takes how long is no news to who only wants the app.
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  server: {
    proxy: Object.fromEntries(
      SERVER_PREFIXES.map((prefix) => [prefix, { target: SYSTEM, changeOrigin: true }]),
    ),
  },
});
