import { ApiError, problemOf } from "./problem";

interface Answer<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** The answer's body. Throws ApiError for a refusal, or with status 0 when nothing answered. */
export async function unwrap<Data>(request: Promise<Answer<Data>>): Promise<Data> {
  let answer: Answer<Data>;
  try {
    answer = await request;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError({
      status: 0,
      title: "",
      detail: "",
      requestId: null,
      reason: null,
      errors: [],
      retryAfterS: null,
    });
  }
  if (!answer.response.ok) throw new ApiError(problemOf(answer.response, answer.error));
  // A 204 has no body; its type is undefined as well.
  return answer.data as Data;
}
