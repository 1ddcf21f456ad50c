import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import type { Static } from 'typebox'
import type { ItemLine, ItemList } from '../../../../contract/catalogue.ts'
import { nothingInForce, sentenceOfElsewhere } from '../../../../contract/catalogue-words.ts'
import { call } from '../../../api.ts'

interface Props {
  readonly onPick: (item: ItemLine) => void
}

/**
 * Chooses an item by name, plain words or pinyin initials. Enter takes the marked one; pressed before the answer is there, it takes the first
 * when it comes.
 */
export function ItemPicker({ onPick }: Props) {
  const list = useId()
  const [text, setText] = useState('')
  const [asked, setAsked] = useState('')
  const [at, setAt] = useState(0)
  const waiting = useRef(false)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), 60)
    return () => clearTimeout(timer)
  }, [text])
  const found = useQuery({
    queryKey: ['items', asked],
    staleTime: 60_000,
    queryFn: ({ signal }) => call<Static<typeof ItemList>>('/api/catalogue/items', { query: { q: asked, limit: asked === '' ? 200 : 12 }, signal }),
  })
  const fresh = asked === text.trim() && found.data !== undefined
  const items = fresh ? found.data.items : []
  useEffect(() => {
    if (!fresh || !waiting.current) return
    waiting.current = false
    const [first] = found.data.items
    if (first) onPick(first)
  }, [fresh, found.data, onPick])
  const marked = items[Math.min(at, items.length - 1)]
  return (
    <div className="picker">
      <label htmlFor={`${list}-box`}>事项</label>
      <input
        id={`${list}-box`}
        className="box"
        role="combobox"
        aria-expanded={items.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={marked && `${list}-${marked.code}`}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: the clerk came here to type the item
        autoFocus
        placeholder="名称、平常话或拼音首字母，例如 lwpq；上下键选择，回车确定"
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
          waiting.current = false
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'ArrowDown') setAt((now) => Math.min(now + 1, items.length - 1))
          else if (event.key === 'ArrowUp') setAt((now) => Math.max(now - 1, 0))
          else if (event.key === 'Enter') {
            if (marked) onPick(marked)
            else if (!fresh && text.trim() !== '') waiting.current = true
          } else return
          event.preventDefault()
        }}
      />
      <p role="status" className={found.isError ? 'fault' : 'quiet'}>
        {found.isError
          ? found.error.message
          : !fresh
            ? '正在查找'
            : found.data.elsewhere
              ? sentenceOfElsewhere(found.data.elsewhere)
              : items.length === 0
                ? asked === ''
                  ? nothingInForce
                  : '没有找到这个事项，换个说法试试。'
                : `${found.data.total} 个事项`}
      </p>
      <div role="listbox" id={list} aria-label="事项" className="picker-list">
        {items.map((item) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the box's
          <div
            key={item.code}
            id={`${list}-${item.code}`}
            role="option"
            tabIndex={-1}
            aria-selected={item === marked}
            className={item === marked ? 'marked' : ''}
            onClick={() => onPick(item)}
          >
            <strong>{item.name}</strong>
            <span className="quiet">
              {item.field} · {item.procedureName} · {item.promised}
              {item.matched && ` · ${item.matched}`}
            </span>
          </div>
        ))}
      </div>
    </div>
  )
}
