// Calls of the API as a person, by a token of theirs.

/** `call(method, path, body, statuses)` gives the body of the answer; a status that is not expected is a failure that says what came. */
export function apiOf(server, email) {
  const token = server.saiets("token", "--email", email);
  return async (method, path, body, statuses = [200, 201, 204]) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const answer = await fetch(`${server.address}/api/v1${path}`, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
    const text = await answer.text();
    if (!statuses.includes(answer.status)) throw new Error(`${email}: ${method} ${path} answers ${answer.status}: ${text}`);
    return text ? JSON.parse(text) : null;
  };
}
