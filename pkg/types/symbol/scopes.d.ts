/** A scope in force: what `using` disposes. */
export declare class Entered {
    #private;
    /** Ends the scope. */
    end(): void;
}
/** Runs a function in a scope that has been entered, or gives the scope. */
export declare function within<T>(entered: Entered, run: (() => T) | undefined, what: string): T | Entered;
