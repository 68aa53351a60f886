/** Language tags and the messages of their files, put in by `build/locales.ts`. */
declare module "virtual:locales" {
  const texts: Record<string, string>;
  export default texts;
}
