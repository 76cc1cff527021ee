/** For a stored text that is asked for with each message or call and changed hardly ever: what stands in it is read once. */
export function readOnce<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const value = known.get(text) ?? read(text)
    if (known.size > mostKnown) known.clear()
    known.set(text, value)
    return value
  }
}

const mostKnown = 1000
