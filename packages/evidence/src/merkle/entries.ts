/** Bytes that an entry may have: its length is told with 16 bits (C2SP tlog-tiles). */
export const mostEntryBytes = 65_535;

/** Entries as an entry tile holds them: each after its length, big-endian, in two bytes. */
export function encodeEntries(entries: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    entries.flatMap((entry) => {
      if (entry.length > mostEntryBytes) throw new RangeError(`An entry of ${entry.length} bytes does not fit: ${mostEntryBytes} are the most.`);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(entry.length);
      return [length, entry];
    }),
  );
}

/** The entries of a tile. Throws where the bytes do not end with one. */
export function decodeEntries(tile: Uint8Array): Buffer[] {
  const bytes = Buffer.from(tile.buffer, tile.byteOffset, tile.byteLength);
  const entries: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + 2 <= bytes.length ? at + 2 + bytes.readUInt16BE(at) : Number.POSITIVE_INFINITY;
    if (end > bytes.length) throw new RangeError(`The entry at byte ${at} of the tile goes beyond its end.`);
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return entries;
}
