/** The mark: a bolt on deep green. */
export function LogoMark({ className = "size-8" }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className={className}>
      <rect width="32" height="32" rx="9" fill="#123b2c" />
      <path
        d="M18.2 5.5 8.8 17.6c-.4.5 0 1.3.6 1.3h5.1l-1 7.4c-.1.8.9 1.2 1.4.6l9-12.3c.4-.5 0-1.3-.6-1.3h-5l1.3-7.2c.2-.8-.9-1.3-1.4-.6Z"
        fill="#c8f169"
      />
    </svg>
  );
}

export function Logo() {
  return (
    <span className="inline-flex items-center gap-2.5">
      <LogoMark />
      <span className="text-lg font-semibold tracking-tight">Ampere</span>
    </span>
  );
}
