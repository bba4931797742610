/** The names that a block gives out. */
export declare class NameSpace {
    #private;
    readonly prefix: string;
    /** The prefix of parameters, which differs from the block's when parameters are shared. */
    readonly paramsPrefix: string;
    /** Whether the block was given the empty prefix: its scopes then change nothing. */
    readonly transparent: boolean;
    /**
     * @param prefix - the prefix asked for; null for an automatic one
     * @param hint - what automatic prefixes begin with
     */
    constructor(prefix: string | null, hint: string);
    /** Makes this the space of blocks that are made from now on; gives the way back. */
    enter(): NameScope;
}
/** A name scope in force: what `using` disposes. */
export declare class NameScope {
    #private;
    /** Ends the scope. */
    end(): void;
}
