export * from './contract.ts'
export * from './steps.ts'
