export { CustomOp, CustomOpProp, type Req } from "./custom-op.ts";
export { register } from "./registry.ts";
