/** Frames that show a page of ours on a site of somebody else. */

export function frameOf(address: string, title: string, style: string): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  frame.src = address
  frame.title = title
  frame.setAttribute('allow', 'clipboard-write')
  frame.style.cssText = `display:block;width:100%;border:0;${style}`
  return frame
}

/** Hears what the page in the frame says, and nobody else. Gives the way to stop. */
export function hear(frame: HTMLIFrameElement, origin: string, call: (data: unknown) => void): () => void {
  const heard = (event: MessageEvent<unknown>) => {
    if (event.origin === origin && event.source === frame.contentWindow) call(event.data)
  }
  window.addEventListener('message', heard)
  return () => window.removeEventListener('message', heard)
}

/** The language of the site around, where it is one that we speak. */
export function languageOfSite(): 'ru' | 'en' | undefined {
  const language = document.documentElement.lang.slice(0, 2).toLowerCase()
  return language === 'ru' || language === 'en' ? language : undefined
}
