import { Button } from 'antd'

/** Ready phrases (常用语): a press puts one into the box. */
export function Phrases({ phrases, take }: { readonly phrases: readonly string[]; readonly take: (phrase: string) => void }) {
  if (phrases.length === 0) return null
  return (
    <div className="phrases">
      <span className="quiet">常用语</span>
      {phrases.map((phrase) => (
        <Button key={phrase} size="small" onClick={() => take(phrase)}>
          {phrase}
        </Button>
      ))}
    </div>
  )
}
