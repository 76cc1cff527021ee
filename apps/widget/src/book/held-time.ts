/** The time that is held for this visitor: asked for when he chooses it, given back when he chooses another, lapsing by itself. */
import type { Answer, BookingApi, Slot } from './api.ts'

export interface HeldTime {
  /** The hold of now; null: none. */
  current(): string | null
  /** When it ends; undefined: nothing is held. */
  until(): number | undefined
  take(slot: Slot): Promise<Answer<{ employee: string }>>
  release(): void
  /** It was booked: there is nothing to give back. */
  forget(): void
}

export function heldTime(api: Pick<BookingApi, 'hold' | 'release'>): HeldTime {
  let hold: string | null = null
  let until: number | undefined
  const forget = () => {
    hold = null
    until = undefined
  }
  return {
    current: () => hold,
    until: () => until,
    async take(slot) {
      const answer = await api.hold(slot, hold)
      if (!answer.ok) return answer
      hold = answer.value.hold
      until = answer.value.until === null ? undefined : Date.parse(answer.value.until)
      return { ok: true, value: { employee: answer.value.employee } }
    },
    release() {
      if (hold !== null) api.release(hold)
      forget()
    },
    forget,
  }
}
