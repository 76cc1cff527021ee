/** What decides, one decision at a time and without a server: for tests and tools that have this as a library (reliability-promises, section 17). */
import { fromPlain, isDict, toPlain, type Dict, type Value } from '@voronka/calculator'
import { matchCase as matchWith } from '@voronka/flow/matcher'
import { library } from '@voronka/functions'
import { evaluateBooking as answerBooking } from './cli/evaluate-booking.ts'
import { evaluateCase as answerCase } from './cli/evaluate-case.ts'

export { limits as scriptLimits } from '@voronka/calculator'
export { judgeAddress, type Judgement } from './egress/judge-address.ts'

/** One script, or steps of them: as a line of `voronka eval`, and what that answers. */
export const evaluateCase = (line: object): Promise<unknown> => asPlain(answerCase, line)

/** Free days and slots, and every other function of booking, on a set-up that the line brings along. */
export const evaluateBooking = (line: object): Promise<unknown> => asPlain(answerBooking, line)

/** One condition against one message: as a line of `voronka match`. */
export const matchCase = (line: object): Promise<boolean> => matchWith(line, library)

async function asPlain(answer: (line: Dict) => Promise<Value>, line: object): Promise<unknown> {
  const given = fromPlain(line)
  if (!isDict(given)) throw new Error('An object is wanted.')
  return toPlain(await answer(given))
}
