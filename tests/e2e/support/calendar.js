// Calendar entries as a program reads them: unfolded, property by property.

/** The long lines of a calendar made whole again. */
export const unfolded = (text) => text.replace(/\r\n[ \t]/g, "").split("\r\n");

/** The events of a calendar; each has its properties by name, `DTSTART` with its parameters in `DTSTART;`. */
export function eventsOf(text) {
  const events = [];
  for (const line of unfolded(text)) {
    if (line === "BEGIN:VEVENT") events.push({});
    const [, name, parameters, value] = /^([A-Z-]+)((?:;[^:]*)?):(.*)$/.exec(line) ?? [];
    if (!name || events.length === 0) continue;
    events.at(-1)[name] ??= value;
    events.at(-1)[`${name};`] ??= parameters.slice(1);
  }
  return events;
}

/** The third Wednesdays of August from today on, as `YYYY-MM-DD`. */
export function thirdWednesdays(count, today = new Date()) {
  const days = [];
  for (let year = today.getUTCFullYear(); days.length < count; year += 1) {
    const first = new Date(Date.UTC(year, 7, 1)).getUTCDay();
    const day = new Date(Date.UTC(year, 7, 1 + ((3 - first + 7) % 7) + 14));
    if (day >= today) days.push(day.toISOString().slice(0, 10));
  }
  return days;
}
