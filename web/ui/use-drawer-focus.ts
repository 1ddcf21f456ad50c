import { type RefObject, useEffect, useState } from 'react'

/** Opened, a drawer puts the keyboard into its first box, or on its press where nothing is asked; closed, it gives the keyboard back to the button it came from. */
export function useDrawerFocus(form: string, press: RefObject<HTMLButtonElement | null>): void {
  const [from] = useState(() => document.activeElement)
  useEffect(() => {
    const timer = setTimeout(() => {
      const box = document.querySelector<HTMLElement>(`${form} form input:not([type=file]):not([hidden]), ${form} form textarea`)
      if (box) box.focus()
      else press.current?.focus()
    }, 50)
    return () => {
      clearTimeout(timer)
      if (from instanceof HTMLElement && from.isConnected) from.focus()
    }
  }, [form, press, from])
}
