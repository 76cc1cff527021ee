import { checkTextLength } from '@voronka/calculator'

/** Joins pieces of text and stops with `limit-text` as soon as they are too much, before memory is. */
export class TextBuilder {
  private readonly pieces: string[] = []
  private size = 0

  add(piece: string): this {
    this.size += piece.length
    checkTextLength(this.size)
    this.pieces.push(piece)
    return this
  }

  /** The pieces as they were added, with `separator` between them. */
  join(separator = ''): string {
    checkTextLength(this.size + separator.length * Math.max(this.pieces.length - 1, 0))
    return this.pieces.join(separator)
  }
}
