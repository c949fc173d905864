import type { CommandField } from "../fields";

/** A command as a form: what it does, what it takes, and what to ask before it goes out. */
export interface CommandForm {
  action: string;
  name: string;
  about: string;
  fields: CommandField[];
  /** Asked first, for what disturbs a driver or cannot be undone. */
  warning?: (payload: Record<string, unknown>) => string | null;
  /** Not for chargers that nobody approved yet. */
  needsApproval?: boolean;
}

export interface CommandGroup {
  name: string;
  forms: CommandForm[];
}
