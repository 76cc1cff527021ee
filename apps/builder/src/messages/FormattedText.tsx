import { readFormattedText, type FormattedNode, type Mark } from '@voronka/api/formatted-text'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

const tags: Readonly<Record<Exclude<Mark, 'spoiler'>, 'strong' | 'em' | 'u' | 's' | 'code' | 'pre' | 'blockquote'>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
  pre: 'pre',
  quote: 'blockquote',
}

const looks: Partial<Record<Mark, string>> = {
  code: 'rounded-sm bg-hover px-1 font-mono text-[0.93em]',
  pre: 'my-1 rounded-md bg-hover p-2 font-mono text-[0.93em] whitespace-pre-wrap',
  quote: 'my-0.5 border-l-2 border-accent pl-2',
}

/** The text of a message as React elements; nothing of it is ever inserted as HTML (reliability-promises, P10.2). */
export function FormattedText({ text, format }: { readonly text: string; readonly format: 'plain' | 'markdown' | 'html' }) {
  return <>{readFormattedText(text, format).map(draw)}</>
}

function draw(node: FormattedNode, index: number): ReactNode {
  if (node.kind === 'text') return node.text
  const children = node.children.map(draw)
  if (node.kind === 'link') {
    return (
      <SafeLink key={index} href={node.href}>
        {children}
      </SafeLink>
    )
  }
  if (node.mark === 'spoiler') return <Spoiler key={index}>{children}</Spoiler>
  const Tag = tags[node.mark]
  return (
    <Tag key={index} className={looks[node.mark]}>
      {children}
    </Tag>
  )
}

/** `href` has passed `safeHref`. */
export function SafeLink({
  href,
  className,
  children,
}: {
  readonly href: string
  readonly className?: string
  readonly children: ReactNode
}) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow" className={className ?? 'text-accent underline underline-offset-2'}>
      {children}
    </a>
  )
}

function Spoiler({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('messages')
  const [open, setOpen] = useState(false)
  if (open) return <span>{children}</span>
  return (
    <button type="button" className="rounded-sm bg-muted px-0.5 text-transparent" aria-label={t('spoiler')} onClick={() => setOpen(true)}>
      <span aria-hidden className="invisible">
        {children}
      </span>
    </button>
  )
}
