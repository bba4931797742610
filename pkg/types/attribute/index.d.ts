export { AttrScope, type AttrTexts } from "../symbol/attribute.ts";
