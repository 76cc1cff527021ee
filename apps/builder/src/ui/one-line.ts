/** A text field of several lines that looks like a field of one while there is no more in it. */
export const oneLine = 'min-h-8! resize-none! py-1.25!'
