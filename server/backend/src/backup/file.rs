//! The file: its lines, its checksum, its rights.

use super::Problem;
use super::tables::{Column, Kind};
use flate2::Compression;
use flate2::bufread::GzDecoder;
use flate2::write::GzEncoder;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fs::{File, OpenOptions, Permissions};
use std::io::{BufRead, BufReader, BufWriter, Seek, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

const FORMAT: u32 = 1;
/// Longer than any row may be; a file that claims more is not ours.
const LONGEST_LINE: u64 = 64 * 1024 * 1024;

/// The first line.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Head {
    /// The version of this format.
    pub saiets_backup: u32,
    /// When it was made, RFC 3339.
    pub made_at: String,
    /// The steps of the schema.
    pub schema: Vec<String>,
    /// The secret it was made with.
    pub secret: Secret,
    /// What follows, in this order.
    pub tables: Vec<TableHead>,
}

/// How the secret of the installation is known again.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Secret {
    /// See [`super::mark`].
    pub mark: String,
    /// The secret itself, where it was kept in the data folder.
    pub kept: Option<String>,
}

/// One table.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TableHead {
    /// Its name.
    pub name: String,
    /// Its columns in the order of the values in a row.
    pub columns: Vec<Column>,
    /// How many rows follow.
    pub rows: u64,
    /// The last key given out, because no key may be given out twice.
    pub last: Option<i64>,
}

#[derive(Serialize, Deserialize)]
struct End {
    rows: u64,
    sha256: String,
}

impl Head {
    /// Of a backup made now.
    pub fn new(made_at: String, schema: Vec<String>, secret: Secret, tables: Vec<TableHead>) -> Self {
        Self { saiets_backup: FORMAT, made_at, schema, secret, tables }
    }

    /// All rows together.
    pub fn rows(&self) -> u64 {
        self.tables.iter().map(|table| table.rows).sum()
    }
}

/// A backup being written, beside the place it is for until it is whole.
pub struct Writer {
    gzip: GzEncoder<BufWriter<File>>,
    sum: Sha256,
    rows: u64,
    part: Part,
    place: PathBuf,
}

/// The unfinished file, which goes unless it was put in its place.
struct Part(PathBuf);

impl Drop for Part {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

impl Writer {
    /// Begins `FILE.part`, which only its owner can read.
    pub fn create(place: &Path, head: &Head) -> Result<Self, Problem> {
        let mut part = place.as_os_str().to_owned();
        part.push(".part");
        let part = Part(PathBuf::from(part));
        let file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&part.0)?;
        // One that an earlier run left behind keeps its rights.
        file.set_permissions(Permissions::from_mode(0o600))?;
        let gzip = GzEncoder::new(BufWriter::new(file), Compression::default());
        let mut writer = Self { gzip, sum: Sha256::new(), rows: 0, part, place: place.to_owned() };
        writer.line(head)?;
        Ok(writer)
    }

    /// One row.
    pub fn row(&mut self, values: &[Value]) -> Result<(), Problem> {
        self.rows += 1;
        self.line(&values)
    }

    fn line(&mut self, content: &impl Serialize) -> Result<(), Problem> {
        let mut line = serde_json::to_vec(content).map_err(std::io::Error::from)?;
        line.push(b'\n');
        self.sum.update(&line);
        Ok(self.gzip.write_all(&line)?)
    }

    /// Writes the end, waits for the disk, and puts the file in its place.
    pub fn finish(mut self) -> Result<(), Problem> {
        let end = End { rows: self.rows, sha256: hex(self.sum.finalize().as_slice()) };
        serde_json::to_writer(&mut self.gzip, &end).map_err(std::io::Error::from)?;
        self.gzip.write_all(b"\n")?;
        let file = self.gzip.finish()?.into_inner().map_err(std::io::IntoInnerError::into_error)?;
        file.sync_all()?;
        std::fs::rename(&self.part.0, &self.place)?;
        let folder = self.place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Ok(File::open(folder)?.sync_all()?)
    }
}

/// A whole and unaltered backup.
pub struct Backup {
    /// Its first line.
    pub head: Head,
    file: File,
}

impl Backup {
    /// Opens a file and reads it to its end, so that a damaged one is refused before anything is touched.
    pub fn open(path: &Path) -> Result<Self, Problem> {
        let mut lines = Lines::new(File::open(path)?);
        let first = lines.next()?.ok_or(Problem::Foreign)?;
        let head = read_head(&first)?;
        let mut rows = 0;
        for table in &head.tables {
            for _ in 0..table.rows {
                let line = lines.next()?.ok_or(Problem::Damaged("rows are missing"))?;
                read_row(table, &line)?;
                rows += 1;
            }
        }
        let sha256 = hex(lines.sum.clone().finalize().as_slice());
        let end = lines.next()?.ok_or(Problem::Damaged("its end is missing"))?;
        let end: End = serde_json::from_slice(&end).map_err(|_| Problem::Damaged("its end is missing"))?;
        if end.rows != rows || end.sha256 != sha256 || lines.next()?.is_some() {
            return Err(Problem::Damaged("its checksum is another"));
        }
        let mut packed = lines.input.into_inner().into_inner();
        if !packed.fill_buf()?.is_empty() {
            return Err(Problem::Damaged("something follows its end"));
        }
        Ok(Self { head, file: packed.into_inner() })
    }

    /// The rows from the first on, table by table as in the head.
    pub fn rows(&self) -> Result<Rows, Problem> {
        let mut file = self.file.try_clone()?;
        file.rewind()?;
        let mut lines = Lines::new(file);
        lines.next()?;
        Ok(Rows(lines))
    }
}

/// The rows of a backup.
pub struct Rows(Lines);

impl Rows {
    /// The next row, which is one of `table`.
    pub fn next(&mut self, table: &TableHead) -> Result<Vec<sea_orm::Value>, Problem> {
        let line = self.0.next()?.ok_or(Problem::Damaged("rows are missing"))?;
        read_row(table, &line)
    }
}

struct Lines {
    input: BufReader<GzDecoder<BufReader<File>>>,
    sum: Sha256,
}

impl Lines {
    fn new(file: File) -> Self {
        Self { input: BufReader::new(GzDecoder::new(BufReader::new(file))), sum: Sha256::new() }
    }

    /// The next line with its end; nothing where the file ends.
    fn next(&mut self) -> Result<Option<Vec<u8>>, Problem> {
        let mut line = Vec::new();
        // Whatever gzip has to complain of: too little, too much, other bytes.
        let read = std::io::Read::take(&mut self.input, LONGEST_LINE).read_until(b'\n', &mut line);
        read.map_err(|_| Problem::Damaged("it cannot be unpacked"))?;
        if line.is_empty() {
            return Ok(None);
        }
        if line.last() != Some(&b'\n') {
            return Err(Problem::Damaged("it breaks off"));
        }
        self.sum.update(&line);
        Ok(Some(line))
    }
}

fn read_head(line: &[u8]) -> Result<Head, Problem> {
    let value: Value = serde_json::from_slice(line).map_err(|_| Problem::Foreign)?;
    match value.get("saiets_backup").and_then(Value::as_u64) {
        None => Err(Problem::Foreign),
        Some(format) if format > u64::from(FORMAT) => Err(Problem::Newer(format!("format {format}"))),
        Some(_) => serde_json::from_value(value).ok().filter(are_names).ok_or(Problem::Damaged("its head cannot be read")),
    }
}

/// Names of tables and columns stand in statements, so nothing else may be in their place.
fn are_names(head: &Head) -> bool {
    let is_name = |name: &str| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
    head.tables.iter().all(|table| is_name(&table.name) && table.columns.iter().all(|column| is_name(&column.name)))
}

fn read_row(table: &TableHead, line: &[u8]) -> Result<Vec<sea_orm::Value>, Problem> {
    const WRONG: Problem = Problem::Damaged("a row does not fit its table");
    let values: Vec<Value> = serde_json::from_slice(line).map_err(|_| WRONG)?;
    if values.len() != table.columns.len() {
        return Err(WRONG);
    }
    table.columns.iter().zip(values).map(|(column, value)| read_value(column.kind, value).ok_or(WRONG)).collect()
}

fn read_value(kind: Kind, value: Value) -> Option<sea_orm::Value> {
    Some(match (kind, value) {
        (Kind::Integer, Value::Null) => sea_orm::Value::BigInt(None),
        (Kind::Integer, Value::Number(number)) => sea_orm::Value::BigInt(Some(number.as_i64()?)),
        (Kind::Boolean, Value::Null) => sea_orm::Value::Bool(None),
        (Kind::Boolean, Value::Bool(truth)) => sea_orm::Value::Bool(Some(truth)),
        (Kind::Text, Value::Null) => sea_orm::Value::String(None),
        (Kind::Text, Value::String(text)) => sea_orm::Value::String(Some(text)),
        _ => return None,
    })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
