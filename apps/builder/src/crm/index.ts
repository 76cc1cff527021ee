export * from './operators-query.ts'
export * from './ClientPicker.tsx'
export * from './label-colors.ts'
export * from './audience.queries.ts'
