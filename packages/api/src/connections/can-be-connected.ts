import { connectionKinds } from './all.ts'
import type { ConnectionKind } from './connection-kind.ts'

/** Whether there can be one more of this kind beside those that a project is connected to. */
export function canBeConnected({ kind, family, single }: ConnectionKind, connected: readonly { readonly kind: string }[]): boolean {
  if (single === false) return true
  return !connected.some(
    (other) =>
      other.kind === kind || (single === 'family' && connectionKinds.some((each) => each.kind === other.kind && each.family === family)),
  )
}
