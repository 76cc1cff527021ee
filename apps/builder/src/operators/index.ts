export { ShiftMenu } from './ShiftMenu.tsx'
export { distributionQuery } from './operators.queries.ts'
export { useOperatorOptions } from './use-operator-options.ts'
