// A server of the tests' own: a free port, a data folder that goes with it.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const binary = process.env.SAIETS_BINARY ?? join(process.env.CARGO_TARGET_DIR ?? "target", "debug", "saiets");

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

// A variable of whoever runs the tests must not reach the server.
function ownEnvironment(settings) {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("SAIETS_") && !name.startsWith("LEPTOS_"));
  return { ...Object.fromEntries(inherited), ...settings };
}

function runOnce(env, args) {
  const ended = spawnSync(binary, args, { env, encoding: "utf8" });
  if (ended.status !== 0) throw new Error(`saiets ${args.join(" ")}: ${ended.error ?? ended.stderr}`);
  return ended.stdout.trim();
}

function loadDemo(data, env) {
  const loaded = process.env.SAIETS_TEST_DEMO_DIR;
  if (loaded) cpSync(loaded, data, { recursive: true });
  else runOnce(env, ["demo"]);
}

async function untilReady(child, address, output) {
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error(`saiets serve ended:\n${output.join("")}`);
    const answer = await fetch(address, { redirect: "manual" }).catch(() => null);
    // Read to its end: a forgotten body takes its connection along when it is cleared away, with whoever uses that by then.
    await answer?.text();
    if (answer && answer.status < 500) return;
    await pause(100);
  }
  throw new Error(`saiets serve does not answer:\n${output.join("")}`);
}

async function end(child, data) {
  if (child.exitCode === null) {
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    const kill = setTimeout(() => child.kill("SIGKILL"), 5000);
    await gone;
    clearTimeout(kill);
  }
  rmSync(data, { recursive: true, force: true });
  return child.exitCode;
}

/** Starts `saiets serve`; `demo: false` leaves the database empty. Limits on requests are off, the tests come from one address. */
export async function startServer({ demo = true, settings = {} } = {}) {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const data = mkdtempSync(join(tmpdir(), "saiets-e2e-"));
  const env = ownEnvironment({
    SAIETS_LISTEN: `127.0.0.1:${port}`,
    SAIETS_BASE_URL: address,
    SAIETS_DATA_DIR: data,
    SAIETS_RATE_LIMITS: "off",
    ...settings,
  });
  if (demo) loadDemo(data, env);
  const output = [];
  const child = spawn(binary, ["serve"], { env, stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.on("data", (chunk) => output.push(chunk));
  child.stderr.on("data", (chunk) => output.push(chunk));
  await untilReady(child, address, output);
  return {
    address,
    data,
    saiets: (...args) => runOnce(env, args),
    /** The same binary and settings, but over another data folder. */
    elsewhere: (folder, ...args) => runOnce({ ...env, SAIETS_DATA_DIR: folder }, args),
    signInLink: (email = "organiser@saiets.example") => runOnce(env, ["signin-link", "--email", email]),
    log: () => output.join(""),
    stop: () => end(child, data),
  };
}
