// Has npm's ical.js read calendars: judge.mjs FILE.ics… (exit 1 on any complaint).
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

// The module may stand in a cache outside the clone: JUDGES_MODULES names the folder that has node_modules.
const from = createRequire(pathToFileURL(`${process.env.JUDGES_MODULES ?? import.meta.dirname}/`));
const ICAL = (await import(pathToFileURL(from.resolve("ical.js")))).default;

function* judge(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  for (const component of calendar.getAllSubcomponents("vevent")) {
    const event = new ICAL.Event(component);
    const which = event.uid;
    for (const name of ["dtstart", "dtend"]) {
      const property = component.getFirstProperty(name);
      const tzid = property.getParameter("tzid");
      const zone = property.getFirstValue().zone;
      if (tzid && zone?.tzid !== tzid) yield `${which}: ${name} is not understood in ${tzid}`;
      if (!tzid && zone !== ICAL.Timezone.utcTimezone) yield `${which}: ${name} is floating`;
    }
    if (!(event.endDate.toUnixTime() > event.startDate.toUnixTime())) yield `${which}: ends before it starts`;
    if (!event.summary && event.summary !== "") yield `${which}: no summary`;
    for (const property of component.getAllProperties("attendee")) {
      if (!/^mailto:[^\s]+@[^\s]+$/.test(property.getFirstValue())) yield `${which}: attendee ${property.getFirstValue()}`;
    }
  }
  const again = new ICAL.Component(ICAL.parse(calendar.toString()));
  if (JSON.stringify(again.toJSON()) !== JSON.stringify(calendar.toJSON())) yield "reads differently when written again";
}

const files = process.argv.slice(2);
let bad = 0;
for (const file of files) {
  try {
    for (const complaint of judge(readFileSync(file, "utf8"))) {
      console.error(`${file}: ical.js: ${complaint}`);
      bad += 1;
    }
  } catch (error) {
    console.error(`${file}: ical.js: ${error}`);
    bad += 1;
  }
}
console.log(`judge.mjs: ${files.length} calendars, ${bad} complaints`);
process.exit(bad || files.length === 0 ? 1 : 0);
