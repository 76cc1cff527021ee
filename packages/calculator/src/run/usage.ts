import type { Value } from '../values.ts'

/** What a host function answered, or how it failed. */
export type Answer = { readonly value: Value } | { readonly error: unknown }

/** Characters from which on a stored text is counted; shorter ones cannot be enough to matter. */
export const longText = 1_000

/** What a run has used up, and the journal of the statement being evaluated: its answers and draws, in case it is evaluated again. */
export class Usage {
  /** On the stopwatch, in milliseconds. */
  deadline = Infinity
  pausedAt = 0
  effects = 0
  requests = 0
  private readonly longTexts = new Map<string, number>()
  private longTextsInAll = 0
  private answers: Answer[] = []
  private draws: number[] = []
  private answered = 0
  private drawn = 0

  /** Notes how long the text of a variable is now; answers with the length of all long ones that this run has stored. */
  noteStored(variable: string, characters: number): number {
    const before = this.longTexts.get(variable) ?? 0
    const now = characters >= longText ? characters : 0
    if (now > 0) this.longTexts.set(variable, now)
    else if (before > 0) this.longTexts.delete(variable)
    this.longTextsInAll += now - before
    return this.longTextsInAll
  }

  forget(): void {
    if (this.answers.length > 0) this.answers = []
    if (this.draws.length > 0) this.draws = []
    this.rewind()
  }

  rewind(): void {
    this.answered = 0
    this.drawn = 0
  }

  knownAnswer(): Answer | undefined {
    return this.answered < this.answers.length ? this.answers[this.answered++] : undefined
  }

  noteAnswer(answer: Answer): void {
    this.answers.push(answer)
    this.answered++
  }

  draw(random: () => number): number {
    const known = this.draws[this.drawn++]
    if (known !== undefined) return known
    const fresh = random()
    this.draws.push(fresh)
    return fresh
  }
}
