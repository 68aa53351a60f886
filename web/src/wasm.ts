/** The engine's bytes: they stand in the page itself, compressed, as base64. */
export async function engineBytes(): Promise<ArrayBuffer> {
  const text = document.getElementById("vessels-engine")?.textContent ?? "";
  const packed = Uint8Array.from(atob(text.trim()), (c) => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}
