import { FileUp } from 'lucide-react'
import { useState } from 'react'
import type { DragEvent, ReactNode } from 'react'

interface DropAreaProps {
  /** What dropping does, shown while a file hovers above. */
  readonly label: string
  readonly className?: string
  readonly children: ReactNode
  /** Without it files are not taken. */
  readonly onFile: ((file: File) => void) | undefined
}

/** Takes a file that is dropped anywhere on what it holds. */
export function DropArea({ label, className = '', children, onFile }: DropAreaProps) {
  const [over, setOver] = useState(false)
  const hover = (event: DragEvent) => {
    if (!onFile || !event.dataTransfer.types.includes('Files')) return
    // Without this the browser would open the file in place of the page.
    event.preventDefault()
    setOver(true)
  }
  return (
    <div
      className={`relative ${className}`}
      onDragEnter={hover}
      onDragOver={hover}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false)
      }}
      onDrop={(event) => {
        const [file] = event.dataTransfer.files
        setOver(false)
        if (!file || !onFile) return
        event.preventDefault()
        onFile(file)
      }}
    >
      {children}
      {over && (
        <div className="pointer-events-none absolute inset-2 z-50 flex flex-col items-center justify-center gap-2 rounded-md border-2 border-dashed border-accent bg-accent-soft/90 text-accent">
          <FileUp size={28} aria-hidden />
          <span className="font-medium">{label}</span>
        </div>
      )}
    </div>
  )
}
