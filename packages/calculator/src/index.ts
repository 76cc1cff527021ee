export * from './values.ts'
export * from './contract.ts'
