/** What other desks may ask of the reader of published budget documents. */
export { sourceBlocks } from './read-file.ts'
