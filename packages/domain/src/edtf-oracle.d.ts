/** The npm package edtf has no types; tests use its bounds only. */
declare module 'edtf' {
  export default function edtf(text: string): unknown;
}
