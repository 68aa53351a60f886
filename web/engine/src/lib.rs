//! The engine behind three exports: `alloc`, `dealloc` and `call`. `web/src/protocol.ts` says what is asked and answered.
//!
//! This file is the only one with `unsafe`: memory of the module is handed to JavaScript and taken back as pointer and
//! length. Everything else is in [`ask`], which takes text and gives text.

mod answer;
mod ask;
mod controls;
mod open;
mod risk;
mod run;
mod state;
mod theory;

pub use ask::ask;

/// A place for a request of `length` bytes. It is given back by [`call`], or by [`dealloc`] with the same length.
#[unsafe(no_mangle)]
pub extern "C" fn alloc(length: usize) -> *mut u8 {
    let place: Box<[u8]> = vec![0; length].into_boxed_slice();
    Box::into_raw(place).cast()
}

/// Frees what [`alloc`] or [`call`] gave.
///
/// # Safety
///
/// `pointer` and `length` are those of one place that `alloc` or `call` gave and that was not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dealloc(pointer: *mut u8, length: usize) {
    // SAFETY: the caller promises that this is a boxed slice of this length which nobody else holds.
    drop(unsafe { taken(pointer, length) });
}

/// Answers the request at `pointer`, and frees it. Returns pointer · 2³² + length of the answer, for [`dealloc`].
///
/// # Safety
///
/// As for [`dealloc`].
#[unsafe(no_mangle)]
pub unsafe extern "C" fn call(pointer: *mut u8, length: usize) -> u64 {
    // SAFETY: the caller promises that this is a boxed slice of this length which nobody else holds.
    let request = unsafe { taken(pointer, length) };
    let answer = ask(&request).into_bytes().into_boxed_slice();
    let length = answer.len() as u64;
    let pointer = Box::into_raw(answer).cast::<u8>() as usize as u64;
    pointer << 32 | length
}

/// # Safety
///
/// As for [`dealloc`].
unsafe fn taken(pointer: *mut u8, length: usize) -> Box<[u8]> {
    // SAFETY: `alloc` and `call` made it from a boxed slice of this length; the caller hands it back once.
    unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(pointer, length)) }
}
