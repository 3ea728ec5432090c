//! The pages, as their readers see them.

use super::Scene;
use serde_json::json;

#[tokio::test]
async fn an_organiser_makes_a_poll_by_hand_and_nothing_typed_is_lost() {
    let scene = Scene::new().await;
    let form = "/en/organise/hosts/mfa/polls/new";
    let mut fields = vec![
        ("title.en", "Second poll"),
        ("note.en", "An hour."),
        ("duration_minutes", "60"),
        ("zone", "Europe/Riga"),
        ("slots.0", "2027-03-01T10:00"),
        ("slots.1", ""),
        ("slots.2", "2027-03-28T03:30"),
        ("closes_local", "2027-02-20T18:00"),
        ("without_account", "yes"),
    ];
    let refused = scene.organiser.submit(form, &fields).await.expect(422).text();
    assert!(refused.contains("The clocks skip this time") && refused.contains("href=\"#slots-2\""), "{refused}");
    assert!(refused.contains("value=\"2027-03-01T10:00\"") && refused.contains("Second poll") && refused.contains("An hour."));
    let mut more = fields.clone();
    more.extend([("do", "more"), ("rows", "5")]);
    let shown = scene.organiser.submit(form, &more).await.expect(200).text();
    assert!(shown.contains("slots.9") && !shown.contains("slots.10") && shown.contains("value=\"2027-03-28T03:30\""));
    fields[6].1 = "2027-03-02T10:00";
    let made = scene.organiser.submit(form, &fields).await.expect(303);
    let page = scene.organiser.page(made.header("location").unwrap()).await.expect(200).text();
    assert!(page.contains("Second poll") && page.contains("Nobody has answered yet"), "{page}");
    let host = scene.organiser.page("/en/organise/hosts/mfa").await.expect(200).text();
    assert!(host.contains("Second poll") && host.contains("/en/organise/hosts/mfa/polls/new"));
}

#[tokio::test]
async fn everybody_reads_the_times_on_their_own_clock_with_the_poll_s_beside_it() {
    let scene = Scene::new().await;
    let path = format!("/en/polls/{}", scene.poll);
    let bangkok = scene.person("b@example.org", "Asia/Bangkok", json!({"1": "yes"})).await;
    let shown = bangkok.page(&path).await.expect(200).text();
    assert!(shown.contains("15:00–16:00") && shown.contains("Rīga 10:00–11:00"), "{shown}");
    let auckland = scene.person("a@example.org", "Pacific/Auckland", json!({"1": "yes"})).await;
    let shown = auckland.page(&path).await.expect(200).text();
    // 16:00 in Riga is 3:00 there, on the next day.
    assert!(shown.contains("Tuesday 2 March 2027") && shown.contains("03:00–04:00") && shown.contains("the day before"), "{shown}");
    let riga = scene.organiser.page(&path).await.expect(200).text();
    assert!(riga.contains("10:00–11:00") && !riga.contains("class=\"there\""));
}

#[tokio::test]
async fn the_result_says_what_to_take_and_a_press_makes_the_event() {
    let scene = Scene::new().await;
    scene.person("riga@example.org", "Europe/Riga", json!({"1": "yes", "2": "yes"})).await;
    scene.person("york@example.org", "America/New_York", json!({"1": "yes", "2": "if_need_be"})).await;
    let result = format!("/en/organise/polls/{}", scene.poll);
    let shown = scene.organiser.page(&result).await.expect(200).text();
    for words in ["Take Monday 1 March 2027, 16:00–17:00 in Rīga", "2 of 2 can come", "It is night for nobody", "york@example.org"] {
        assert!(shown.contains(words), "{words}\n{shown}");
    }
    let form = format!("{result}/event?slot=2");
    let asked = scene.organiser.page(&form).await.expect(200).text();
    assert!(asked.contains("2 people get an invitation") && asked.contains("value=\"mfa-2027-03-01\""), "{asked}");
    let fields = [("slot", "2"), ("slug", "mfa-2027-03-01"), ("kind", "thematic"), ("visibility", "invited")];
    let refused = scene.organiser.submit(&form, &fields).await.expect(422).text();
    assert!(refused.contains("Offer the room, online, or both"));
    let fields: Vec<_> = fields.into_iter().chain([("online", "yes")]).collect();
    let made = scene.organiser.submit(&form, &fields).await.expect(303);
    assert_eq!(made.header("location"), Some("/en/organise/events/mfa-2027-03-01"));
    scene.organiser.page(&form).await.expect(409);
    let public = scene.place.anyone().page(&format!("/en/polls/{}", scene.poll)).await.expect(200).text();
    assert!(public.contains("The date is chosen") && !public.contains("mfa-2027-03-01"), "the event is for the invited");
}

#[tokio::test]
async fn the_planner_offers_its_ten_best_to_who_may_ask() {
    let scene = Scene::new().await;
    let plan = "/en/plan?people=R%C4%ABga+3%0ANew+York+2&date=2027-03-01&minutes=60";
    assert!(!scene.place.anyone().page(plan).await.expect(200).text().contains("organise/polls/new"));
    let shown = scene.organiser.page(plan).await.expect(200).text();
    assert!(shown.contains("Offer these 10 starts"), "{shown}");
    let value = |name: &str| {
        let input = shown.split("<input").find(|input| input.contains(&format!("name=\"{name}\""))).unwrap();
        input.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    let query = format!(
        "host={}&zone={}&duration_minutes={}&slots.0={}",
        value("host"),
        value("zone"),
        value("duration_minutes"),
        value("slots.0")
    );
    let led = scene.organiser.page(&format!("/en/organise/polls/new?{query}")).await.expect(303);
    let form = scene.organiser.page(led.header("location").unwrap()).await.expect(200).text();
    assert!(form.contains(&format!("value=\"{}\"", value("slots.0"))) && form.contains("value=\"60\""), "{form}");
}

#[tokio::test]
async fn the_organiser_closes_moves_and_deletes_it() {
    let scene = Scene::new().await;
    let result = format!("/en/organise/polls/{}", scene.poll);
    let refused = scene.organiser.submit(&result, &[("closes_local", "2029-02-20T18:00")]).await.expect(422).text();
    assert!(refused.contains("Close it before the last of the times") && refused.contains("value=\"2029-02-20T18:00\""));
    scene.organiser.submit(&result, &[("do", "close")]).await.expect(303);
    assert_eq!(scene.seen(&scene.organiser).await["open"], false);
    scene.organiser.submit(&result, &[("closes_local", "2027-02-25T18:00")]).await.expect(303);
    assert_eq!(scene.seen(&scene.organiser).await["open"], true);
    let gone = scene.organiser.submit(&result, &[("do", "delete")]).await.expect(303);
    assert_eq!(gone.header("location"), Some("/en/organise/hosts/mfa"));
    scene.organiser.page(&result).await.expect(404);
}
