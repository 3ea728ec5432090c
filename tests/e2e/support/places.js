// Every page there is, by who may see it, on the demo data. Addresses are below the language.
import { thirdWednesdays } from "./calendar.js";

const FAR_ENOUGH = 60 * 86_400_000;

/** The demo's editions of the forum: held, announced (with topics and rounds), tentative. */
export function forums(today = new Date()) {
  const [next, after] = thirdWednesdays(2, new Date(today.getTime() + FAR_ENOUGH));
  return { held: "forum-2022", announced: `forum-${next.slice(0, 4)}`, tentative: `forum-${after.slice(0, 4)}`, open: thirdWednesdays(3)[2] };
}

/** What the tests cancel first, for its page to be seen. */
export const CANCELLED = "briefing-london";

/** The demo's written procedures: one that is answered now, one that has its result. */
const ASKED = "forum-format";
const COUNTED = "data-platform";

/** The demo's date poll. */
const POLL = "demo-date-poll";

/** The first session of the announced forum; the eight of 2022 come before it. */
const SESSION = 9;

const { held, announced, tentative, open } = forums();

export const places = {
  visitor: [
    "/",
    "/events",
    "/events?past=1",
    "/events?kind=written",
    "/plan",
    "/plan?runs=2",
    `/events/${announced}`,
    `/events/${tentative}`,
    `/events/${held}`,
    "/events/briefing-paris",
    `/events/${CANCELLED}`,
    `/events/${CANCELLED}/register`,
    `/events/${announced}/register`,
    `/events/${announced}/topics`,
    `/events/${announced}/topics?order=newest`,
    `/events/${announced}/topics/1`,
    `/events/${announced}/topics/5`,
    `/events/${announced}/topics/6`,
    `/events/${announced}/topics/6/comments/1`,
    `/events/${announced}/topics/10`,
    `/events/${announced}/topics/6/versions`,
    `/events/${tentative}/topics`,
    `/events/${announced}/rounds/1`,
    `/events/${announced}/rounds/2`,
    `/events/${announced}/agenda`,
    `/events/${announced}/agenda?time=own`,
    `/events/${announced}/agenda?release=1`,
    `/events/${held}/agenda`,
    `/events/${held}/outcomes`,
    `/events/${announced}/outcomes`,
    `/events/${tentative}/agenda`,
    `/events/${CANCELLED}/agenda`,
    "/series/forum",
    "/series/brussels-thematic",
    "/hosts/chancellery",
    `/polls/${POLL}`,
    `/events/${ASKED}`,
    `/events/${ASKED}/procedure`,
    `/events/${COUNTED}`,
    `/events/${COUNTED}/procedure`,
    "/signin",
    "/zone",
    "/privacy",
    "/accessibility",
    "/api",
  ],
  participant: [
    "/me",
    "/me/erase",
    "/me/topics",
    `/events/${announced}`,
    `/events/${announced}/register`,
    "/events/briefing-paris/register",
    `/events/${announced}/participants`,
    `/events/${announced}/topics`,
    `/events/${announced}/topics?order=mine`,
    `/events/${announced}/topics/6`,
    `/events/${announced}/topics/6/report`,
    `/events/${announced}/topics/6/comments/1/answer`,
    `/events/${announced}/topics/6/comments/1/report`,
    `/events/${announced}/rounds/2`,
    `/events/${announced}/agenda`,
    `/events/${announced}/agenda?time=own`,
    `/events/${announced}/agenda?only=mine`,
    `/polls/${POLL}`,
    `/events/${ASKED}/procedure`,
    `/events/${COUNTED}/procedure`,
  ],
  organiser: [
    "/organise",
    "/organise/hosts/chancellery/series/new",
    "/organise/hosts/chancellery/events/new",
    "/organise/series/forum",
    "/organise/series/forum/edit",
    `/organise/series/forum/editions?date=${open}`,
    `/organise/events/${announced}`,
    `/organise/events/${announced}/edit`,
    `/organise/events/${announced}/runs`,
    `/organise/events/${announced}/status/confirmed`,
    `/organise/events/${announced}/status/cancelled`,
    `/organise/events/${announced}/registrations`,
    `/organise/events/${announced}/invitations`,
    `/organise/events/${announced}/invitations?only=undelivered`,
    `/organise/events/${announced}/invitations/withdraw?email=ilze.kalnina.0%40saiets.example`,
    `/organise/events/${announced}/moderation`,
    `/events/${announced}/topics/6/edit`,
    `/events/${announced}/topics/6/files`,
    `/events/${announced}/topics/6/translate`,
    `/organise/events/${held}/outcomes`,
    `/organise/events/${held}/outcomes/1`,
    `/organise/events/${announced}/moderation/comment/8`,
    `/organise/events/${announced}/agenda`,
    `/organise/events/${announced}/agenda/new`,
    `/organise/events/${announced}/agenda/new?kind=break`,
    `/organise/events/${announced}/agenda/setup`,
    `/organise/events/${announced}/agenda/draft`,
    `/organise/events/${ASKED}/procedure`,
    `/organise/events/${ASKED}/documents`,
    `/events/${ASKED}/procedure`,
    `/events/${announced}/topics/1/pass`,
    `/organise/events/${announced}/passes`,
    `/organise/events/${announced}/agenda/${SESSION}`,
    `/organise/events/${tentative}/agenda`,
    `/events/${announced}/agenda?release=working`,
    `/events/${announced}/agenda?release=2&against=1`,
    "/organise/hosts",
    "/organise/hosts/new",
    "/organise/hosts/chancellery",
    "/organise/hosts/chancellery/members",
    "/organise/hosts/ministry",
    "/organise/hosts/paris",
    "/organise/hosts/chancellery/polls/new",
    `/organise/polls/${POLL}`,
    `/organise/polls/${POLL}/event?slot=4`,
    "/plan",
    `/events/${announced}/rounds/new`,
    `/events/${announced}/rounds/1`,
    `/events/${announced}/topics/1`,
  ],
};

/** Forms that are sent with nothing in them, to see what they say. */
export const forms = {
  visitor: ["/signin", `/polls/${POLL}`],
  participant: [`/events/${announced}/topics`, `/events/${announced}/topics/6`, `/events/${announced}/topics/6/report`, "/me"],
  organiser: [
    `/events/${announced}/register`,
    "/organise/hosts/chancellery/series/new",
    "/organise/hosts/chancellery/events/new",
    "/organise/hosts/chancellery/polls/new",
    `/organise/events/${announced}/moderation/comment/8`,
    `/events/${announced}/rounds/new`,
    `/organise/events/${announced}/agenda/new`,
  ],
};
