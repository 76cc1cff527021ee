/** Where a key leads from a place of a grid that is filled row by row; nothing for other keys. It stops at the edges. */
export function nextPlace(from: number, key: string, { columns, count }: { columns: number; count: number }): number | undefined {
  const last = count - 1
  switch (key) {
    case 'ArrowRight':
      return Math.min(from + 1, last)
    case 'ArrowLeft':
      return Math.max(from - 1, 0)
    case 'ArrowDown':
      return from + columns > last ? from : from + columns
    case 'ArrowUp':
      return from < columns ? from : from - columns
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}
