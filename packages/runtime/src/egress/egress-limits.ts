/** The bounds of everything that goes out (reliability-promises, P9.2, P9.3). */
export const egressLimits = { redirects: 5, totalMs: 10_000, bytes: 5_000_000, urlLength: 8_192, requestBytes: 5_000_000 } as const
