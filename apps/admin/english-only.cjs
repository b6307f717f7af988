/**
 * A loader for what browsers get: the words that React Aria has in some thirty other languages become those that it has in
 * English, as the whole desk is. They were a tenth of the scripts of an editor, and a German browser announced the choices of an
 * English form in German.
 */
module.exports = () => "export { default } from './en-US.mjs';\n";
