import type { ReactNode } from "react";
import { Logo } from "#/shared/ui/Logo";
import { usePageTitle } from "#/shared/ui/usePageTitle";

/** The calm page around signing in and out. */
export function Doorway({ title, children }: { title: string; children: ReactNode }) {
  usePageTitle(title);
  return (
    <main className="relative grid min-h-dvh grid-rows-[auto_1fr_auto] overflow-hidden bg-hero px-6 py-8 text-on-hero">
      <Current />
      <div className="relative">
        <Logo />
      </div>
      <div className="relative mx-auto grid w-full max-w-sm content-center gap-5 py-10">
        <h1 className="text-display font-semibold">{title}</h1>
        {children}
      </div>
    </main>
  );
}

/** Lines of current flowing towards the bottom: decoration. */
function Current() {
  const lines = [
    "M40 -20V260q0 60 60 60h90q60 0 60 60V900",
    "M120 -20V180q0 60 60 60h150q60 0 60 60V900",
    "M-20 420h140q60 0 60 60V900",
  ];
  return (
    <svg
      aria-hidden="true"
      className="absolute inset-y-0 right-0 h-full w-[420px] opacity-70 max-md:[mask-image:linear-gradient(#000_10%,transparent_28%,transparent_72%,#000_90%)]"
      viewBox="0 0 420 880"
      fill="none"
      preserveAspectRatio="xMaxYMid slice"
    >
      {lines.map((path) => (
        <g key={path}>
          <path d={path} stroke="var(--c-hero-line)" strokeWidth="2" />
          <path
            d={path}
            stroke="var(--c-volt)"
            strokeWidth="2"
            strokeDasharray="4 20"
            strokeLinecap="round"
            opacity="0.55"
            className="animate-[flow_1.6s_linear_infinite]"
          />
        </g>
      ))}
    </svg>
  );
}
