import type { ChatButton } from '@voronka/api'

export type TestEvent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'button'; readonly text: string }
  | { readonly kind: 'callback'; readonly text: string; readonly pressed: boolean }
  | { readonly kind: 'attachment'; readonly urls: string[]; readonly caption: string }
  | { readonly kind: 'send-block'; readonly block: number }
  | { readonly kind: 'unsubscribed' }

export type ClockMove =
  | { readonly move: 'by'; readonly milliseconds: number }
  | { readonly move: 'to'; readonly moment: string }
  | { readonly move: 'next-timer' }
  | { readonly move: 'reset' }

export type Scope = 'order' | 'client' | 'project'

/** What a person can do in the test chat. Each ends when the state after it is shown; a failure is shown by whoever started it. */
export interface ChatActions {
  send(event: TestEvent): Promise<void>
  restart(): Promise<void>
  addPerson(): Promise<void>
  showPerson(person: number): void
  moveClock(move: ClockMove): Promise<void>
  runPending(id: number): Promise<void>
  cancelPending(id: number): Promise<void>
  setVariable(scope: Scope, name: string, value: string): Promise<void>
}

/** The event that a press of a button is (builder-and-runtime, 12.2 and 14). */
export function pressOf({ text, callback }: ChatButton): TestEvent {
  return callback === undefined || callback === '' || callback === text
    ? { kind: 'button', text }
    : { kind: 'callback', text: callback, pressed: true }
}
