import { ApiError, type FieldProblem } from "#/shared/api/problem";
import { useWord } from "#/shared/i18n/words";
import { useFormat } from "#/shared/lib/useFormat";
import type { Unit } from "./units";
import { FIELD_MISTAKES } from "./words/fieldMistakes";

export interface FormErrors<Name extends string> {
  /** What is wrong with a field, to stand at it. */
  wrong: (name: Name) => string | null;
  /** Wrong fields that the form has no place for. */
  unplaced: { where: string; text: string }[];
  /** The error where it names no fields at all, else null. */
  rest: unknown;
}

/** What the fields of a form show of what the API names, by the last part of its name. */
interface Shown {
  /** What they count in, where that is not what the API counts in. */
  units?: Readonly<Record<string, Unit>>;
  /** What they are called, where a mistake of one can name another. */
  labels?: Readonly<Record<string, string>>;
}

/**
 * Puts a refusal of the API at the fields of a form. names: of its fields, as the body has them; a
 * field stands for all that is in it, as `windows` for `windows.0.name`, unless that has its own.
 */
export function useFormErrors<const Name extends string>(
  error: unknown,
  names: readonly Name[],
  { units = {}, labels = {} }: Shown = {},
): FormErrors<Name> {
  const word = useWord();
  const format = useFormat();
  const found = error instanceof ApiError ? error.problem.errors.map(placed) : [];
  const shown = (field: string, value: unknown) => {
    const unit = units[lastOf(field)];
    if (unit && typeof value === "number") return format.decimal(unit.write(value));
    return typeof value === "string" ? (labels[value] ?? value) : value;
  };
  const tell = ({ field, code, params, message }: FieldProblem) => {
    const figures = Object.entries(params ?? {});
    const values = Object.fromEntries(figures.map(([name, one]) => [name, shown(field, one)]));
    return word(FIELD_MISTAKES, code ?? "", { otherwise: message, values });
  };
  return {
    wrong: (name) => {
      const first = found.find(({ field }) => closest(names, field) === name);
      return first ? tell(first) : null;
    },
    unplaced: found
      .filter(({ field }) => closest(names, field) === undefined)
      .map((one) => ({ where: one.field, text: tell(one) })),
    rest: found.length === 0 ? error : null,
  };
}

/** The name that tells most exactly where something is. */
function closest<Name extends string>(names: readonly Name[], field: string): Name | undefined {
  return names
    .filter((name) => field === name || field.startsWith(`${name}.`))
    .sort((one, other) => other.length - one.length)[0];
}

function lastOf(field: string): string {
  return field.slice(field.lastIndexOf(".") + 1);
}

/** Where it is within the body. */
function placed(problem: FieldProblem): FieldProblem {
  return { ...problem, field: problem.field.replace(/^body\./, "") };
}
