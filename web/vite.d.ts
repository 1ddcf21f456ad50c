/** Vite puts the style sheet into the page. */
declare module '*.css'
/** Vite gives the address under which the file is served. */
declare module '*?url' {
  const address: string
  export default address
}
