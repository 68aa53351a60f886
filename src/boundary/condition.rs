//! A condition on a number of a study, as text.

use super::BoundaryError;
use crate::text::read_number;

/// Above or below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// Greater than the bound.
    Above,
    /// Less than the bound.
    Below,
}

/// What is asked of one number.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// Name of the column.
    pub column: String,
    /// Which side.
    pub relation: Relation,
    /// The bound, in the unit of the metric.
    pub bound: f64,
}

impl Condition {
    /// Reads `NAME > BOUND` or `NAME < BOUND`; the bound as [`read_number`] reads it.
    ///
    /// # Errors
    ///
    /// [`BoundaryError::Condition`].
    pub fn parse(text: &str) -> Result<Self, BoundaryError> {
        let wrong = || BoundaryError::Condition(text.to_owned());
        let at = text.find(['<', '>']).ok_or_else(wrong)?;
        let relation = if text[at..].starts_with('>') {
            Relation::Above
        } else {
            Relation::Below
        };
        let bound = read_number(&text[at + 1..]).ok_or_else(wrong)?.value;
        let column = text[..at].trim().to_owned();
        if column.is_empty() {
            return Err(wrong());
        }
        Ok(Self {
            column,
            relation,
            bound,
        })
    }

    /// Whether a value meets it.
    pub fn holds(&self, value: f64) -> bool {
        match self.relation {
            Relation::Above => value > self.bound,
            Relation::Below => value < self.bound,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_bounds() {
        let condition = Condition::parse("backlog@police > 10,000").unwrap();
        assert_eq!(condition.column, "backlog@police");
        assert_eq!(
            (condition.relation, condition.bound),
            (Relation::Above, 1e4)
        );
        let share = Condition::parse("found-share:new<1 %").unwrap();
        assert_eq!((share.relation, share.bound), (Relation::Below, 0.01));
        assert!(share.holds(0.009) && !share.holds(0.01));
        for wrong in [
            "backlog",
            "> 3",
            "backlog > many",
            "backlog > inf",
            "share > 0,5",
        ] {
            let expected = BoundaryError::Condition(wrong.into());
            assert_eq!(Condition::parse(wrong).unwrap_err(), expected);
        }
    }
}
