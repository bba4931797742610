/** A message. Fields are written in the order of the calls. */
export declare class Message {
    #private;
    /** An int64 or an enum. */
    int(field: number, value: number | bigint): this;
    /** A repeated int64, packed or not: readers take both. */
    ints(field: number, values: readonly (number | bigint)[]): this;
    float(field: number, value: number): this;
    bytes(field: number, value: Uint8Array): this;
    text(field: number, value: string): this;
    texts(field: number, values: readonly string[]): this;
    message(field: number, inner: Message): this;
    messages(field: number, inner: readonly Message[]): this;
    /** The message as bytes. */
    finish(): Uint8Array<ArrayBuffer>;
}
