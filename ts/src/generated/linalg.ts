// Written by crates/codegen from the registry. Do not edit.

export {
  linalgGemm as gemm,
  linalgGemm2 as gemm2,
  linalgTrmm as trmm,
  linalgSyrk as syrk,
  linalgTrsm as trsm,
  linalgInverse as inverse,
  linalgDet as det,
  linalgSlogdet as slogdet,
  linalgPotrf as potrf,
  linalgPotri as potri,
  linalgGelqf as gelqf,
  linalgSyevd as syevd,
  linalgExtractdiag as extractdiag,
  linalgMakediag as makediag,
  linalgExtracttrian as extracttrian,
  linalgMaketrian as maketrian,
  linalgSumlogdiag as sumlogdiag,
} from "./ops.ts";
