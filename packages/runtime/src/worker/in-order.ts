/** Work under the same key is carried out one after the other, in the order in which it was asked for; different keys side by side. */
export function inOrder() {
  const last = new Map<string, Promise<unknown>>()
  return <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const before = last.get(key)
    const own = before ? before.then(work, work) : work()
    last.set(key, own)
    const forget = () => {
      if (last.get(key) === own) last.delete(key)
    }
    own.then(forget, forget)
    return own
  }
}
