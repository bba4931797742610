/**
 * Lets long loops turn the event loop now and then: finalisers give memory back only there, and pages stay alive. The
 * function that it returns is awaited after each step.
 */
export declare function turner(): () => Promise<void> | undefined;
