//! The texts are built in: a new or removed file must lead to a new build.
fn main() {
    println!("cargo:rerun-if-changed=../../app/locales");
}
