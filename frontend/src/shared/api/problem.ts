/** What the API says when it refuses: a problem document (RFC 9457), or what we know without one. */
export interface Problem {
  status: number;
  title: string;
  detail: string;
  requestId: string | null;
  /** A stable word for the rule that refused, as `insufficient_funds`. */
  reason: string | null;
  errors: FieldProblem[];
  retryAfterS: number | null;
}

/** One wrong field; `field` is where it is, as `body.name`, `message` the API's own sentence. */
export interface FieldProblem {
  field: string;
  message: string;
  /** A stable word for what is wrong, as `string_too_long`, and the figures of its sentence. */
  code?: string | null;
  params?: Record<string, unknown> | null;
}

/** A request that got no good answer; status 0 means no answer at all. */
export class ApiError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail || problem.title);
    this.name = "ApiError";
    this.problem = problem;
  }

  get status(): number {
    return this.problem.status;
  }

  /** Whether what a form began with is older than what is saved now. */
  get isChangedMeanwhile(): boolean {
    return this.problem.reason === "changed-meanwhile";
  }
}

/** Reads the answer's body, whatever it is, as a problem. */
export function problemOf(response: Response, body: unknown): Problem {
  const fields: Record<string, unknown> = isRecord(body) ? body : {};
  const text = (name: string) => (typeof fields[name] === "string" ? fields[name] : null);
  const retryAfter = Number(response.headers.get("retry-after") ?? Number.NaN);
  return {
    status: response.status,
    title: text("title") ?? text("message") ?? response.statusText,
    detail: text("detail") ?? "",
    requestId: text("request_id") ?? response.headers.get("x-request-id"),
    reason: text("reason"),
    errors: Array.isArray(fields.errors) ? fields.errors.filter(isFieldProblem) : oneField(fields),
    retryAfterS: Number.isFinite(retryAfter) ? retryAfter : null,
  };
}

function oneField(fields: Record<string, unknown>): FieldProblem[] {
  const { field, detail } = fields;
  return typeof field === "string" && typeof detail === "string"
    ? [{ field, message: detail }]
    : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return isRecord(value) && typeof value.field === "string" && typeof value.message === "string";
}
