/** How messages are drawn, in the test chat and in dialogues. */
export * from './AttachmentView.tsx'
export * from './ButtonGrid.tsx'
export * from './FormattedText.tsx'
