import type { Block, BlockType } from '@voronka/flow'

/** By number, or by words that all occur in name, text or condition. Comments are never executed, so they cannot be sent. */
export function findBlocks(blocks: readonly Block[], asked: string, type: BlockType | ''): Block[] {
  const words = asked.trim().toLowerCase().split(/\s+/).filter(Boolean)
  return blocks
    .filter((block) => block.type !== 'comment' && (type === '' || block.type === type))
    .filter((block) => {
      const text = `${block.number} ${block.name} ${block.text} ${block.condition}`.toLowerCase()
      return words.every((word) => text.includes(word))
    })
    .sort((a, b) => Number(String(b.number) === asked.trim()) - Number(String(a.number) === asked.trim()) || a.number - b.number)
}
