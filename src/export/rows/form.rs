//! What a column of a Parquet file is, and its values as numbers or words.

use super::pages::records;
use super::{Kind, Values};
use parquet::basic::{ConvertedType, LogicalType, Type as Physical};
use parquet::column::reader::ColumnReader;
use parquet::data_type::ByteArray;
use parquet::errors::ParquetError;
use parquet::schema::types::ColumnDescriptor;

/// What the bytes of a column stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Whole numbers with a sign.
    Signed,
    /// Whole numbers from 0.
    Unsigned,
    /// Binary numbers of 4 or 8 bytes.
    Real,
    /// Binary numbers of 2 bytes.
    Half,
    /// Whole numbers to be divided by 10 to this power.
    Decimal(i32),
    /// Yes or no, which become words.
    Flag,
    /// Words.
    Text,
}

impl Form {
    /// What a column is.
    ///
    /// # Errors
    ///
    /// Names the column and its type, where it is none that can be read.
    pub(super) fn of(column: &ColumnDescriptor) -> Result<Self, ParquetError> {
        let refused = |what: String| {
            let name = column.path().string();
            ParquetError::NYI(format!("column `{name}` {what}, which is not read"))
        };
        if column.max_rep_level() > 0 {
            return Err(refused("holds lists".into()));
        }
        let physical = column.physical_type();
        let found = match column.logical_type_ref() {
            Some(logical) => Self::logical(physical, logical, column.type_length()),
            None => Self::converted(physical, column),
        };
        found.ok_or_else(|| {
            let more = match (column.logical_type_ref(), column.converted_type()) {
                (Some(logical), _) => format!(" ({})", word(&format!("{logical:?}"))),
                (None, ConvertedType::NONE) => String::new(),
                (None, converted) => format!(" ({converted})"),
            };
            refused(format!("is of type {physical}{more}"))
        })
    }

    fn logical(physical: Physical, logical: &LogicalType, length: i32) -> Option<Self> {
        use Physical::{BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY, INT32, INT64};
        match (logical, physical) {
            (LogicalType::Integer(int), INT32 | INT64) if int.is_signed => Some(Self::Signed),
            (LogicalType::Integer(_), INT32 | INT64) => Some(Self::Unsigned),
            (LogicalType::Decimal(decimal), _) => Self::decimal(physical, length, decimal.scale),
            (LogicalType::Float16, FIXED_LEN_BYTE_ARRAY) if length == 2 => Some(Self::Half),
            (LogicalType::String | LogicalType::Enum | LogicalType::Json, BYTE_ARRAY) => {
                Some(Self::Text)
            }
            (LogicalType::Unknown, _) => Self::plain(physical),
            _ => None,
        }
    }

    /// By the notes of older files.
    fn converted(physical: Physical, column: &ColumnDescriptor) -> Option<Self> {
        use ConvertedType as Old;
        match column.converted_type() {
            Old::NONE => Self::plain(physical),
            Old::UINT_8 | Old::UINT_16 | Old::UINT_32 | Old::UINT_64 => {
                (Self::plain(physical)? == Self::Signed).then_some(Self::Unsigned)
            }
            Old::INT_8 | Old::INT_16 | Old::INT_32 | Old::INT_64 => {
                Self::plain(physical).filter(|form| *form == Self::Signed)
            }
            Old::UTF8 | Old::ENUM | Old::JSON => {
                Self::plain(physical).filter(|form| *form == Self::Text)
            }
            Old::DECIMAL => Self::decimal(physical, column.type_length(), column.type_scale()),
            _ => None,
        }
    }

    fn plain(physical: Physical) -> Option<Self> {
        match physical {
            Physical::BOOLEAN => Some(Self::Flag),
            Physical::INT32 | Physical::INT64 => Some(Self::Signed),
            Physical::FLOAT | Physical::DOUBLE => Some(Self::Real),
            Physical::BYTE_ARRAY => Some(Self::Text),
            Physical::INT96 | Physical::FIXED_LEN_BYTE_ARRAY => None,
        }
    }

    fn decimal(physical: Physical, length: i32, scale: i32) -> Option<Self> {
        let is_read = match physical {
            Physical::INT32 | Physical::INT64 | Physical::BYTE_ARRAY => true,
            Physical::FIXED_LEN_BYTE_ARRAY => length <= 16,
            _ => false,
        };
        is_read.then_some(Self::Decimal(scale))
    }

    /// What a column of another program becomes: its numbers are real.
    pub(super) fn kind(self) -> Kind {
        match self {
            Self::Flag | Self::Text => Kind::Text,
            _ => Kind::Real,
        }
    }

    /// The values of a column of one row group; a missing number is NaN, a missing word is empty.
    pub(super) fn read(
        self,
        reader: ColumnReader,
        kind: Kind,
        rows: usize,
        deepest: i16,
    ) -> Result<Values, ParquetError> {
        use ColumnReader as R;
        let take = (rows, deepest);
        match (self, reader) {
            (Self::Unsigned, R::Int64ColumnReader(r)) if kind == Kind::Integer => {
                let own = records(r, take)?.into_iter();
                let own = own.map(|x| Some(x?.cast_unsigned()));
                let all: Option<Vec<u64>> = own.collect();
                all.map(Values::Integers)
                    .ok_or_else(|| ParquetError::General("a number is missing".into()))
            }
            (Self::Signed, R::Int32ColumnReader(r)) => reals(records(r, take)?, |x| Ok(x.into())),
            (Self::Unsigned, R::Int32ColumnReader(r)) => {
                reals(records(r, take)?, |x| Ok(x.cast_unsigned().into()))
            }
            (Self::Signed, R::Int64ColumnReader(r)) => {
                reals(records(r, take)?, |x| exact(x.into()))
            }
            (Self::Unsigned, R::Int64ColumnReader(r)) => {
                reals(records(r, take)?, |x| exact(x.cast_unsigned().into()))
            }
            (Self::Real, R::DoubleColumnReader(r)) => reals(records(r, take)?, Ok),
            (Self::Real, R::FloatColumnReader(r)) => reals(records(r, take)?, |x| Ok(x.into())),
            (Self::Half, R::FixedLenByteArrayColumnReader(r)) => {
                reals(records(r, take)?, |x| half(x.data()))
            }
            (Self::Decimal(scale), R::Int32ColumnReader(r)) => {
                reals(records(r, take)?, |x| divided(x.into(), scale))
            }
            (Self::Decimal(scale), R::Int64ColumnReader(r)) => {
                reals(records(r, take)?, |x| divided(x.into(), scale))
            }
            (Self::Decimal(scale), R::FixedLenByteArrayColumnReader(r)) => {
                reals(records(r, take)?, |x| divided(whole(x.data())?, scale))
            }
            (Self::Decimal(scale), R::ByteArrayColumnReader(r)) => {
                reals(records(r, take)?, |x| divided(whole(x.data())?, scale))
            }
            (Self::Flag, R::BoolColumnReader(r)) => texts(records(r, take)?, |x| Ok(x.to_string())),
            (Self::Text, R::ByteArrayColumnReader(r)) => texts(records(r, take)?, |x| utf8(&x)),
            _ => Err(ParquetError::General("its type changes".into())),
        }
    }
}

/// The first word of a text.
fn word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default()
}

fn reals<T>(
    values: Vec<Option<T>>,
    real: impl Fn(T) -> Result<f64, ParquetError>,
) -> Result<Values, ParquetError> {
    let real = |value: Option<T>| value.map_or(Ok(f64::NAN), &real);
    let values = values.into_iter().map(real).collect::<Result<_, _>>()?;
    Ok(Values::Reals(values))
}

fn texts<T>(
    values: Vec<Option<T>>,
    text: impl Fn(T) -> Result<String, ParquetError>,
) -> Result<Values, ParquetError> {
    let text = |value: Option<T>| value.map_or(Ok(String::new()), &text);
    let values = values.into_iter().map(text).collect::<Result<_, _>>()?;
    Ok(Values::Texts(values))
}

fn utf8(bytes: &ByteArray) -> Result<String, ParquetError> {
    let text = bytes.as_utf8().map(str::to_owned);
    text.map_err(|_| ParquetError::NYI("it holds bytes that are no UTF-8".into()))
}

/// A whole number as a real one, where it is one.
fn exact(whole: i128) -> Result<f64, ParquetError> {
    let real = whole as f64;
    match real as i128 == whole {
        true => Ok(real),
        false => Err(ParquetError::NYI(format!(
            "it holds {whole}, which is too large to be read exactly"
        ))),
    }
}

/// A whole number of at most 16 bytes, the first ones first, with its sign in the first bit.
fn whole(bytes: &[u8]) -> Result<i128, ParquetError> {
    let Some(unused) = 16_usize.checked_sub(bytes.len()) else {
        let length = bytes.len();
        return Err(ParquetError::NYI(format!(
            "it holds decimals of {length} bytes"
        )));
    };
    let is_negative = bytes.first().is_some_and(|b| *b > 127);
    let mut all = [if is_negative { 0xff } else { 0 }; 16];
    all[unused..].copy_from_slice(bytes);
    Ok(i128::from_be_bytes(all))
}

/// The real number that is nearest to a decimal one.
fn divided(whole: i128, scale: i32) -> Result<f64, ParquetError> {
    let text = format!("{whole}e{}", -i64::from(scale));
    text.parse()
        .map_err(|_| ParquetError::General(format!("`{text}` is no number")))
}

/// A number of IEEE 754, 16 bits, the last ones first.
fn half(bytes: &[u8]) -> Result<f64, ParquetError> {
    let bytes = <[u8; 2]>::try_from(bytes);
    let bits = bytes.map(u16::from_le_bytes);
    let bits = bits.map_err(|_| ParquetError::General("a number of a wrong length".into()))?;
    let (exponent, fraction) = (i32::from(bits >> 10 & 0x1f), f64::from(bits & 0x3ff));
    let size = match exponent {
        0x1f if fraction == 0.0 => f64::INFINITY,
        0x1f => f64::NAN,
        0 => fraction * power(-24),
        _ => (1024.0 + fraction) * power(exponent - 25),
    };
    Ok(if bits >> 15 == 1 { -size } else { size })
}

/// 2 to a power from −24 to 5.
fn power(exponent: i32) -> f64 {
    f64::from(1_u32 << (exponent + 24)) / f64::from(1_u32 << 24)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Values of the table of the format in IEEE 754-2008.
    #[test]
    fn halves() {
        for (bits, value) in [
            (0x0000_u16, 0.0),
            (0x0001, 1.0 / 16_777_216.0),
            (0x03ff, 1023.0 / 16_777_216.0),
            (0x0400, 1.0 / 16384.0),
            (0x3c00, 1.0),
            (0x3c01, 1.0 + 1.0 / 1024.0),
            (0x7bff, 65504.0),
            (0x7c00, f64::INFINITY),
            (0xc000, -2.0),
        ] {
            assert_eq!(half(&bits.to_le_bytes()).unwrap(), value, "{bits:04x}");
        }
        assert!(half(&0x7c01_u16.to_le_bytes()).unwrap().is_nan());
        assert!(half(&[1]).is_err());
    }

    #[test]
    fn decimals() {
        assert_eq!(whole(&[]).unwrap(), 0);
        assert_eq!(whole(&[0xff]).unwrap(), -1);
        assert_eq!(whole(&[0x00, 0xff]).unwrap(), 255);
        assert_eq!(whole(&[0x80; 16]).unwrap(), i128::from_be_bytes([0x80; 16]));
        assert!(whole(&[0; 17]).is_err());
        assert_eq!(divided(-105, 2).unwrap(), -1.05);
        assert_eq!(divided(i128::MAX, 38).unwrap(), 1.7014118346046923);
        assert_eq!(divided(1, i32::MIN).unwrap(), f64::INFINITY);
    }

    #[test]
    fn whole_numbers_are_exact_or_refused() {
        assert_eq!(exact(1 << 53).unwrap(), 9_007_199_254_740_992.0);
        assert_eq!(
            exact((1 << 60) + (1 << 10)).unwrap(),
            1_152_921_504_606_848_000.0
        );
        assert!(exact((1 << 53) + 1).is_err());
        assert!(exact(u64::MAX.into()).is_err());
    }
}
