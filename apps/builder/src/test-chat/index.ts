export { TestChat } from './TestChat.tsx'
