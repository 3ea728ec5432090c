//! Column types: values of `domain` kept as text, and JSON kept as text, the same on both databases.

use domain::event::Mode;
use domain::registration::Spot;
use sea_orm::sea_query::{ArrayType, ColumnType, Nullable, ValueType, ValueTypeErr};
use sea_orm::{ColIdx, QueryResult, TryGetError, TryGetable, Value};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::str::FromStr;

/// A word of `domain` (a status, a role, …) stored as its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stored<T>(pub T);

/// A value stored as JSON text.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct JsonText<T>(pub T);

impl<T> From<T> for Stored<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl From<Mode> for Stored<Spot> {
    fn from(mode: Mode) -> Self {
        Self(mode.into())
    }
}

impl<T> From<T> for JsonText<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

trait AsText: Sized {
    fn write(self) -> String;
    fn read(text: &str) -> Option<Self>;
}

impl<T: FromStr + Into<&'static str>> AsText for Stored<T> {
    fn write(self) -> String {
        let name: &'static str = self.0.into();
        name.to_owned()
    }

    fn read(text: &str) -> Option<Self> {
        text.parse().ok().map(Self)
    }
}

impl<T: Serialize + DeserializeOwned> AsText for JsonText<T> {
    fn write(self) -> String {
        // Only maps with keys that are no strings fail, and no column holds one.
        serde_json::to_string(&self.0).unwrap_or_default()
    }

    fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok().map(Self)
    }
}

macro_rules! column {
    ($name:ident, $($bound:tt)+) => {
        impl<T: $($bound)+> From<$name<T>> for Value {
            fn from(value: $name<T>) -> Self {
                value.write().into()
            }
        }

        impl<T: $($bound)+> TryGetable for $name<T> {
            fn try_get_by<I: ColIdx>(row: &QueryResult, index: I) -> Result<Self, TryGetError> {
                let text = String::try_get_by(row, index)?;
                Self::read(&text).ok_or_else(|| TryGetError::DbErr(sea_orm::DbErr::Type(format!("unknown value in a {} column", stringify!($name)))))
            }
        }

        impl<T: $($bound)+> ValueType for $name<T> {
            fn try_from(value: Value) -> Result<Self, ValueTypeErr> {
                let text = <String as ValueType>::try_from(value)?;
                Self::read(&text).ok_or(ValueTypeErr)
            }

            fn type_name() -> String {
                stringify!($name).to_owned()
            }

            fn array_type() -> ArrayType {
                ArrayType::String
            }

            fn column_type() -> ColumnType {
                ColumnType::Text
            }
        }

        impl<T: $($bound)+> Nullable for $name<T> {
            fn null() -> Value {
                Value::String(None)
            }
        }
    };
}

column!(Stored, FromStr + Into<&'static str>);
column!(JsonText, Serialize + DeserializeOwned);
