/**
 * Finds the place of a hash in a growing list of hashes. A table of places alone, probed one slot after the other: eight
 * to sixteen bytes a hash, where a map needs forty and, while it grows, as much again.
 */
export function hashIndex(hashes: readonly string[]) {
  let slots = new Int32Array(1024).fill(-1)

  function slotOf(hash: string): number {
    const mask = slots.length - 1
    // Hashes are evenly spread: any eight digits of them will do.
    let slot = Number.parseInt(hash.slice(0, 8), 16) & mask
    while (slots[slot] !== -1 && hashes[slots[slot] ?? -1] !== hash) slot = (slot + 1) & mask
    return slot
  }

  return {
    find(hash: string): number | undefined {
      const place = slots[slotOf(hash)] ?? -1
      return place === -1 ? undefined : place
    },
    /** Takes in the hash that the list has just got as its last. */
    addLast() {
      if (hashes.length * 2 > slots.length) grow()
      else slots[slotOf(hashes.at(-1) ?? '')] = hashes.length - 1
    },
  }

  function grow() {
    slots = new Int32Array(slots.length * 2).fill(-1)
    for (const [place, hash] of hashes.entries()) slots[slotOf(hash)] = place
  }
}
