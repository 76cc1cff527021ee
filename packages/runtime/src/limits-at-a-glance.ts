/** The bounds of everything in one table (reliability-promises, section 15): each from where it is held, so that what is shown is what is so. */
import { largestFileBytes } from '@voronka/api'
import { limits as script } from '@voronka/calculator'
import { blankProject, documentLimits } from '@voronka/flow'
import { mostAutomatic, mostBlocksPerMinute } from '@voronka/flow/engine'
import { mostSearched } from '@voronka/flow/matcher'
import { forgottenMs, freeAttempts } from './accounts/attempts.store.ts'
import { longestName, longestText } from './channels/clean-text.ts'
import { mostFiles } from './channels/parts-of.ts'
import { egressLimits } from './egress/egress-limits.ts'
import { projectBytes, usualBytes } from './http/body.ts'
import { deepest } from './http/depth.ts'
import { keyRate } from './http/guard.ts'
import { longestAddress, mostParameters } from './http/limits.ts'
import { largestBody } from './http/read-parameters.ts'

/** As the documentation shows it. */
export function limitsTable(): string {
  const lines = rows().map(([what, limit, excess]) => `| ${what} | ${limit} | ${excess} |`)
  return ['| what | limit | beyond it |', '|---|---|---|', ...lines].join('\n')
}

const number = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',')
const megabytes = (bytes: number): string => `${number(bytes / 1_000_000)} MB`

const rows = (): readonly (readonly [what: string, limit: string, excess: string])[] => [
  ['planned entries of a client', `${number(blankProject('').settings.pendingLimit)} (setting of the project)`, 'refused, project log'],
  [
    'blocks by transitions without a delay, of one event; blocks a minute of one client',
    `${mostAutomatic}; ${mostBlocksPerMinute}`,
    'cut, project log',
  ],
  [
    'a script: time, steps, nesting',
    `${script.runningMs} ms, ${number(script.steps)}, ${script.nesting}`,
    'that statement gives none, the rest is skipped, project log',
  ],
  ['a text that a script builds; elements of an array or dict', `${number(script.builtText)}; ${number(script.elements)}`, 'the same'],
  ['effects of a script; its requests to other servers', `${script.effects}; ${script.requests}`, 'the same'],
  [
    'a stored value; its name; variables of a client, an order, a project',
    `${number(script.storedValue)}; ${script.nameLength}; ${number(script.variablesPerScope)}`,
    'the assignment is refused, project log',
  ],
  [
    'a regular expression; how much of a message it looks at',
    `${number(script.patternSource)}; ${number(mostSearched)} characters`,
    'no match',
  ],
  ['a message of a client; his name', `${number(longestText)}; ${longestName} characters`, 'cut, with an ellipsis'],
  ['a JSON body; a whole project', `${megabytes(usualBytes)}; ${megabytes(projectBytes)}`, '413'],
  ['a call of the compatible APIs', megabytes(largestBody), '413'],
  ['nesting of JSON; parameters; an address', `${deepest}; ${number(mostParameters)}; ${number(longestAddress)} bytes`, '400, 414'],
  ['an uploaded file; files of a message', `${megabytes(largestFileBytes)}; ${mostFiles}`, '413'],
  ['calls of an API key', `${keyRate.perSecond} a second, ${keyRate.burst} at once`, '429 with `Retry-After`'],
  ['failed sign-ins', `${freeAttempts.pair} in ${forgottenMs / 60_000} minutes, then growing waits`, '429 with `Retry-After`'],
  [
    'blocks, transitions, sheets of a funnel',
    `${number(documentLimits.blocks)}, ${number(documentLimits.arrows)}, ${number(documentLimits.sheets)}`,
    'the file or the change is refused',
  ],
  [
    'an answer of another server: size, time, redirects',
    `${megabytes(egressLimits.bytes)}, ${egressLimits.totalMs / 1000} s, ${egressLimits.redirects}`,
    'the call failed',
  ],
]
