import type { ClipboardEvent, DragEvent } from 'react'

/** For the element that takes files by pasting and dropping. Texts are left to the field below. */
export function takesFiles(onFiles: (files: File[]) => void) {
  return {
    onPaste(event: ClipboardEvent): void {
      const files = [...event.clipboardData.files]
      if (!files.length) return
      event.preventDefault()
      onFiles(files)
    },
    onDragOver(event: DragEvent): void {
      if (event.dataTransfer.types.includes('Files')) event.preventDefault()
    },
    onDrop(event: DragEvent): void {
      const files = [...event.dataTransfer.files]
      if (!files.length) return
      event.preventDefault()
      onFiles(files)
    },
  }
}
