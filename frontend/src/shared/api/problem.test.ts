import { expect, test } from "vitest";
import { problemOf } from "./problem";

const answer = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers });

test("a problem document is read whole", () => {
  const problem = problemOf(answer(422), {
    title: "Unprocessable",
    detail: "body.name: too long",
    request_id: "r-1",
    errors: [{ field: "body.name", message: "too long" }, { nonsense: true }],
  });
  expect(problem.requestId).toBe("r-1");
  expect(problem.errors).toEqual([{ field: "body.name", message: "too long" }]);
});

test("anything else still has a status and a request id", () => {
  const problem = problemOf(answer(503, { "x-request-id": "r-2", "retry-after": "2" }), "<html>");
  expect(problem).toMatchObject({ status: 503, requestId: "r-2", retryAfterS: 2, errors: [] });
});

test("a gateway's message is the title", () => {
  expect(problemOf(answer(429), { message: "Too Many Requests" }).title).toBe("Too Many Requests");
});
