import { expect, test } from "vitest";
import { call, Problem } from "../../src/console/api/client";
import { atField } from "../../src/console/api/problems";
import { csrfToken } from "../../src/console/shell/config";
import { fakeApi, wrong } from "./api";

const api = fakeApi();

test("a read carries neither a token nor a type", async () => {
  api.on("GET thing", { body: { id: 1 } });
  expect(await call("thing")).toEqual({ id: 1 });
  expect(api.asked[0]?.headers).toEqual({ Accept: "application/json" });
});

test.each(["POST", "PUT", "PATCH", "DELETE"] as const)(
  "%s carries the CSRF token and JSON",
  async (method) => {
    // biome-ignore lint/suspicious/noDocumentCookie: happy-dom keeps cookies here only
    document.cookie = "csrftoken=abc";
    api.on(`${method} thing`, { body: {} });
    await call("thing", { method, body: { a: 1 } });
    expect(api.asked[0]).toMatchObject({
      body: { a: 1 },
      headers: { "X-CSRFToken": "abc", "Content-Type": "application/json" },
    });
  },
);

test("in production the CSRF token is in a cookie that no other host can set", () => {
  expect(csrfToken("theme=dark; __Host-csrf=a%3Db")).toBe("a=b");
  expect(csrfToken("xcsrftoken=no; csrftoken=yes; csrftokens=no")).toBe("yes");
  expect(csrfToken("theme=dark")).toBe("");
});

test("a form with a file names its own type", async () => {
  api.on("PUT logo", { body: {} });
  const form = new FormData();
  form.append("file", new Blob(["x"]), "logo.png");
  await call("logo", { method: "PUT", body: form });
  expect(api.asked[0]?.headers).not.toHaveProperty("Content-Type");
  expect(api.asked[0]?.body).toBe(form);
});

test("an answer without a body is null", async () => {
  api.on("DELETE thing", { status: 204 });
  expect(await call("thing", { method: "DELETE" })).toBeNull();
});

test("a refusal knows its field and its request id", async () => {
  api.on("PATCH thing", wrong("name", "name: Too long."));
  const problem = await call("thing", { method: "PATCH", body: {} }).catch((reason: unknown) => reason);
  expect(problem).toBeInstanceOf(Problem);
  expect(problem).toMatchObject({ status: 422, param: "name", requestId: "req_1" });
});

const at = (param: string | null, message: string, status = 422) =>
  new Problem(message, { status, code: "parameter_invalid", requestId: null, param });

test("words at a field do not repeat its name", () => {
  expect(atField(at("name", "name: too long."), "name")).toBe("Too long.");
  expect(atField(at("name", "Too long."), "other")).toBeNull();
});

test("a field tells what is wrong with a part of it, and not of another whose name begins alike", () => {
  expect(atField(at("languages.1", "languages.1: No such language."), "languages")).toBe("No such language.");
  expect(atField(at("name_of_cat", "No."), "name")).toBeNull();
});

test("a value that somebody else has is wrong at its field too", () => {
  expect(atField(at("domain", "domain: It is taken.", 409), "domain")).toBe("It is taken.");
});

test("only what is wrong with a value is said at a field", () => {
  expect(atField(at("name", "No.", 403), "name")).toBeNull();
  expect(atField(new Error("broken"), "name")).toBeNull();
  expect(atField(null, "name")).toBeNull();
});
