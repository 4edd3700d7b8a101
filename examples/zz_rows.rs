use afterword::archive::Archive;
use afterword::config::Config;
fn main() {
    let path = std::path::PathBuf::from(std::env::args().nth(1).unwrap());
    let mut config = Config::default();
    config.archive.include = vec!["**/*".to_owned()];
    config.archive.exclude = Vec::new();
    let archive = Archive::read(&[path], &config).unwrap();
    for i in &archive.incidents {
        println!("{} start {:?} end {:?}", i.source.path, i.likely_start().map(|a| a.at), i.likely_end().map(|a| a.at));
        for r in i.timeline() {
            println!(
                "  {:?} | {}",
                r.at.as_ref().map(|a| a.at.to_string()),
                r.text.value.chars().take(60).collect::<String>()
            );
        }
        for a in i.action_items() {
            println!("  * {}", a.action.value.chars().take(100).collect::<String>());
        }
        for s in &i.body.sections {
            println!("  # {} {:?}", s.heading.value, s.meanings);
        }
    }
}
