// The mails that a server put into its folder.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { eventsOf, unfolded } from "./calendar.js";

const PATIENCE = 20_000;

function decoded(body, encoding) {
  if (/base64/i.test(encoding)) return Buffer.from(body, "base64").toString("utf8");
  if (!/quoted-printable/i.test(encoding)) return body;
  const bytes = body.replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

// Headers and body of a part.
function split(raw) {
  const at = raw.search(/\r?\n\r?\n/);
  const head = raw.slice(0, at).replace(/\r?\n[ \t]+/g, " ");
  const header = (name) => new RegExp(`^${name}:\\s*(.*)$`, "im").exec(head)?.[1] ?? "";
  return { header, body: raw.slice(at).replace(/^\r?\n\r?\n/, "") };
}

function partsOf(raw) {
  const { header, body } = split(raw);
  const type = header("Content-Type");
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (!boundary) return [{ type, text: decoded(body, header("Content-Transfer-Encoding")) }];
  return body.split(`--${boundary}`).slice(1, -1).flatMap((part) => partsOf(part.replace(/^\r?\n/, "")));
}

/** One mail: `to`, and for an entry `method` (of the header and of the calendar, which must be one) and `event`. */
function read(file) {
  const raw = readFileSync(file, "latin1");
  const utf8 = Buffer.from(raw, "latin1").toString("utf8");
  const calendar = partsOf(utf8).find(({ type }) => /^text\/calendar/i.test(type));
  const mail = { file, to: split(utf8).header("To") };
  if (!calendar) return mail;
  const said = /method="?([A-Z]+)"?/i.exec(calendar.type)?.[1];
  const method = unfolded(calendar.text).find((line) => line.startsWith("METHOD:"))?.slice(7);
  return { ...mail, method: said === method ? method : `${said} in the header, ${method} inside`, event: eventsOf(calendar.text)[0] };
}

/** Waits for the worker: the first mail that fits, or a failure that says which mails there are. */
export async function mailThat(data, fits) {
  const folder = join(data, "mail");
  const list = () => {
    try {
      return readdirSync(folder).filter((name) => name.endsWith(".eml")).sort();
    } catch {
      return [];
    }
  };
  const seen = new Map();
  for (const end = Date.now() + PATIENCE; Date.now() < end; await pause(100)) {
    for (const name of list()) if (!seen.has(name)) seen.set(name, read(join(folder, name)));
    const found = [...seen.values()].find(fits);
    if (found) return found;
  }
  const had = [...seen.values()].map(({ to, method, event }) => `${to} ${method ?? "no entry"} ${event?.UID ?? ""} ${event?.SEQUENCE ?? ""}`);
  throw new Error(`no such mail within ${PATIENCE / 1000} s; there are:\n${had.join("\n")}`);
}

/** The mails to somebody that are there by now. */
export function lettersTo(data, address) {
  const folder = join(data, "mail");
  const files = readdirSync(folder).filter((name) => name.endsWith(".eml"));
  return files.map((name) => read(join(folder, name))).filter(({ to }) => to?.includes(address));
}
