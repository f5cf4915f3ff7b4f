/** The address under which the build puts a file. */
declare module '*.json?url' {
  const address: string
  export default address
}
