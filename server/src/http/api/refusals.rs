//! By which codes each call refuses, for the document: what is said to one caller or another, field by field or as a whole.

/// Behind the call the codes; those of fields are 422.
const CODES: &str = "
POST /hosts                             forbidden slug_taken invalid_slug reserved required unknown_value invalid_country unknown_zone unknown_host
GET /hosts                              out_of_range invalid_cursor
GET /hosts/{slug}                       not_found
PATCH /hosts/{slug}                     forbidden not_found required unknown_value invalid_country unknown_zone unknown_host host_cycle
GET /hosts/{slug}/members               forbidden not_found
PUT /hosts/{slug}/members/{email}       forbidden not_found invalid_email unknown_value
DELETE /hosts/{slug}/members/{email}    forbidden not_found invalid_email

PUT /people/{email}                     forbidden signed_in_person invalid_email required too_long unknown_zone invalid_country unknown_value too_many out_of_range unknown_host
GET /people                             forbidden too_long out_of_range invalid_cursor
GET /me
POST /me/calendar
PUT /me/travel                          required unknown_zone invalid_date end_before_start in_the_past travel_too_long
DELETE /me/travel
GET /me/export
DELETE /me                              last_administrator
GET /me/follows                         out_of_range invalid_cursor
GET /me/topic-letters
PUT /me/topic-letters                   unknown_value

POST /series                            forbidden slug_taken invalid_slug reserved required unknown_host invalid_rule unsupported_rule rule_never_occurs unknown_zone invalid_time invalid_date duration_out_of_range notice_out_of_range notice_minimum_above_ideal
GET /series                             out_of_range invalid_cursor
GET /series/{slug}                      not_found
PATCH /series/{slug}                    forbidden not_found required invalid_rule unsupported_rule rule_never_occurs unknown_zone invalid_time invalid_date duration_out_of_range notice_out_of_range notice_minimum_above_ideal
GET /series/{slug}/dates                not_found invalid_date out_of_range
POST /series/{slug}/editions            forbidden not_found edition_exists slug_taken invalid_slug reserved required not_in_rule invalid_date

POST /events                            forbidden slug_taken edition_exists invalid_slug reserved required too_long unknown_host unknown_series series_of_other_host invalid_local_time local_time_skipped unknown_zone duration_out_of_range written_out_of_range end_before_start attendance_required capacity_out_of_range invalid_url unknown_value status
GET /events                             unknown_value invalid_date out_of_range invalid_cursor
GET /events/{slug}                      not_found
PATCH /events/{slug}                    forbidden not_found status required too_long invalid_local_time local_time_skipped unknown_zone duration_out_of_range written_out_of_range attendance_required capacity_out_of_range capacity_below_confirmed mode_in_use runs_overlap runs_too_far_apart invalid_url unknown_value closes_before_opens closes_after_end opens_after_start
POST /events/{slug}/status              forbidden not_found status unknown_value too_long
PUT /events/{slug}/runs/{number}        forbidden not_found status required invalid_local_time local_time_skipped runs_overlap runs_too_far_apart written_once capacity_out_of_range capacity_below_confirmed
DELETE /events/{slug}/runs/{number}     forbidden not_found status run_in_use
GET /events/{slug}/procedure            not_found
PUT /events/{slug}/procedure            forbidden not_found not_written procedure_open procedure_over required too_long control_characters too_many_questions option_count quorum
PUT /events/{slug}/procedure/answer     forbidden not_found procedure_not_open procedure_over answer_final required unknown_question unknown_option answer_kind answered_twice too_long control_characters
GET /events/{slug}/procedure/people     forbidden not_found
GET /events/{slug}/procedure/result     not_found sealed
GET /events/{slug}/procedure/record.pdf not_found sealed
GET /events/{slug}/procedure/documents  not_found
POST /events/{slug}/procedure/documents forbidden not_found not_written procedure_open procedure_over too_many_files required too_long control_characters file_type file_too_large invalid_base64
GET /events/{slug}/procedure/documents/{file} not_found
DELETE /events/{slug}/procedure/documents/{file} forbidden not_found not_written procedure_open procedure_over
PUT /events/{slug}/interest             not_found status unknown_value
GET /events/{slug}/interest             not_found

POST /events/{slug}/registrations       forbidden not_found already_registered not_open closed status unknown_value mode_not_offered invalid_email too_long
GET /events/{slug}/registrations        not_found unknown_value out_of_range invalid_cursor
PATCH /registrations/{id}               forbidden not_found closed status unknown_value mode_not_offered
DELETE /registrations/{id}              forbidden not_found closed status
GET /events/{slug}/seats                not_found
GET /events/{slug}/participants         forbidden not_found out_of_range invalid_cursor

POST /events/{slug}/invitations         forbidden not_found status required too_many unknown_country unknown_value unknown_host
GET /events/{slug}/invitations          forbidden not_found out_of_range invalid_cursor
DELETE /events/{slug}/invitations/{email} forbidden not_found status

POST /events/{slug}/topics              not_found status required too_long minutes_out_of_range unknown_value invalid_url too_many
GET /events/{slug}/topics               not_found out_of_range invalid_cursor
GET /topics/{id}                        not_found
PATCH /topics/{id}                      forbidden not_found status topic_hidden changed_meanwhile in_a_round required too_long minutes_out_of_range unknown_value invalid_url too_many
GET /topics/{id}/versions               not_found out_of_range invalid_cursor
GET /topics/{id}/files                  not_found
POST /topics/{id}/files                 forbidden not_found status topic_hidden too_many_files required too_long control_characters file_type file_too_large invalid_base64
GET /topics/{id}/files/{file}           not_found
DELETE /topics/{id}/files/{file}        forbidden not_found status topic_hidden
GET /topics/{id}/timeline               not_found
POST /topics/{id}/supports              not_found status topic_hidden
DELETE /topics/{id}/supports            not_found status
PUT /topics/{id}/follow                 not_found
DELETE /topics/{id}/follow              not_found
POST /topics/{id}/status                forbidden not_found status reason_required too_long unknown_value
POST /topics/{id}/merge                 forbidden not_found status merge_proposed no_author unknown_topic
DELETE /topics/{id}/merge               forbidden not_found no_merge_proposed
POST /topics/{id}/merge/accept          forbidden not_found status no_merge_proposed
POST /topics/{id}/merge/refuse          forbidden not_found no_merge_proposed
GET /topics/{id}/comments               not_found unknown_value out_of_range invalid_cursor
POST /topics/{id}/pass                  forbidden not_found status topic_hidden already_passed unknown_event takes_no_topics
GET /topics/{id}/passes                 not_found
GET /events/{slug}/passes               forbidden not_found
POST /passes/{id}/accept                forbidden not_found status topic_hidden pass_decided
POST /passes/{id}/decline               forbidden not_found pass_decided reason_required too_long
DELETE /passes/{id}                     forbidden not_found pass_decided
GET /topics/{id}/stances                not_found
POST /topics/{id}/comments              not_found status topic_hidden required too_long unknown_value stance_of_an_answer no_such_comment answer_to_an_answer not_the_unnamed_author
PATCH /comments/{id}                    forbidden not_found status comment_hidden required too_long unknown_value stance_of_an_answer
DELETE /comments/{id}                   forbidden not_found
GET /comments/{id}/versions             not_found out_of_range invalid_cursor
POST /topics/{id}/reports               not_found topic_hidden unknown_value required too_long too_many_requests
POST /comments/{id}/reports             not_found comment_hidden comment_removed unknown_value required too_long too_many_requests
GET /events/{slug}/moderation           forbidden not_found out_of_range invalid_cursor
POST /topics/{id}/moderation            forbidden not_found unknown_value required too_long
POST /comments/{id}/moderation          forbidden not_found comment_removed unknown_value required too_long

POST /events/{slug}/rounds              forbidden not_found status required too_long ballot_kind unknown_value unknown_country unknown_host too_many invalid_instant before_opening in_the_past no_topics unknown_topic out_of_range
GET /events/{slug}/rounds               not_found
PUT /rounds/{id}/ballot                 forbidden not_found round_not_open round_closed ballot_kept ballot_kind unknown_item repeated_item too_many_choices out_of_range
GET /rounds/{id}/result                 not_found sealed
GET /rounds/{id}/ballots                not_found sealed too_few_ballots
POST /rounds/{id}/apply                 forbidden not_found sealed quorum_missed

GET /events/{slug}/outcomes             not_found out_of_range invalid_cursor
POST /events/{slug}/outcomes            forbidden not_found too_many_outcomes required too_long unknown_value unknown_topic unknown_session only_for_actions invalid_email invalid_date
PATCH /outcomes/{id}                    forbidden not_found changed_meanwhile required too_long unknown_value unknown_topic unknown_session only_for_actions invalid_email invalid_date
DELETE /outcomes/{id}                   forbidden not_found

POST /events/{slug}/sessions            forbidden not_found status too_many_sessions required too_long invalid_local_time local_time_skipped duration_out_of_range invalid_url too_many unknown_topic unknown_value run_not_held room_at_second_run not_in_a_break capacity_out_of_range
GET /sessions/{id}                      not_found
PATCH /sessions/{id}                    forbidden not_found status changed_meanwhile required too_long invalid_local_time local_time_skipped duration_out_of_range invalid_url too_many unknown_topic unknown_value run_not_held room_at_second_run not_in_a_break capacity_out_of_range
DELETE /sessions/{id}                   forbidden not_found status
POST /sessions/{id}/marks               not_found not_released is_a_break session_full not_registered
DELETE /sessions/{id}/marks
GET /events/{slug}/rooms                forbidden not_found
PUT /events/{slug}/rooms                forbidden not_found status required too_long too_many capacity_out_of_range
GET /events/{slug}/availability         forbidden not_found
PUT /events/{slug}/availability         forbidden not_found status required too_long too_many invalid_email invalid_local_time local_time_skipped end_before_start
POST /events/{slug}/agenda/draft        forbidden not_found status sealed too_few_ballots too_long too_many invalid_email invalid_local_time local_time_skipped outside_event end_before_start invalid_time unknown_value unknown_topic unknown_session unknown_room capacity_out_of_range
POST /events/{slug}/agenda/draft/apply  forbidden not_found status sealed too_few_ballots changed_meanwhile nothing_placed too_many_sessions required too_long too_many invalid_email invalid_local_time local_time_skipped outside_event end_before_start invalid_time unknown_value unknown_topic unknown_session unknown_room capacity_out_of_range
GET /events/{slug}/agenda               not_found invalid_number
GET /events/{slug}/agenda/warnings      forbidden not_found
GET /events/{slug}/agenda/releases      not_found out_of_range invalid_cursor
GET /events/{slug}/agenda/changes       not_found required invalid_number
POST /events/{slug}/agenda/undo         forbidden not_found status nothing_to_undo
POST /events/{slug}/agenda/redo         forbidden not_found status nothing_to_redo
POST /events/{slug}/agenda/releases     forbidden not_found status no_sessions changed_meanwhile required too_long

POST /date-polls                        forbidden required too_long unknown_host unknown_zone minutes_out_of_range too_many_slots invalid_local_time local_time_skipped in_the_past repeated_slot closes_too_late
GET /date-polls/{id}                    not_found
PATCH /date-polls/{id}                  forbidden not_found poll_decided required too_long invalid_local_time local_time_skipped in_the_past closes_too_late
DELETE /date-polls/{id}                 forbidden not_found
PUT /date-polls/{id}/answer             not_found poll_closed poll_full required unknown_slot unknown_value
DELETE /date-polls/{id}/answer          not_found poll_closed
POST /date-polls/{id}/event             forbidden not_found poll_decided slug_taken unknown_slot in_the_past invalid_slug reserved local_time_skipped attendance_required capacity_out_of_range unknown_value

POST /tools/local                       too_many_requests invalid_local_time local_time_skipped unknown_zone too_many
POST /tools/dates                       too_many_requests invalid_rule unsupported_rule unknown_zone invalid_time invalid_date out_of_range
POST /tools/slots                       too_many_requests invalid_date invalid_time no_candidate out_of_range required too_many unknown_value unknown_zone
POST /tools/tally                       too_many_requests ballot_kind unknown_item repeated_item out_of_range required too_many_items too_many_ballots unknown_value";

/// The codes of 409.
const CONFLICTS: &[&str] = &[
    "already_passed",
    "already_registered",
    "answer_final",
    "ballot_kept",
    "changed_meanwhile",
    "closed",
    "comment_hidden",
    "comment_removed",
    "edition_exists",
    "in_a_round",
    "is_a_break",
    "last_administrator",
    "merge_proposed",
    "no_author",
    "no_merge_proposed",
    "no_sessions",
    "not_open",
    "not_registered",
    "not_released",
    "not_written",
    "nothing_placed",
    "nothing_to_redo",
    "nothing_to_undo",
    "pass_decided",
    "poll_closed",
    "poll_decided",
    "poll_full",
    "procedure_not_open",
    "procedure_open",
    "procedure_over",
    "quorum_missed",
    "round_closed",
    "round_not_open",
    "sealed",
    "session_full",
    "slug_taken",
    "status",
    "too_few_ballots",
    "too_many_files",
    "too_many_outcomes",
    "too_many_sessions",
    "topic_hidden",
];

/// The statuses by which a call refuses, each with its codes. `is_open`: nobody need sign in for it.
pub fn of(call: &str, is_open: bool) -> Vec<(u16, Vec<&'static str>)> {
    let line = CODES.lines().find_map(|line| line.strip_prefix(call).filter(|rest| rest.is_empty() || rest.starts_with(' ')));
    let mut codes: Vec<&str> = line.unwrap_or_default().split_whitespace().collect();
    if !is_open {
        codes.push("unauthenticated");
    }
    let mut found: Vec<(u16, Vec<&str>)> = Vec::new();
    for code in codes {
        let status = status(code);
        match found.iter_mut().find(|(known, _)| *known == status) {
            Some((_, codes)) => codes.push(code),
            None => found.push((status, vec![code])),
        }
    }
    found.sort_unstable_by_key(|(status, _)| *status);
    found
}

fn status(code: &str) -> u16 {
    match code {
        "unauthenticated" => 401,
        "forbidden" | "signed_in_person" => 403,
        "not_found" => 404,
        "too_many_requests" => 429,
        code if CONFLICTS.contains(&code) => 409,
        _ => 422,
    }
}
