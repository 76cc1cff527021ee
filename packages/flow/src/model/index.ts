export * from './flow.ts'
export * from './edits.ts'
