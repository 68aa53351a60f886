//! Distribution functions that are right far into the tails.
//!
//! Everything here is a pure function of its arguments, built on [`libm`] so that every platform
//! returns the same bytes. The closed forms of the model and the tests of the samplers in
//! [`crate::random`] both rest on it.

pub mod beta;
pub mod binomial;
pub mod gamma;
pub mod hypergeometric;
pub mod negative_binomial;
pub mod normal;
pub mod poisson;
pub mod saddle;
pub mod student;

mod quadrature;
pub(crate) mod solve;

#[cfg(test)]
pub(crate) mod reference;
