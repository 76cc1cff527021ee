interface Wanted {
  readonly origin: string
  readonly key: string
  /** By what the client is found. */
  readonly by: 'client_id' | 'phone' | 'email'
  /** Where that stands in what the service sends: a name, or names joined by dots; empty: under its usual name. */
  readonly path: string
  readonly message: string
}

/** The address of a callback, with the parameters that say where the client is named (http-api, section 1.2). */
export function webhookAddress({ origin, key, by, path, message }: Wanted): string {
  const place = path.trim()
  const params = new URLSearchParams()
  if (message.trim()) params.set('message', message.trim())
  if (place.includes('.')) {
    params.set('delimiter', '.')
    params.set(`delimiter_value_${by}`, place)
  } else if (place) params.set(`value_${by}`, place)
  const query = params.toString()
  return `${origin}/api/${key}/callback${query && `?${query}`}`
}
