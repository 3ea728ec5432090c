//! What everybody may do, call by call and page by page, beside the roles of the contract.
//!
//! The columns: n nobody signed in · s a stranger, p a participant, i somebody invited, all without a role · v viewer, a assistant,
//! o organiser, c coordinator of the event's host · V A O C the same of another host · @ an administrator.
//!
//! `+` it is done · `1` 401 (pages: leads to signing in) · `3` 403 · `4` 404 · `9` 409, because it is so already or the draft takes
//! nothing yet.
//!
//! Behind the last `|` stands what is sent: a path where the usual one is not meant, then a body. `{topic}` is one that is there for
//! all, `{new topic}` one made for whoever may do it; who may not tries it on the one that is there.

/// The columns.
pub const EVERYBODY: &str = "n spi vaoc VAOC @";

/// Who may know of an event; to everybody else it, and all in it, is not there.
pub const EVENTS: &str = "
public   | + +++ ++++ ++++ +
members  | 1 +++ ++++ ++++ +
invited  | 4 4++ ++++ 4444 +
draft    | 4 444 ++++ 4444 +";

/// Calls on an event that the caller may know of. Nobody changes anything without signing in, which is said before all else.
pub const OF_AN_EVENT: &str = r#"
GET    /events/{slug}                       | + +++ ++++ ++++ + |
PATCH  /events/{slug}                       | 1 333 33++ 3333 + | {"description": {"en": "As it is now: {n}"}}
POST   /events/{slug}/status                | 1 333 33++ 3333 + | /events/{new event}/status {"to": "confirmed"}
PUT    /events/{slug}/runs/{number}         | 1 333 33++ 3333 + | /events/{new event}/runs/2 {"starts_local": "2027-08-18T21:00", "online": {"capacity": 30}}
DELETE /events/{slug}/runs/{number}         | 1 333 33++ 3333 + | /events/{new event twice}/runs/2
GET    /events/{slug}/procedure             | 4 444 4444 4444 4 |
PUT    /events/{slug}/procedure             | 1 333 3399 3333 9 | {"questions": [{"text": {"en": "Shall we?"}}]}
PUT    /events/{slug}/procedure/answer      | 1 444 4444 4444 4 | {"answers": [{"question": 1, "option": 1}]}
GET    /events/{slug}/procedure/people      | 4 444 4444 4444 4 |
GET    /events/{slug}/procedure/result      | 4 444 4444 4444 4 |
GET    /events/{slug}/procedure/record.pdf  | 4 444 4444 4444 4 |
GET    /events/{slug}/procedure/documents   | + +++ ++++ ++++ + |
POST   /events/{slug}/procedure/documents   | 1 333 3399 3333 9 | {"name": "a.pdf", "content": "JVBERi0xLjcK"}
GET    /events/{slug}/procedure/documents/{file} | 4 444 4444 4444 4 | /events/{event}/procedure/documents/1
DELETE /events/{slug}/procedure/documents/{file} | 1 333 3399 3333 9 | /events/{event}/procedure/documents/1

PUT    /events/{slug}/interest              | 1 +++ ++++ ++++ + | {"answer": "yes"} not in a draft
GET    /events/{slug}/interest              | 1 +++ ++++ ++++ + |

POST   /events/{slug}/registrations         | 1 +9+ ++++ ++++ + | {"mode": "online"} not in a draft
POST   /events/{slug}/registrations         | 1 333 3+++ 3333 + | {"mode": "online", "email": "new-{n}@example.org"} not in a draft
GET    /events/{slug}/registrations         | 1 +++ ++++ ++++ + |
PATCH  /registrations/{id}                  | 1 444 3+++ 4444 + | /registrations/{new registration} {"mode": "online"}
DELETE /registrations/{id}                  | 1 444 3+++ 4444 + | /registrations/{new registration}
GET    /events/{slug}/seats                 | + +++ ++++ ++++ + |
GET    /events/{slug}/participants          | 1 3+3 ++++ 3333 + |

POST   /events/{slug}/invitations           | 1 333 33++ 3333 + | {"emails": ["new-{n}@example.org"]}
GET    /events/{slug}/invitations           | 1 333 ++++ 3333 + |
DELETE /events/{slug}/invitations/{email}   | 1 333 33++ 3333 + | /events/{event}/invitations/{new guest}

POST   /events/{slug}/topics                | 1 +++ ++++ ++++ + | {"title": {"en": "Something else: {n}"}, "minutes": 10}
GET    /events/{slug}/topics                | + +++ ++++ ++++ + |
GET    /topics/{id}                         | + +++ ++++ ++++ + |
GET    /topics/{id}                         | + +++ ++++ ++++ + | /topics/{unnamed}
PATCH  /topics/{id}                         | 1 333 33++ 3333 + | /topics/{new topic} {"area": "law {n}"}
GET    /topics/{id}/versions                | + +++ ++++ ++++ + |
GET    /topics/{id}/files                   | + +++ ++++ ++++ + |
POST   /topics/{id}/files                   | 1 333 33++ 3333 + | /topics/{new topic}/files {"name": "a.pdf", "content": "JVBERi0xLjcKJeLjz9MKMSAwIG9iago8PD4+CmVuZG9iago="}
GET    /topics/{id}/files/{file}            | + +++ ++++ ++++ + | /topics/{topic}/files/{file}
DELETE /topics/{id}/files/{file}            | 1 333 33++ 3333 + | /topics/{topic}/files/{new file}
GET    /topics/{id}/timeline                | + +++ ++++ ++++ + |
POST   /topics/{id}/supports                | 1 +++ ++++ ++++ + |
DELETE /topics/{id}/supports                | 1 +++ ++++ ++++ + |
PUT    /topics/{id}/follow                  | 1 +++ ++++ ++++ + |
DELETE /topics/{id}/follow                  | 1 +++ ++++ ++++ + |
POST   /topics/{id}/status                  | 1 333 33++ 3333 + | /topics/{new topic}/status {"to": "shortlisted"}
POST   /topics/{id}/merge                   | 1 333 33++ 3333 + | /topics/{new topic}/merge {"into": {topic}}
DELETE /topics/{id}/merge                   | 1 333 33++ 3333 + | /topics/{new merger}/merge
POST   /topics/{id}/merge/accept            | 1 333 3333 3333 3 | /topics/{merger}/merge/accept
POST   /topics/{id}/merge/refuse            | 1 333 3333 3333 3 | /topics/{merger}/merge/refuse

GET    /topics/{id}/comments                | + +++ ++++ ++++ + | /topics/{unnamed}/comments
POST   /topics/{id}/pass                    | 1 333 33++ 3333 + | /topics/{new topic}/pass {"to": "elsewhere"} not in a draft
GET    /topics/{id}/passes                  | + +++ ++++ ++++ + |
GET    /events/{slug}/passes                | 1 333 ++++ 3333 + |
POST   /passes/{id}/accept                  | 1 333 33++ 3333 + | /passes/{new pass}/accept
POST   /passes/{id}/decline                 | 1 333 33++ 3333 + | /passes/{new pass}/decline {"reason": "Not here"}
DELETE /passes/{id}                         | 1 333 33++ 3333 + | /passes/{new passed}
GET    /topics/{id}/stances                 | + +++ ++++ ++++ + |
POST   /topics/{id}/comments                | 1 +++ ++++ ++++ + | {"text": "I think so too."}
PATCH  /comments/{id}                       | 1 333 3333 3333 3 | {"text": "I never said that."}
DELETE /comments/{id}                       | 1 333 3333 3333 3 |
GET    /comments/{id}/versions              | + +++ ++++ ++++ + |
GET    /events/{slug}/moderation            | 1 333 ++++ 3333 + |
POST   /topics/{id}/reports                 | 1 +++ ++++ ++++ + | {"reason": "off_topic"}
POST   /comments/{id}/reports               | 1 +++ ++++ ++++ + | {"reason": "off_topic"}
POST   /topics/{id}/moderation              | 1 333 33++ 3333 + | {"decision": "keep"}
POST   /comments/{id}/moderation            | 1 333 33++ 3333 + | {"decision": "keep"}

POST   /events/{slug}/rounds                | 1 333 33++ 3333 + | {"title": {"en": "Which?"}, "method": "approval", "opens_at": "2027-03-01T08:00:00Z", "closes_at": "2027-03-02T08:00:00Z"}
GET    /events/{slug}/rounds                | + +++ ++++ ++++ + |
PUT    /rounds/{id}/ballot                  | 1 3+3 3333 3333 3 | {"approve": [{topic}]}
GET    /rounds/{id}/result                  | + +++ ++++ ++++ + | /rounds/{closed}/result
GET    /rounds/{id}/ballots                 | 9 999 9999 9999 9 | /rounds/{closed}/ballots
POST   /rounds/{id}/apply                   | 1 333 33++ 3333 + | /rounds/{closed}/apply

GET    /events/{slug}/outcomes              | + +++ ++++ ++++ + |
POST   /events/{slug}/outcomes              | 1 333 33++ 3333 + | {"kind": "decision", "text": {"en": "It is so: {n}"}, "topic": {topic}}
PATCH  /outcomes/{id}                       | 1 333 33++ 3333 + | {"text": {"en": "It is otherwise: {n}"}}
DELETE /outcomes/{id}                       | 1 333 33++ 3333 + | /outcomes/{new outcome}

POST   /events/{slug}/sessions              | 1 333 3+++ 3333 + | {"title": {"en": "One more: {n}"}, "starts_local": "2027-08-18T17:00", "duration_minutes": 5}
GET    /sessions/{id}                       | + +++ ++++ ++++ + |
GET    /sessions/{id}                       | 4 444 ++++ 4444 + | /sessions/{unreleased}
PATCH  /sessions/{id}                       | 1 333 3+++ 3333 + | {"room": "Room {n}"}
PATCH  /sessions/{id}                       | 1 444 3+++ 4444 + | /sessions/{new session} {"room": "Room {n}"}
DELETE /sessions/{id}                       | 1 444 3+++ 4444 + | /sessions/{new session}
POST   /sessions/{id}/marks                 | 1 +++ ++++ ++++ + |
GET    /events/{slug}/rooms                 | 1 333 ++++ 3333 + |
PUT    /events/{slug}/rooms                 | 1 333 3+++ 3333 + | [{"name": "Room {n}", "capacity": 40}]
GET    /events/{slug}/availability          | 1 333 ++++ 3333 + |
PUT    /events/{slug}/availability          | 1 333 3+++ 3333 + | [{"speaker": "Speaker {n}", "from_local": "2027-08-18T10:00", "until_local": "2027-08-18T12:00"}]
GET    /events/{slug}/agenda                | + +++ ++++ ++++ + |
GET    /events/{slug}/agenda/warnings       | 1 333 ++++ 3333 + |
POST   /events/{slug}/agenda/draft          | 1 333 3+++ 3333 + | {"pause_minutes": 5}
POST   /events/{slug}/agenda/draft/apply    | 1 333 3999 3333 9 | {"mark": "{n}"}
GET    /events/{slug}/agenda/releases       | + +++ ++++ ++++ + |
GET    /events/{slug}/agenda/changes        | + +++ ++++ ++++ + | /events/{event}/agenda/changes?from=1
POST   /events/{slug}/agenda/undo           | 1 333 3+++ 3333 + |
POST   /events/{slug}/agenda/redo           | 1 333 3+++ 3333 + |
POST   /events/{slug}/agenda/releases       | 1 333 3+++ 3333 + | {"name": "Again: {n}"}"#;

/// All other calls.
pub const OTHERS: &str = r#"
POST   /hosts                               | 1 333 3333 3333 + | {"slug": "new-{n}", "name": "New", "kind": "embassy", "zone": "Europe/Riga"}
GET    /hosts                               | + +++ ++++ ++++ + |
GET    /hosts/{slug}                        | + +++ ++++ ++++ + |
PATCH  /hosts/{slug}                        | 1 333 333+ 3333 + | {"zone": "Europe/Riga"}
GET    /hosts/{slug}/members                | 1 333 ++++ 3333 + |
PUT    /hosts/{slug}/members/{email}        | 1 333 333+ 3333 + | /hosts/{host}/members/new-{n}@example.org {"role": "viewer"}
DELETE /hosts/{slug}/members/{email}        | 1 333 333+ 3333 + | /hosts/{host}/members/{new member}

PUT    /people/{email}                      | 1 333 33++ 33++ + | /people/new-{n}@example.org {"name": "New", "zone": "Europe/Riga", "language": "lv"}
PUT    /people/{email}                      | 1 333 3333 3333 3 | /people/keeper@example.org {"name": "Other", "zone": "Europe/Riga", "language": "lv"}
PUT    /people/{email}                      | 1 +++ ++++ ++++ + | /people/{me} {"name": "Myself", "zone": "Europe/Riga", "language": "lv"}
GET    /people                              | 1 333 3+++ 3+++ + | /people?q=stranger
GET    /me                                  | 1 +++ ++++ ++++ + |
POST   /me/calendar                         | 1 +++ ++++ ++++ + |
PUT    /me/travel                           | 1 +++ ++++ ++++ + | {"zone": "Asia/Tokyo", "from": "2027-08-10", "until": "2027-08-20"}
DELETE /me/travel                           | 1 +++ ++++ ++++ + |
GET    /me/export                           | 1 +++ ++++ ++++ + |
GET    /me/follows                          | 1 +++ ++++ ++++ + |
GET    /me/topic-letters                    | 1 +++ ++++ ++++ + |
PUT    /me/topic-letters                    | 1 +++ ++++ ++++ + | {"rhythm": "weekly", "mentions": true}

POST   /series                              | 1 333 33++ 3333 + | {"slug": "new-{n}", "host": "{host}", "title": {"en": "New"}, "kind": "forum", "rule": "FREQ=YEARLY;BYMONTH=8;BYDAY=3WE", "zone": "Europe/Riga", "local_time": "10:00", "duration_minutes": 60, "venues": ["Rīga"]}
GET    /series                              | + +++ ++++ ++++ + |
GET    /series/{slug}                       | + +++ ++++ ++++ + |
PATCH  /series/{slug}                       | 1 333 33++ 3333 + | {"duration_minutes": 60}
GET    /series/{slug}/dates                 | + +++ ++++ ++++ + |
POST   /series/{slug}/editions              | 1 333 33++ 3333 + | {"year": {year}, "slug": "new-{n}"}
GET    /events                              | + +++ ++++ ++++ + |
POST   /events                              | 1 333 33++ 3333 + | {"slug": "new-{n}", "host": "{host}", "kind": "briefing", "title": {"en": "New"}, "starts_local": "2027-09-01T10:00", "zone": "Europe/Riga", "duration_minutes": 60, "attendance": {"in_person": {"capacity": 10}, "online": null}, "visibility": "public"}

POST   /date-polls                          | 1 333 33++ 3333 + | {"host": "{host}", "title": {"en": "New"}, "zone": "Europe/Riga", "duration_minutes": 60, "slots": ["2027-03-01T10:00"], "closes_local": "2027-02-20T10:00"}
GET    /date-polls/{id}                     | + +++ ++++ ++++ + |
PATCH  /date-polls/{id}                     | 1 333 33++ 3333 + | {"note": {"en": "As it is now: {n}"}}
PUT    /date-polls/{id}/answer              | 1 +++ ++++ ++++ + | {"answers": {"1": "yes"}}
DELETE /date-polls/{id}/answer              | 1 +++ ++++ ++++ + |
POST   /date-polls/{id}/event               | 1 333 33++ 3333 + | /date-polls/{new poll}/event {"slot": 1, "slug": "new-{n}"}
DELETE /date-polls/{id}                     | 1 333 33++ 3333 + | /date-polls/{new poll}

DELETE /sessions/{id}/marks                 | 1 +++ ++++ ++++ + |
POST   /tools/local                         | + +++ ++++ ++++ + | {"starts_local": "2027-08-18T10:00", "zone": "Europe/Riga", "in": ["Asia/Bangkok"]}
POST   /tools/dates                         | + +++ ++++ ++++ + | {"rule": "FREQ=YEARLY;BYMONTH=8;BYDAY=3WE", "zone": "Europe/Riga", "local_time": "10:00", "from": "2027-01-01", "count": 2}
POST   /tools/slots                         | + +++ ++++ ++++ + | {"dates": ["2027-08-18"], "duration_minutes": 60, "people": [{"zone": "Europe/Riga", "count": 1}]}
POST   /tools/tally                         | + +++ ++++ ++++ + | {"method": "ranked", "items": [{"id": "a", "minutes": 10}], "ballots": [{"ranking": [["a"]]}]}
DELETE /me                                  | 1 +++ ++++ ++++ + |"#;

/// The pages of organisers. Where they take a form, an empty one is sent, too: who may is told what is missing or that nothing was
/// to be done, who may not is refused.
pub const PAGES: &str = "
/organise                                       | 1 333 ++++ ++++ +
/organise/hosts                                 | 1 333 ++++ ++++ +
/organise/hosts/new                             | 1 333 3333 3333 +
/organise/hosts/{host}                          | 1 333 ++++ 3333 +
/organise/hosts/{host}/series/new               | 1 333 33++ 3333 +
/organise/hosts/{host}/events/new               | 1 333 33++ 3333 +
/organise/hosts/{host}/polls/new                | 1 333 33++ 3333 +
/organise/polls/{poll}                          | 1 333 ++++ 3333 +
/organise/polls/{poll}/event?slot=1             | 1 333 33++ 3333 +
/organise/series/{series}                       | 1 333 33++ 3333 +
/organise/series/{series}/edit                  | 1 333 33++ 3333 +
/organise/series/{series}/plan                  | 1 333 33++ 3333 +
/organise/series/{series}/editions?date=2028-08-16 | 1 333 33++ 3333 +
/organise/events/{event}                        | 1 333 ++++ 3333 +
/organise/events/{event}/edit                   | 1 333 33++ 3333 +
/organise/events/{event}/plan                   | 1 333 ++++ 3333 +
/organise/events/{event}/runs                   | 1 333 33++ 3333 +
/organise/events/{event}/status                 | 1 333 ++++ 3333 +
/organise/events/{event}/status/confirmed       | 1 333 33++ 3333 +
/organise/events/{event}/moderation             | 1 333 ++++ 3333 +
/organise/events/{event}/moderation/topic/{topic} | 1 333 33++ 3333 +
/organise/events/{event}/passes                 | 1 333 ++++ 3333 +
/organise/events/{event}/registrations          | 1 333 ++++ 3333 +
/organise/events/{event}/invitations            | 1 333 ++++ 3333 +
/organise/events/{event}/agenda                 | 1 333 ++++ 3333 +
/organise/events/{event}/agenda/new             | 1 333 3+++ 3333 +
/organise/events/{event}/agenda/setup           | 1 333 3+++ 3333 +
/organise/events/{event}/agenda/draft           | 1 333 3+++ 3333 +
/organise/events/{event}/agenda/{session}       | 1 333 3+++ 3333 +
/organise/events/{event}/procedure              | 1 333 3399 3333 9
/organise/events/{event}/documents              | 1 333 3399 3333 9
/organise/events/{event}/outcomes               | 1 333 33++ 3333 +
/organise/events/{event}/outcomes/{outcome}     | 1 333 33++ 3333 +
/events/{event}/rounds/new                      | 1 333 33++ 3333 +
/events/{event}                                 | + +++ ++++ ++++ +
/events/{event}/topics                          | + +++ ++++ ++++ +
/events/{event}/topics/2                        | + +++ ++++ ++++ +
/events/{event}/topics/2/edit                   | 1 333 33++ 3333 +
/events/{event}/topics/2/pass                   | 1 333 33++ 3333 +
/events/{event}/topics/2/translate              | 1 333 33++ 3333 +
/events/{event}/topics/2/files                  | 1 333 33++ 3333 +
/events/{event}/topics/1/files/{file}           | + +++ ++++ ++++ +
/events/{event}/topics/2/versions               | + +++ ++++ ++++ +
/events/{event}/agenda                          | + +++ ++++ ++++ +
/events/{event}/outcomes                        | + +++ ++++ ++++ +
/events/{event}/participants                    | 1 3+3 ++++ 3333 +
/events/{event}/rounds/2                        | + +++ ++++ ++++ +
/events                                         | + +++ ++++ ++++ +
/hosts/{host}                                   | + +++ ++++ ++++ +
/polls/{poll}                                   | + +++ ++++ ++++ +";

/// Words that stand in the database, and who may ever be sent them.
pub const SECRETS: &str = "
Step-free entrance, please       | aoc
registered.person                | vaoc@
guest.person                     | vaoc@
unnamed.author                   |
owning.person                    |
reporting.person                 |
Not released yet                 | vaoc@
https://meet.saiets.test/forum   | pvaoc@";
