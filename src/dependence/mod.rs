//! Dependence between uncertain inputs: correlation matrices and the Gaussian copula.

mod blame;
mod cholesky;
mod copula;
mod correlation;
mod rank;

pub use blame::{Blame, NotPositiveDefinite};
pub use cholesky::cholesky;
pub use copula::GaussianCopula;
pub use correlation::{CorrelationError, CorrelationMatrix, Pair};
pub use rank::{pearson_of_spearman, spearman_of_pearson};
