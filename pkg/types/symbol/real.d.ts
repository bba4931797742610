/** A number that is a float in MXNet's code: it is written with a point, as JavaScript's whole numbers are not. */
export declare class Real {
    readonly text: string;
    constructor(value: number);
}
