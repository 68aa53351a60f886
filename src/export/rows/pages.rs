//! The pages of a column, with what they say of themselves checked before memory is taken for it.

use parquet::basic::Encoding;
use parquet::column::page::{Page, PageMetadata, PageReader};
use parquet::column::reader::ColumnReaderImpl;
use parquet::data_type::DataType;
use parquet::errors::ParquetError;

/// Rows that are asked for at a time.
const ROWS: usize = 1 << 16;

/// Pages that do not make the library take more memory than they fill.
pub(super) struct Checked(pub(super) Box<dyn PageReader>);

impl Checked {
    fn check(page: Page) -> Result<Page, ParquetError> {
        match &page {
            Page::DictionaryPage {
                buf, num_values, ..
            } if *num_values as usize > buf.len() => Err(ParquetError::General(
                "a dictionary says that it is longer than it is".into(),
            )),
            // These begin with a number of lengths, for which the library takes memory.
            Page::DataPage { encoding, .. } | Page::DataPageV2 { encoding, .. }
                if matches!(
                    encoding,
                    Encoding::DELTA_LENGTH_BYTE_ARRAY | Encoding::DELTA_BYTE_ARRAY
                ) =>
            {
                let text = format!("its encoding is {encoding}, which is not read");
                Err(ParquetError::NYI(text))
            }
            _ => Ok(page),
        }
    }
}

impl Iterator for Checked {
    type Item = Result<Page, ParquetError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.get_next_page().transpose()
    }
}

impl PageReader for Checked {
    fn get_next_page(&mut self) -> Result<Option<Page>, ParquetError> {
        self.0.get_next_page()?.map(Self::check).transpose()
    }

    fn peek_next_page(&mut self) -> Result<Option<PageMetadata>, ParquetError> {
        self.0.peek_next_page()
    }

    fn skip_next_page(&mut self) -> Result<(), ParquetError> {
        self.0.skip_next_page()
    }
}

/// The values of `rows` rows of a column; nothing where fewer than `deepest` of the groups that the column is in are there.
pub(super) fn records<T: DataType>(
    mut reader: ColumnReaderImpl<T>,
    (rows, deepest): (usize, i16),
) -> Result<Vec<Option<T::T>>, ParquetError> {
    let (mut values, mut levels) = (Vec::new(), Vec::new());
    let mut done = 0;
    while done < rows {
        let wanted = (rows - done).min(ROWS);
        let (read, _, _) = reader.read_records(wanted, Some(&mut levels), None, &mut values)?;
        if read == 0 {
            return Err(ParquetError::EOF("it ends too early".into()));
        }
        done += read;
    }
    if deepest == 0 {
        levels = vec![0; values.len()];
    }
    let defined = levels.iter().filter(|level| **level == deepest).count();
    if levels.len() != rows || defined != values.len() {
        return Err(ParquetError::General(
            "it has another number of rows".into(),
        ));
    }
    let mut values = values.into_iter();
    let value = |level: i16| (level == deepest).then(|| values.next()).flatten();
    Ok(levels.into_iter().map(value).collect())
}
