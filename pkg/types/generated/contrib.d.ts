export { CTCLoss, CTCLoss as ctcLoss, } from "./ops.ts";
