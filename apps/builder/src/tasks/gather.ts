/** Asks for many things at once that were asked for one by one within a moment; at most `most` a call. */
export function gather<Key, Value>(
  askAll: (keys: readonly Key[]) => Promise<(key: Key) => Value>,
  { ms, most }: { readonly ms: number; readonly most: number },
): (key: Key) => Promise<Value> {
  let waiting: { readonly keys: Set<Key>; readonly answer: Promise<(key: Key) => Value> } | undefined
  return async (key) => {
    if (!waiting || waiting.keys.size >= most) {
      const keys = new Set<Key>()
      const batch = {
        keys,
        answer: new Promise<void>((resolve) => setTimeout(resolve, ms)).then(() => {
          if (waiting === batch) waiting = undefined
          return askAll([...keys])
        }),
      }
      waiting = batch
    }
    waiting.keys.add(key)
    return (await waiting.answer)(key)
  }
}
