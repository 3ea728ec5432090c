use super::*;
use crate::islands::CopyAddress;
use crate::reader::Reader;

fn reader(lang: Lang) -> Reader {
    Reader {
        lang,
        own: None,
        own_first: false,
        base_url: "https://saiets.example".to_owned(),
        actor: backend::service::access::Actor::default(),
        name: None,
        administers: false,
        organises: false,
        path: format!("/{}/events?from=2027", lang.code()),
        flash: Some("Saved <b>".to_owned()),
    }
}

async fn html(response: Response) -> String {
    let bytes = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap();
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[tokio::test]
async fn a_page_is_a_whole_document_in_the_readers_language() {
    let response =
        render(&reader(Lang::Lv), Meta::new("Pasākumi & citi").area(Area::Events), StatusCode::OK, || view! { <h1>"Pasākumi"</h1> });
    assert_eq!(response.headers().get("content-language").unwrap(), "lv");
    let html = html(response).await;
    for part in [
        "<html lang=\"lv\">",
        "<title>Pasākumi &amp; citi – Saiets</title>",
        "hreflang=\"en\" href=\"https://saiets.example/en/events?from=2027\"",
        "hreflang=\"lv\" href=\"https://saiets.example/lv/events?from=2027\"",
        "aria-current=\"page\"",
        "Saved &lt;b&gt;",
        "<h1>Pasākumi</h1>",
    ] {
        assert!(html.contains(part), "{part} is not in {html}");
    }
}

#[tokio::test]
async fn what_was_said_once_is_forgotten() {
    let response = render(&reader(Lang::En), Meta::new("x"), StatusCode::OK, || ());
    assert!(response.headers().get("set-cookie").unwrap().to_str().unwrap().starts_with("flash=; Path=/; Max-Age=0"));
}

#[tokio::test]
async fn only_a_page_with_an_island_loads_a_script() {
    let still = render(&reader(Lang::En), Meta::new("x"), StatusCode::OK, || view! { <p>"still"</p> });
    assert!(!html(still).await.contains("<script"));
    let lively = render(&reader(Lang::En), Meta::new("x"), StatusCode::OK, || {
        view! { <CopyAddress address="a".to_owned() label="b".to_owned() copied="c".to_owned() failed="d".to_owned()/> }
    });
    let lively = html(lively).await;
    assert!(lively.contains("<script type=\"module\">"), "{lively}");
    assert!(!lively.contains(" style="), "styles come from the sheet only");
}
