//! What matters: measures of the influence of inputs on an output, from numbers alone.
