//! Dependence between uncertain inputs: correlation matrices and the Gaussian copula.
