import type { ConnectionKind } from './connection-kind.ts'

/** Everything that a project can be connected to: one file a kind, and a line here. */
export const connectionKinds: readonly ConnectionKind[] = []
