export { Panel } from './Panel.tsx'
export { addButton, chip, control, iconButton, smallIconButton } from './fields/controls.ts'
