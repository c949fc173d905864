import { ApiError, type FieldProblem } from "#/shared/api/problem";
import { useWord } from "#/shared/i18n/words";
import { FIELD_MISTAKES } from "./words/fieldMistakes";

export interface FormErrors<Name extends string> {
  /** What is wrong with a field, to stand at it. */
  wrong: (name: Name) => string | null;
  /** Wrong fields that the form has no place for. */
  unplaced: { where: string; text: string }[];
  /** The error where it names no fields at all, else null. */
  rest: unknown;
}

/**
 * Puts a refusal of the API at the fields of a form. names: of its fields, as the body has them; a
 * field stands for all that is in it, as `windows` for `windows.0.name`.
 */
export function useFormErrors<const Name extends string>(
  error: unknown,
  names: readonly Name[],
): FormErrors<Name> {
  const word = useWord();
  const found = error instanceof ApiError ? error.problem.errors.map(placed) : [];
  const tell = ({ code, params, message }: FieldProblem) =>
    word(FIELD_MISTAKES, code ?? "", { otherwise: message, values: params ?? {} });
  const isOf = (name: string) => (one: FieldProblem) =>
    one.field === name || one.field.startsWith(`${name}.`);
  return {
    wrong: (name) => {
      const first = found.find(isOf(name));
      return first ? tell(first) : null;
    },
    unplaced: found
      .filter((one) => !names.some((name) => isOf(name)(one)))
      .map((one) => ({ where: one.field, text: tell(one) })),
    rest: found.length === 0 ? error : null,
  };
}

/** Where it is within the body. */
function placed(problem: FieldProblem): FieldProblem {
  return { ...problem, field: problem.field.replace(/^body\./, "") };
}
