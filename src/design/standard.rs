//! Standard two-level fractional factorial designs, by the number of factors.
//!
//! Source: the table of Box, Hunter and Hunter, *Statistics for Experimenters* (1978, 2005); the same
//! choices are in the NIST/SEMATECH e-Handbook of Statistical Methods, section 5.3.3.4.7. Resolutions
//! are computed anew by the tests.

/// A standard design.
pub(super) struct Standard {
    pub(super) factors: usize,
    pub(super) resolution: u32,
    /// Separated by spaces; the number of rows is 2 to the number of factors without a generator.
    pub(super) generators: &'static str,
}

const fn row(factors: usize, resolution: u32, generators: &'static str) -> Standard {
    Standard {
        factors,
        resolution,
        generators,
    }
}

/// By the number of factors, then from many rows to few.
pub(super) const TABLE: &[Standard] = &[
    row(3, 3, "C=AB"),
    row(4, 4, "D=ABC"),
    row(5, 5, "E=ABCD"),
    row(5, 3, "D=AB E=AC"),
    row(6, 6, "F=ABCDE"),
    row(6, 4, "E=ABC F=BCD"),
    row(6, 3, "D=AB E=AC F=BC"),
    row(7, 7, "G=ABCDEF"),
    row(7, 4, "F=ABCD G=ABDE"),
    row(7, 4, "E=ABC F=BCD G=ACD"),
    row(7, 3, "D=AB E=AC F=BC G=ABC"),
    row(8, 5, "G=ABCD H=ABEF"),
    row(8, 4, "F=ABC G=ABD H=BCDE"),
    row(8, 4, "E=BCD F=ACD G=ABC H=ABD"),
    row(9, 6, "H=ACDFG J=BCEFG"),
    row(9, 4, "G=ABCD H=ACEF J=CDEF"),
    row(9, 4, "F=BCDE G=ACDE H=ABDE J=ABCE"),
    row(9, 3, "E=ABC F=BCD G=ACD H=ABD J=ABCD"),
    row(10, 5, "H=ABCG J=BCDE K=ACDF"),
    row(10, 4, "G=BCDF H=ACDF J=ABDE K=ABCE"),
    row(10, 4, "F=ABCD G=ABCE H=ABDE J=ACDE K=BCDE"),
    row(10, 3, "E=ABC F=BCD G=ACD H=ABD J=ABCD K=AB"),
    row(11, 4, "G=CDE H=ABCD J=ABF K=BDEF L=ADEF"),
    row(11, 4, "F=ABC G=BCD H=CDE J=ACD K=ADE L=BDE"),
    row(11, 3, "E=ABC F=BCD G=ACD H=ABD J=ABCD K=AB L=AC"),
    row(12, 4, "F=ABC G=ABD H=ABE J=ACD K=ACE L=ADE M=BCD"),
    row(12, 3, "E=ABC F=ABD G=ACD H=BCD J=ABCD K=AB L=AC M=AD"),
    row(13, 4, "F=ABC G=ABD H=ABE J=ACD K=ACE L=ADE M=BCD N=BCE"),
    row(13, 3, "E=ABC F=ABD G=ACD H=BCD J=ABCD K=AB L=AC M=AD N=BC"),
    row(
        14,
        4,
        "F=ABC G=ABD H=ABE J=ACD K=ACE L=ADE M=BCD N=BCE O=BDE",
    ),
    row(
        14,
        3,
        "E=ABC F=ABD G=ACD H=BCD J=ABCD K=AB L=AC M=AD N=BC O=BD",
    ),
    row(
        15,
        4,
        "F=ABC G=ABD H=ABE J=ACD K=ACE L=ADE M=BCD N=BCE O=BDE P=CDE",
    ),
    row(
        15,
        3,
        "E=ABC F=ABD G=ACD H=BCD J=ABCD K=AB L=AC M=AD N=BC O=BD P=CD",
    ),
];
