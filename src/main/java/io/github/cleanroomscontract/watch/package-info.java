/**
 * Watching the calls that code under test makes. {@link
 * io.github.cleanroomscontract.watch.ContractWatch} is the way in; whatever sees HTTP exchanges
 * tells it of them.
 */
package io.github.cleanroomscontract.watch;
