import type { SVGProps } from "react";
import type { IconName } from "./iconNames";
import sprite from "./icons.svg";

export type { IconName } from "./iconNames";

interface Props extends SVGProps<SVGSVGElement> {
  name: IconName;
}

/** A sign beside words that say the same. Drawn from one cached file, so that icons are no code. */
export function Icon({ name, ...rest }: Props) {
  return (
    <svg
      aria-hidden="true"
      width="24"
      height="24"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      {...rest}
    >
      <use href={`${sprite}#${name}`} />
    </svg>
  );
}
