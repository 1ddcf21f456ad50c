/** The words of a box as they stand on paper, where the box itself is left out. Stands before the box. */
export const OnPaper = ({ text, amount }: { readonly text: string; readonly amount?: true }) => (
  <span className={amount ? 'on-paper amount' : 'on-paper'} aria-hidden="true">
    {text}
  </span>
)
