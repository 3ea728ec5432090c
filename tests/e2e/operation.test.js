// The commands of whoever runs it, with the real binary.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { startServer } from "./support/server.js";

const get = async (address, headers = {}) => {
  const answer = await fetch(address, { headers });
  return { status: answer.status, text: await answer.text() };
};

test("a copy made while serving starts elsewhere with everything, the secret too", async () => {
  const server = await startServer();
  const folder = mkdtempSync(join(tmpdir(), "saiets-e2e-"));
  try {
    const file = join(folder, "backup.gz");
    const other = join(folder, "data");
    assert.match(server.saiets("backup", file), /rows in \d+ tables/);
    assert.match(server.elsewhere(other, "restore", file), /^Restored \d+ rows/);
    assert.equal(readFileSync(join(other, "secret"), "utf8"), readFileSync(join(server.data, "secret"), "utf8"));
    assert.throws(() => server.elsewhere(other, "restore", file), /--replace/);
    assert.match(server.elsewhere(other, "restore", "--replace", file), /^Restored/);
    assert.match(server.elsewhere(other, "check"), /fine +schema/);
    assert.ok(!existsSync(`${file}.part`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await server.stop();
  }
});

test("it is ready, is counted, and stops when asked, with a status of 0", async (t) => {
  const server = await startServer();
  t.after(() => server.stop());
  assert.deepEqual(await get(`${server.address}/readyz`), { status: 200, text: "ready\n" });
  const { text } = await get(`${server.address}/metrics`);
  assert.match(text, /saiets_http_request_seconds_count\{method="GET",route="\/readyz",status="2xx"\} 1/);
  assert.equal((await get(`${server.address}/metrics`, { "X-Forwarded-For": "127.0.0.1" })).status, 404);
  const watched = await fetch(`${server.address}/events`, { redirect: "manual" });
  await watched.body?.cancel();
  assert.equal(await server.stop(), 0, server.log());
  assert.match(server.log(), /"message":"stopped"/);
});
