import { isDict, parseJson, writeJson, type Dict, type Value } from '@voronka/calculator'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import type { Io } from './command.ts'

/**
 * Reads one JSON object a line and writes one a line, in the same order. A line that cannot be read or answered gives a line with `error`
 * and its `id` (null when it could not be seen); the lines after it go on. Empty lines are passed over. Objects are read and written with
 * the calculator's own JSON, so keys keep their order and long whole numbers their digits.
 */
export async function answerLines(io: Io, answer: (line: Dict) => Value | PromiseLike<Value>): Promise<void> {
  for await (const text of linesOf(io.stdin)) {
    if (io.stdout.errored) return
    if (!text.trim()) continue
    const written = io.stdout.write(`${await answerLine(text, answer)}\n`)
    if (!written) await once(io.stdout, 'drain')
  }
}

async function answerLine(text: string, answer: (line: Dict) => Value | PromiseLike<Value>): Promise<string> {
  const line = parseJson(text)
  if (line === undefined || !isDict(line)) return refusal(null, 'This line is not a JSON object.')
  try {
    return writeJson(await answer(line))
  } catch (error) {
    return refusal(line.get('id') ?? null, error instanceof Error ? error.message : String(error))
  }
}

const refusal = (id: Value, error: string): string =>
  writeJson(
    new Map([
      ['id', id],
      ['error', error],
    ]),
  )

/** Only a line feed ends a line: Node's own readline would also split at U+2028, which JSON texts may hold. */
async function* linesOf(stdin: Readable): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  let unfinished = ''
  for await (const chunk of stdin) {
    const lines = (typeof chunk === 'string' ? chunk : decoder.write(chunk)).split('\n')
    lines[0] = unfinished + lines[0]
    unfinished = lines.pop() ?? ''
    yield* lines
  }
  yield unfinished + decoder.end()
}
