/** How a turn is told: also for the dialogues of real clients. */
export { TurnTrace } from './TurnTrace.tsx'
export { flowNames } from './use-flow-names.ts'
export { variableText } from './variable-text.ts'
