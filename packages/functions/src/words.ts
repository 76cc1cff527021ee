/** A text that a person reads, in both languages of the product. */
export interface Words {
  readonly ru: string
  readonly en: string
}
