// Written by crates/codegen from the registry. Do not edit.

export {
  CTCLoss,
  CTCLoss as ctcLoss,
} from "./ops.ts";
