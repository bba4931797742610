/** What the program reports. */
export interface Report {
  /** Which vector instructions run by default. */
  readonly simd: "plain" | "relaxed";
  /** Whether relaxed instructions give nearly the same. */
  readonly close: boolean;
  readonly product: string;
  readonly gradient: string;
  readonly drawn: string;
  readonly initialized: string;
  readonly half: string;
  readonly printed: string;
  readonly message: string;
  readonly losses: readonly number[];
  readonly right: number;
  readonly parameters: string;
}
export function program(mx: unknown): Report;
