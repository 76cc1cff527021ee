/** One figure, as `packages/house/bin/bench.ts` prints it. */
export interface BenchRow {
  readonly name: string
  readonly figure: number
  readonly unit: string
  readonly yardstick?: { readonly name: string; readonly figure: number }
  readonly ratio?: number
  readonly target?: string
  readonly ok?: boolean
}
