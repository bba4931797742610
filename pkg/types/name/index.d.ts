export { NameManager, Prefix } from "../symbol/name.ts";
