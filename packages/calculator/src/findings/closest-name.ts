/** The name nearest to a mistyped one, for "did you mean"; undefined when none is near. */
export function closestName(typed: string, names: Iterable<string>): string | undefined {
  const plain = simplified(typed)
  if (plain.length > longestTyped) return undefined
  let best: string | undefined
  let fewest = Math.min(3, Math.ceil(plain.length / 3)) + 1
  for (const name of names) {
    const other = simplified(name)
    if (Math.abs(other.length - plain.length) >= fewest) continue
    const edits = editsBetween(plain, other)
    if (edits < fewest) {
      fewest = edits
      best = name
    }
  }
  return best
}

const longestTyped = 40

/** `addDays`, `add_days` and `ADD_DAYS` are the same to someone who looks for a name. */
function simplified(name: string): string {
  return name.toLowerCase().replaceAll('_', '')
}

/** How many characters have to be put in, taken out or replaced. */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same))
    }
    row = next
  }
  return row[b.length] ?? 0
}
