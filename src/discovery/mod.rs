//! Where it flips: scenario discovery, robustness of policies, and what no policy beats.
