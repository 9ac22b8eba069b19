/**
 * Walks through an account: what the answers to read operations tell of is asked for next, until
 * every read operation was asked as far as there is something to ask for.
 */
package io.github.cleanroomscontract.discovery;
