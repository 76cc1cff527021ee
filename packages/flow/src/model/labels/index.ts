export * from './words.ts'
export * from './block-title.ts'
export * from './arrow-label.ts'
export * from './plural.ts'
