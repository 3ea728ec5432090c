use super::faces::Faces;
use super::layout::{BOTTOM, PAGE, SIDE, set};
use super::*;

fn document(blocks: Vec<Block>) -> Document {
    Document {
        lang: Lang::Lv,
        title: "Protokols".to_owned(),
        date: jiff::civil::date(2027, 3, 15),
        foot: "Rakstiska procedūra par gada prioritātēm · Protokols".to_owned(),
        blocks,
    }
}

fn all_sorts(paragraphs: usize) -> Document {
    let mut blocks = vec![
        Block::Title {
            over: "Protokols".to_owned(), title: "Glāžšķūņa rūķīši jautri dzērumā čiepj koncertflīģeļu vākus".to_owned()
        },
        Block::Fact("Rīkotājs".to_owned(), "Valsts kanceleja".to_owned()),
        Block::Heading("1. Vai piekrītat?".to_owned()),
        Block::Bar { label: "Piekrītu".to_owned(), figure: "12".to_owned(), share: 600 },
        Block::Bar { label: "Nepiekrītu".to_owned(), figure: "0".to_owned(), share: 0 },
        Block::Quote { by: "Anna".to_owned(), text: "Я согласна, Ελλάδα, 日本, 🙂 и №1.".to_owned() },
    ];
    blocks.extend(
        (0..paragraphs)
            .map(|n| Block::Text(format!("{n}. {}", "Garš teikums par kopīgu darbu starptautiskajās organizācijās. ".repeat(8)))),
    );
    document(blocks)
}

#[test]
fn the_same_content_gives_the_same_bytes_and_meets_both_standards() {
    let one = write(&all_sorts(3)).unwrap();
    assert_eq!(one, write(&all_sorts(3)).unwrap());
    assert!(one.starts_with(b"%PDF-1.7"));
    let text = String::from_utf8_lossy(&one);
    assert!(text.contains("<pdfaid:part>2</pdfaid:part>") && text.contains("<pdfuaid:part>1</pdfuaid:part>"));
}

#[test]
fn long_texts_break_into_lines_and_pages_within_the_margins() {
    let faces = Faces::load().unwrap();
    let endless = format!("{} {}", "gar".repeat(300), "vārds ".repeat(2_000));
    let set = set(&document(vec![Block::Heading("A".to_owned()), Block::Text(endless)]), &faces);
    let (group, places) = &set[1];
    assert!(places.last().unwrap().page >= 2);
    for (line, place) in group.lines.iter().zip(places) {
        assert!(place.y + line.height <= PAGE.1 - BOTTOM);
        let piece = &line.pieces[0];
        assert!(faces.width(piece.text.trim_end(), piece.look.weight) * piece.look.size <= PAGE.0 - 2.0 * SIDE + 0.01, "{}", piece.text);
    }
    let words: usize = group.lines.iter().map(|line| line.pieces[0].text.matches("vārds").count()).sum();
    assert_eq!(words, 2_000);
}

#[test]
fn a_heading_is_never_alone_at_the_foot_of_a_page() {
    let faces = Faces::load().unwrap();
    for lines in 30..60 {
        let blocks = vec![Block::Text("x\n".repeat(lines)), Block::Heading("B".to_owned()), Block::Text("y\ny\ny".to_owned())];
        let set = set(&document(blocks), &faces);
        assert_eq!(set[1].1.last().unwrap().page, set[2].1[0].page, "{lines}");
    }
}

#[test]
fn markdown_is_printed_as_what_it_means() {
    let source = "Ko **mainīt**:\n\n1. laiku, [sk. plānu](https://saiets.example/plan)\n2. vietu\n   * Rīgā\n\n     vai citur\n\n\
                  ## Pēc tam\n> Kā\n> iepriekš <b>\n\n<https://saiets.example>";
    let printed: Vec<String> = blocks(source).iter().map(|block| format!("{block:?}")).collect();
    let item = |depth: usize, sign: &str, text: &str| format!("{:?}", Block::Item { depth, sign: sign.to_owned(), text: text.to_owned() });
    let said = [
        format!("{:?}", Block::Text("Ko mainīt:".to_owned())),
        item(1, "1.", "laiku, sk. plānu (https://saiets.example/plan)"),
        item(1, "2.", "vietu"),
        item(2, "•", "Rīgā"),
        item(2, "", "vai citur"),
        format!("{:?}", Block::Subheading("Pēc tam".to_owned())),
        format!("{:?}", Block::Quote { by: String::new(), text: "Kā iepriekš <b>".to_owned() }),
        format!("{:?}", Block::Text("https://saiets.example".to_owned())),
    ];
    assert_eq!(printed, said);
}
