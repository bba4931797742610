/** A worker as `threads.ts` sees it. */
export interface Helper {
    /** Sends a message; throws when it cannot be sent. */
    post(message: unknown): void;
    /** The next message; fails when the worker does, or says nothing for long. */
    next(): Promise<unknown>;
    /** Whether the process stays alive for the worker. */
    hold(on: boolean): void;
    /** Ends the worker. */
    end(): void;
}
/** Starts a worker with the text of its script. */
export declare function startHelper(source: string): Helper;
/** Why workers cannot share memory here, or undefined when they can. */
export declare function obstacle(): string | undefined;
/** How many threads the machine runs at once. */
export declare function processors(): number;
