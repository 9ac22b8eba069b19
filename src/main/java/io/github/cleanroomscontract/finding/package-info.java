/**
 * What the kit says about a message: findings, the rules that they are of, and reports that collect
 * them. Plain immutable values.
 */
package io.github.cleanroomscontract.finding;
