/** Megabytes that a server holds in memory, by its own metrics. */
export async function memoryOf(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text()
  const bytes = /^process_resident_memory_bytes (\S+)$/m.exec(metrics)?.[1]
  if (bytes === undefined) throw new Error('The metrics tell no memory.')
  return Number(bytes) / 1_000_000
}
