/**
 * Asks the real service, or what stands in for it, and compares what comes back with the contract:
 * which calls are made, which may be made, and what came of them.
 */
package io.github.cleanroomscontract.replay;
